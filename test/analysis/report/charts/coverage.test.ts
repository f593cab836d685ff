import { expect, test } from "vitest";
import { coverageChart } from "../../../../analysis/report/charts/coverage.ts";
import { type ReportInput, reportModel } from "../../../../analysis/report/model.ts";
import { account, cadence, company, emptyInput, observation, ownership } from "../invented.ts";

const chartOf = (given: Partial<ReportInput>) => coverageChart(reportModel(emptyInput(given)));

test("each step keeps what it can: a company that nobody could read is not lost without a word", () => {
  const chart = chartOf({
    companies: [
      company("a"),
      company("b", { outcome: "partial" }),
      company("c", { outcome: "blocked" }),
      company("d", { outcome: "not_eligible" }),
    ],
    accounts: [account("x", "a"), account("x", "b")],
    ownerships: [ownership("a", "x:a"), ownership("b", "x:b")],
    cadences: [cadence("x:a")],
    observations: [observation("x:a"), observation("x:b", { sided: "none", status: "token_required" })],
  });
  expect(chart?.rows.map(([step, companies]) => [step, companies])).toEqual([
    ["in the frame", 4],
    ["to be audited", 3],
    ["site read, at least in part", 2],
    ["site read completely", 1],
    ["names an account of its own", 2],
    ["posts could be read", 1],
  ]);
  expect(chart?.finding).toBe("Of 4 companies in the frame, 1 have an account whose posts could be read");
});

test("companies known from a file are to be audited, though nobody visited them", () => {
  const companies = [company("a", { outcome: "not_eligible", reason: "import_only" })];
  expect(chartOf({ companies })?.rows[1]?.[1]).toBe(1);
});

test("a frame without a company has no drawing", () => {
  expect(chartOf({})).toBeNull();
});
