import fc from "fast-check";
import { expect, test } from "vitest";
import {
  median,
  medianInterval,
  percentileRank,
  quantile,
  quantileInterval,
  robustZ,
  weightedQuantile,
} from "../../../analysis/estimates/quantiles.ts";

test("quantiles are those of type 7", () => {
  // R: quantile(c(1, 3, 6, 10, 15)).
  expect([0, 0.25, 0.5, 0.75, 1].map((q) => quantile([15, 1, 10, 3, 6], q))).toEqual([1, 3, 6, 10, 15]);
  expect(quantile([1, 2, 3, 4], 0.9)).toBeCloseTo(3.7, 12);
});

test("nothing has no quantile, and one value is every quantile", () => {
  expect([quantile([], 0.5), median([]), percentileRank([], 1), robustZ([], 1)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([quantile([4], 0.1), quantile([4], 0.9)]).toEqual([4, 4]);
});

test("the median's interval has the tabulated ranks and coverage", () => {
  // Conover 1999, table A3, n = 20, p = 1/2: ranks 6 and 15, coverage 0.9586.
  const values = Array.from({ length: 20 }, (_, index) => index + 1);
  const found = medianInterval(values);
  expect([found?.low, found?.high]).toEqual([6, 15]);
  expect(found?.coverage).toBeCloseTo(0.9586, 4);
});

test("five values cannot give a 95 % interval of the median, six can, and a lower level needs fewer", () => {
  expect(medianInterval([1, 2, 3, 4, 5])).toBeNull();
  expect(medianInterval([1, 2, 3, 4, 5, 6])).toMatchObject({ low: 1, high: 6, coverage: 1 - 2 / 64 });
  expect(medianInterval([1, 2, 3, 4, 5], 0.9)).toMatchObject({ low: 1, high: 5 });
});

test("thousands of values keep the coverage close to the level", () => {
  const coverage = medianInterval(Array.from({ length: 5_000 }, (_, index) => index))?.coverage ?? 0;
  expect(coverage).toBeGreaterThanOrEqual(0.95);
  expect(coverage).toBeLessThan(0.952);
});

test("quantiles do not depend on the order of values, and the interval holds the median", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 6, maxLength: 60 }), (values) => {
      expect(quantile(values.toReversed(), 0.3)).toBe(quantile(values, 0.3));
      const found = medianInterval(values);
      expect(found?.low ?? 1e9).toBeLessThanOrEqual(median(values) ?? 0);
      expect(found?.high ?? -1e9).toBeGreaterThanOrEqual(median(values) ?? 0);
      expect(found?.coverage).toBeGreaterThanOrEqual(0.95);
    }),
  );
});

test("weighted quantiles invert the weighted distribution function", () => {
  const pairs = [
    [10, 1],
    [1, 3],
    [5, 0],
  ] as const;
  expect([0.1, 0.75, 0.76, 1].map((q) => weightedQuantile(pairs, q))).toEqual([1, 1, 10, 10]);
  expect(weightedQuantile([[1, 0]], 0.5)).toBeNull();
});

test("standing counts ties half, and has no robust distance where most values are equal", () => {
  expect(percentileRank([1, 2, 2, 3], 2)).toBe(50);
  expect(robustZ([1, 2, 3, 4, 9], 9)).toBeCloseTo(6 / 1.4826, 12);
  expect(robustZ([0, 0, 0, 0, 9], 9)).toBeNull();
});

test("the interval of a quartile has the ranks and the coverage of the binomial distribution", () => {
  // R: pbinom(8, 62, .25), 1 - pbinom(22, 62, .25): 0.0154, 0.0232.
  const values = Array.from({ length: 62 }, (_, index) => index + 1);
  expect(quantileInterval(values, 0.25)).toMatchObject({ low: 9, high: 23 });
  expect(quantileInterval(values, 0.75)).toMatchObject({ low: 40, high: 54 });
  const covered = (q: number) => quantileInterval(values, q)?.coverage ?? 0;
  expect(covered(0.25)).toBeCloseTo(covered(0.75), 12);
  expect(covered(0.25)).toBeGreaterThanOrEqual(0.95);
});

test("twelve values give no 95 % interval of a quartile, thirteen do", () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index);
  expect(quantileInterval(upTo(12), 0.25)).toBeNull();
  expect(quantileInterval(upTo(13), 0.25)).toMatchObject({ low: 0 });
});
