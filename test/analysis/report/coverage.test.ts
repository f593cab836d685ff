import { expect, test } from "vitest";
import { coverageSection } from "../../../analysis/report/coverage.ts";
import { reportModel } from "../../../analysis/report/model.ts";
import { benchmark, company, emptyInput } from "./invented.ts";

const companies = [
  company("a"),
  company("b", { outcome: "blocked" }),
  company("c", { segment: "pharma" }),
  company("d", { outcome: "blocked" }),
];

function textOf(given: Parameters<typeof emptyInput>[0]): string {
  const { markup } = coverageSection(reportModel(emptyInput(given)));
  return markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

test("every company is counted in exactly one outcome, in all and in its segment", () => {
  const text = textOf({ companies });
  expect(text).toContain("The site all (4) cro (3) pharma (1)");
  expect(text).toContain("read completely visited 2 (50 %) 1 (33 %) 1 (100 %)");
  expect(text).toContain("refused to answer blocked 2 (50 %) 2 (67 %) 0 (0 %)");
});

test("one segment needs no second column", () => {
  expect(textOf({ companies: companies.slice(0, 2) })).toContain("The site cro (2) read completely");
});

test("companies known from a file stand apart from those outside the audit", () => {
  const outside = [company("a", { outcome: "not_eligible", reason: "acquired" })];
  const imported = [company("b", { outcome: "not_eligible", reason: "import_only" })];
  const text = textOf({ companies: [...outside, ...imported] });
  expect(text).toContain("not visited, outside the audit not_eligible 1 (50 %)");
  expect(text).toContain("not visited, known from a file not_eligible 1 (50 %)");
});

test("a number links to its benchmark where there is one", () => {
  const coverage = { metric: "coverage", platforms: "all", thetaDays: null, segment: "all" };
  const benchmarks = [benchmark({ ...coverage, statistic: "blocked" })];
  const { markup } = coverageSection(reportModel(emptyInput({ companies, benchmarks })));
  expect(
    markup.match(/<a href="#benchmarks%2Fcoverage%2Fblocked%2Fall%2Fall%2Fall%2F%2F">2 \(50 %\)<\/a>/g),
  ).toHaveLength(1);
});

test("an empty frame has no outcome and no division by zero", () => {
  expect(textOf({})).not.toMatch(/NaN|%/);
});
