import { expect, test } from "vitest";
import {
  binomialPmf,
  incompleteBeta,
  incompleteGamma,
  logGamma,
  poissonPmf,
  split,
} from "../../../analysis/estimates/special-functions.ts";

/** Distance in parts of the expected value. */
const off = (found: number, expected: number) => Math.abs(found / expected - 1);

// Expected values to 17 digits by arbitrary-precision arithmetic (mpmath 1.3).
test.each([
  [0.001, 6.907178885383854],
  [0.5, 0.5723649429247001],
  [171.5, 709.1431630309282],
  [1e6, 12815504.569147611],
])("ln Γ(%d)", (x, expected) => {
  expect(off(logGamma(x), expected)).toBeLessThan(1e-14);
});

test.each([
  [2.5, 1, "lower", 0.1508549639153904],
  [1e5, 101_000, "upper", 0.0008084215129259073],
  [0.5, 50, "upper", 1.523970604832105e-23],
] as const)("incomplete gamma of shape %d at %d, %s tail", (a, x, tail, expected) => {
  expect(off(incompleteGamma(a, x)[tail], expected)).toBeLessThan(1e-11);
});

test.each([
  [2, 5, 0.3, 0.579825],
  [0.5, 100, 1e-10, 0.00011269695764661288],
  [3_000, 2_000, 0.61, 0.925849450288702],
])("incomplete beta (%d, %d) at %d", (a, b, x, expected) => {
  expect(off(incompleteBeta(a, b, split(x)).lower, expected)).toBeLessThan(1e-11);
});

test("the tails at the ends are exactly 0 and 1", () => {
  expect(incompleteGamma(3, 0)).toEqual({ lower: 0, upper: 1 });
  expect(incompleteGamma(3, Number.POSITIVE_INFINITY)).toEqual({ lower: 1, upper: 0 });
  expect(incompleteBeta(3, 2, split(0))).toEqual({ lower: 0, upper: 1 });
  expect(incompleteBeta(3, 2, split(1))).toEqual({ lower: 1, upper: 0 });
});

test("large counts do not lose digits", () => {
  expect(off(binomialPmf(500_500, 499_500, split(0.5)), 0.0004839415296951451)).toBeLessThan(1e-12);
  expect(off(poissonPmf(1_100, 1_000), 0.00009498944242299508)).toBeLessThan(1e-12);
});

test("impossible outcomes have chance 0, certain ones 1", () => {
  expect([
    binomialPmf(0, 5, split(0)),
    binomialPmf(5, 0, split(1)),
    binomialPmf(2, 3, split(0)),
    binomialPmf(2, 3, split(1)),
  ]).toEqual([1, 1, 0, 0]);
  expect([poissonPmf(0, 0), poissonPmf(2, 0)]).toEqual([1, 0]);
});

test("chances add up to 1", () => {
  let total = 0;
  for (let k = 0; k <= 60; k += 1) total += binomialPmf(k, 60 - k, split(0.37));
  expect(total).toBeCloseTo(1, 13);
});
