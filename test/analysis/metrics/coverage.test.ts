import { expect, test } from "vitest";
import { coverage } from "../../../analysis/metrics/coverage.ts";
import type { SiteOutcome } from "../../../datasets/schema.ts";
import { company, findings, site } from "../records.ts";

function measure(outcomes: readonly SiteOutcome[]) {
  const ids = outcomes.map((_, index) => `c${index}`);
  const sites = outcomes.map((outcome, index) => site(`c${index}`, { outcome }));
  const rows = coverage.measure(findings({ companies: ids.map((id) => company(id)), sites }));
  return (statistic: string) => rows.find((row) => row.statistic === statistic && row.segment === "all");
}

test("coverage is complete visits out of eligible companies, with its least and greatest value", () => {
  const row = measure([
    "visited",
    "visited",
    "partial",
    "dns_error",
    "blocked",
    "not_eligible",
    "no_website",
  ]);
  expect(row("visited")).toMatchObject({ estimate: 2 / 6, n: 6, nTrue: 2, nFalse: 4, nUnknown: 0 });
  expect(row("visited")).toMatchObject({ boundLo: 2 / 6, boundHi: 2 / 5, ciLo: null, ciMethod: "census" });
});

test("refusals and sites that were not reached are added up, and each outcome has its own row", () => {
  const row = measure(["challenge", "rate_limited", "timeout", "tls_error", "login_wall", "visited"]);
  expect(row("refused")).toMatchObject({ nTrue: 3 });
  expect(row("not_contacted")).toMatchObject({ nTrue: 2 });
  expect(row("timeout")).toMatchObject({ nTrue: 1, estimate: 1 / 6 });
});

test("the outcomes' shares add up to one", () => {
  const outcomes = ["visited", "partial", "gone", "parked", "timeout"] as const;
  const row = measure(outcomes);
  const total = outcomes.reduce((sum, outcome) => sum + (row(outcome)?.estimate ?? 0), 0);
  expect(total).toBeCloseTo(1, 12);
});

test("companies known from files alone are in no coverage", () => {
  const rows = coverage.measure(
    findings({
      companies: [company("a")],
      sites: [site("a", { outcome: "not_eligible", reason: "import_only" })],
    }),
  );
  expect(rows).toEqual([]);
});
