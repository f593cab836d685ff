import { expect, test } from "vitest";
import { timelineChart } from "../../../../analysis/report/charts/timeline.ts";
import { type ReportInput, reportModel } from "../../../../analysis/report/model.ts";
import { account, cadence, company, emptyInput, observation, ownership, unreadable } from "../invented.ts";

const ids = ["a", "b"];
const week = Date.parse("2026-02-05T00:00:00.000Z");
const chartOf = (given: Partial<ReportInput> = {}) =>
  timelineChart(
    reportModel(
      emptyInput({
        companies: ids.map((id) => company(id)),
        accounts: ids.map((id) => account("bluesky", id)),
        ownerships: ids.map((id) => ownership(id, `bluesky:${id}`)),
        cadences: ids.map((id) => cadence(`bluesky:${id}`)),
        observations: ids.map((id) => observation(`bluesky:${id}`)),
        weeklyPosts: new Map([["bluesky:a/reader/1", new Map([[week, 3]])]]),
        ...given,
      }),
    ),
  );

test("an account that was wholly seen and did not post has an empty line", () => {
  expect(chartOf()?.rows).toEqual([
    ["a", "Bluesky", "2025-03-02", "2026-03-02", 1, 3],
    ["b", "Bluesky", "2025-03-02", "2026-03-02", 0, 0],
  ]);
  expect(chartOf()?.finding).toBe(
    "Of 2 accounts whose posts could be read, 1 show none in the time that was looked at",
  );
});

test("the own company stands first", () => {
  expect(chartOf({ own: "b" })?.rows.map(([name]) => name)).toEqual(["b", "a"]);
});

test("an account nobody could read has no line, for that would look like silence", () => {
  const cadences = [cadence("bluesky:a"), unreadable("bluesky:b")];
  expect(chartOf({ cadences })?.rows).toHaveLength(1);
});

test("without posts to draw, and without accounts, there is no drawing", () => {
  expect(chartOf({ weeklyPosts: null })).toBeNull();
  expect(chartOf({ accounts: [], ownerships: [] })).toBeNull();
});

test("names from outside are text in the drawing", () => {
  const companies = [company("a", { name: "<script>alert(1)</script>" }), company("b")];
  expect(chartOf({ companies })?.svg).not.toContain("<script");
});
