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
    ["X", "within 30 days", 1],
    ["X", "30 to 90 days ago", 0],
    ["X", "longer ago", 1],
    ["X", "never, or account gone", 0],
    ["X", "could not be read", 1],
  ]);
  expect(chartOf()?.finding).toContain("1 of 3 accounts could not be read");
});

test("an account nobody asked about could not be read either", () => {
  expect(chartOf({ cadences: [] })?.rows.at(-1)).toEqual(["X", "could not be read", 3]);
});

test("accounts that do not count for their company are left out; without any there is no drawing", () => {
  const ownerships = ids.map((id) => ownership(id, `x:${id}`, { kind: "careers" }));
  expect(chartOf({ ownerships })).toBeNull();
});
