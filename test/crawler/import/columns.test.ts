import { expect, test } from "vitest";
import { findColumns, platformNamed, unusedColumns } from "../../../crawler/import/columns.ts";

const find = (...headers: string[]) => findColumns(headers, "my.csv", {});

test.each([
  ["x_handle", "x"],
  ["Twitter Username", "x"],
  ["linkedin_url", "linkedin"],
  ["YouTube", "youtube"],
  ["Xing-Profile", "xing"],
  ["handle", null],
])("the header %s is an account's, on %s", (header, platform) => {
  expect(find(header)).toEqual({ headers: { account: header }, platform });
});

test("the order of the names decides, not that of the columns", () => {
  expect(find("name", "company").headers.name).toBe("company");
  expect(find("x_handle", "handle").headers.account).toBe("handle");
});

test("counters of a platform are counters", () => {
  expect(find("x_handle", "x_followers", "x_id", "twitter_tweet_count").headers).toEqual({
    account: "x_handle",
    followers: "x_followers",
    platformId: "x_id",
    posts: "twitter_tweet_count",
  });
});

test("what the user says comes first", () => {
  const columns = findColumns(["company", "firm"], "my.csv", { name: "firm" });
  expect(columns.headers.name).toBe("firm");
});

test("columns that are not understood are named", () => {
  const headers = ["company", "mood", ""];
  expect(unusedColumns(headers, find(...headers), "my.csv")).toEqual(["my.csv: columns not used: mood"]);
  expect(unusedColumns(["company"], find("company"), "my.csv")).toEqual([]);
});

test.each([
  ["X", "x"],
  ["Twitter", "x"],
  ["x (twitter)", "x"],
  ["LinkedIn", "linkedin"],
  ["friendster", null],
  ["", null],
])("%s names the platform %s", (written, id) => {
  expect(platformNamed(written)).toBe(id);
});
