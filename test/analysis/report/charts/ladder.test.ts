import { expect, test } from "vitest";
import { ladderChart } from "../../../../analysis/report/charts/ladder.ts";
import { type ReportInput, reportModel } from "../../../../analysis/report/model.ts";
import { account, cadence, company, emptyInput, ownership, unreadable } from "../invented.ts";

const ids = ["a", "b", "c"];
const chartOf = (given: Partial<ReportInput> = {}) =>
  ladderChart(
    reportModel(
      emptyInput({
        companies: ids.map((id) => company(id)),
        accounts: ids.map((id) => account("x", id)),
        ownerships: ids.map((id) => ownership(id, `x:${id}`)),
        cadences: [cadence("x:a"), cadence("x:b", { activity: "abandoned" }), unreadable("x:c")],
        ...given,
      }),
    ),
  );

test("an account that could not be read is on a rung of its own, never among the silent", () => {
  expect(chartOf()?.rows).toEqual([
    ["all", "X", "within 30 days", 1, 3],
    ["all", "X", "30 to 90 days ago", 0, 3],
    ["all", "X", "longer ago", 1, 3],
    ["all", "X", "never, or account gone", 0, 3],
    ["all", "X", "could not be read", 1, 3],
  ]);
  expect(chartOf()?.finding).toContain("1 of 3 accounts could not be read");
});

test("an account nobody asked about could not be read either", () => {
  expect(chartOf({ cadences: [] })?.rows.at(-1)).toEqual(["all", "X", "could not be read", 3, 3]);
});

test("accounts that do not count for their company are left out; without any there is no drawing", () => {
  const ownerships = ids.map((id) => ownership(id, `x:${id}`, { kind: "careers" }));
  expect(chartOf({ ownerships })).toBeNull();
});

test("each of a few segments has a panel of its own beside all", () => {
  const companies = ids.map((id) => company(id, { segment: id === "a" ? "pharma" : "cro" }));
  const rows = chartOf({ companies })?.rows ?? [];
  expect([...new Set(rows.map(([panel]) => panel))]).toEqual(["all", "cro", "pharma"]);
  expect(rows.filter(([panel]) => panel === "pharma")[0]).toEqual(["pharma", "X", "within 30 days", 1, 1]);
});

test("many segments would be too narrow to read, and stand in one panel", () => {
  const names = ["a", "b", "c", "d"];
  const companies = names.map((id) => company(id, { segment: id }));
  expect(new Set(chartOf({ companies })?.rows.map(([panel]) => panel))).toEqual(new Set(["all"]));
});
