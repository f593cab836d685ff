import { expect, test } from "vitest";
import { ratesChart } from "../../../../analysis/report/charts/rates.ts";
import { type ReportInput, reportModel } from "../../../../analysis/report/model.ts";
import type { Cadence } from "../../../../datasets/schema.ts";
import { account, cadence, company, emptyInput, ownership } from "../invented.ts";

const rates: readonly Partial<Cadence>[] = [
  { postsPerDay: 1, low: 0.9, high: 1.1 },
  { postsPerDay: 3, low: 2.8, high: 3.2 },
  { postsPerDay: 0.95, low: 0.8, high: 1.2 },
];
const chartOf = (measured = rates, given: Partial<ReportInput> = {}) =>
  ratesChart(
    reportModel(
      emptyInput({
        companies: measured.map((_, index) => company(`c${index}`)),
        accounts: measured.map((_, index) => account("x", `c${index}`)),
        ownerships: measured.map((_, index) => ownership(`c${index}`, `x:c${index}`)),
        cadences: measured.map((rate, index) => cadence(`x:c${index}`, rate)),
        ...given,
      }),
    ),
    { id: "x", name: "X" },
  );

test("accounts whose intervals overlap share a tier: nobody is ranked whom the data does not rank", () => {
  expect(chartOf()?.rows.map(([name, , , , , tier]) => [name, tier])).toEqual([
    ["c1", 1],
    ["c0", 2],
    ["c2", 2],
  ]);
  expect(chartOf()?.finding).toBe(
    "On X the 3 accounts that could be read post 6.6 to 21 times a week and fall into 2 tiers",
  );
});

test("where each interval overlaps with the next the finding says that there are no tiers", () => {
  expect(chartOf([rates[0] ?? {}, rates[2] ?? {}])?.finding).toContain("there are no tiers");
});

test("means of all years and unknown rates are not drawn beside recent ones", () => {
  const chart = chartOf([...rates, { estimator: "lifetime" }, { postsPerDay: null, low: null, high: null }]);
  expect(chart?.rows.length).toBe(3);
});

test("a single rate is no comparison", () => {
  expect(chartOf(rates.slice(0, 1))).toBeNull();
});

test("of many accounts the first 60 are drawn, and all are in the numbers", () => {
  const chart = chartOf(
    Array.from({ length: 80 }, (_, index) => ({ postsPerDay: index + 1, low: index, high: index + 2 })),
  );
  expect(chart?.rows.length).toBe(80);
  expect(chart?.source).toContain("n = 80 accounts, the first 60 drawn");
  expect(chart?.svg.match(/<circle/g)?.length).toBe(60);
});

test("the median stands with its interval, and only where there are enough accounts for one", () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ postsPerDay: index, low: index, high: index + 1 }));
  expect(chartOf(many)?.svg).toContain("half post more");
  expect(chartOf(many.slice(0, 5))?.svg).not.toContain("half post more");
});

test("the own company is ringed, whatever its tier", () => {
  expect(chartOf(rates, { own: "c0" })?.svg.match(/<circle/g)?.length).toBe(rates.length + 1);
});
