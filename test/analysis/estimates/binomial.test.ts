import { expect, test } from "vitest";
import { binomialCdf, binomialTest } from "../../../analysis/estimates/binomial.ts";

test("the distribution function adds up the chances", () => {
  expect(binomialCdf(3, 10, 0.5)).toBeCloseTo(176 / 1024, 12);
  expect([binomialCdf(-1, 10, 0.5), binomialCdf(10, 10, 0.5), binomialCdf(0, 0, 0.5)]).toEqual([0, 1, 1]);
});

test("the two-sided p adds up the outcomes no likelier than the one seen", () => {
  // R: binom.test(7, 10)$p.value, binom.test(31, 100, 0.2)$p.value, binom.test(3, 20, 0.3)$p.value.
  expect(binomialTest(7, 10, 0.5)).toBeCloseTo(0.34375, 12);
  expect(binomialTest(31, 100, 0.2)).toBeCloseTo(0.00839289646725, 12);
  expect(binomialTest(3, 20, 0.3)).toBeCloseTo(0.22041826738, 10);
});

test("what was expected, or no trial at all, has p 1; p never exceeds 1", () => {
  expect(binomialTest(5, 10, 0.5)).toBeCloseTo(1, 12);
  expect(binomialTest(0, 0, 0.5)).toBe(1);
  expect(binomialTest(1, 3, 1 / 3)).toBeLessThanOrEqual(1);
});
