import { expect, test } from "vitest";
import { type ReportInput, reportModel } from "../../../analysis/report/model.ts";
import { targetLines, targetSection } from "../../../analysis/report/target.ts";
import { account, cadence, company, emptyInput, ownership, unreadable } from "./invented.ts";

const ids = ["a", "b", "c", "d", "e"];
const model = (own: string | null, count = ids.length, given: Partial<ReportInput> = {}) =>
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
      ...given,
    }),
  );
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

test("a report for one company says what it would have to post, in posts a week", () => {
  expect(targetLines(model("a"))).toEqual([
    "Bluesky: it posts 1 post a week. Of the 5 comparable accounts that could be read the middle one posts 3 times a week, the busiest quarter begins at 4.",
  ]);
  expect(textOf(targetSection(model("a")).markup)).toContain(
    "Bluesky 1 post a week (0.5 to 2) not known between 2 and 5 of 5 3 posts a week 4 posts a week",
  );
});

test("having no account is something else than one that cannot be read, and than a site that cannot", () => {
  const peers = model("a");
  const lineFor = (given: Partial<ReportInput>, outcome: "visited" | "blocked" = "visited") =>
    targetLines(
      model("f", ids.length, {
        companies: [...ids.map((id) => company(id)), company("f", { outcome })],
        ...given,
      }),
    )[0]?.split(". ")[0];
  const linked = {
    accounts: [...peers.accounts, account("bluesky", "f")],
    ownerships: [...peers.ownerships, ownership("f", "bluesky:f")],
    cadences: [...peers.cadences, unreadable("bluesky:f")],
  };
  expect(lineFor({})).toBe("Bluesky: it has no account that its website names");
  expect(lineFor(linked)).toBe("Bluesky: how often it posts is not known (linked, not readable)");
  expect(lineFor({}, "blocked")).toBe(
    "Bluesky: whether it has an account is not known (site could not be read)",
  );
});

test("where too few could be read, no target is given", () => {
  expect(textOf(targetSection(model("a", 4)).markup)).toContain("Too few accounts of cro could be read");
});

test("a report about all alike has no target", () => {
  expect(targetSection(model(null)).markup).toBe("");
});
