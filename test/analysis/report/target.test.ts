import { expect, test } from "vitest";
import { reportModel } from "../../../analysis/report/model.ts";
import { targetSection } from "../../../analysis/report/target.ts";
import { account, cadence, company, emptyInput, ownership } from "./invented.ts";

const ids = ["a", "b", "c", "d", "e"];
const model = (own: string | null, count = ids.length) =>
  reportModel(
    emptyInput({
      own,
      companies: ids.map((id) => company(id)),
      accounts: ids.map((id) => account("bluesky", id)),
      ownerships: ids.map((id) => ownership(id, `bluesky:${id}`)),
      cadences: ids.slice(0, count).map((id, index) => {
        const postsPerDay = (index + 1) / 7;
        return cadence(`bluesky:${id}`, { postsPerDay, low: postsPerDay / 2, high: postsPerDay * 2 });
      }),
    }),
  );
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

test("a report for one company says what it would have to post, in posts a week", () => {
  expect(textOf(targetSection(model("a")).markup)).toContain(
    "Bluesky: it posts 1 post a week. Half of the 5 comparable accounts that could be read post at least 3 times a week, a quarter at least 4.",
  );
});

test("where too few could be read, no target is given", () => {
  expect(textOf(targetSection(model("a", 4)).markup)).toContain("Too few accounts of cro could be read");
});

test("a report about all alike has no target", () => {
  expect(targetSection(model(null)).markup).toBe("");
});
