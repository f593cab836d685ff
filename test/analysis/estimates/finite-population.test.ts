import { expect, test } from "vitest";
import {
  hypergeometricInterval,
  sampleSize,
  wilsonFinite,
} from "../../../analysis/estimates/finite-population.ts";
import { wilson } from "../../../analysis/estimates/proportions.ts";

test("a census has no sampling error", () => {
  expect(wilsonFinite(30, 50, 50)).toEqual([0.6, 0.6]);
  expect(hypergeometricInterval(30, 50, 50)).toEqual([30, 30]);
});

test("a sample of a very large population is like one of an infinite one", () => {
  const [low, high] = wilsonFinite(237, 296, 1e9) ?? [0, 0];
  expect([low, high]).toEqual((wilson(237, 296) ?? []).map((limit) => expect.closeTo(limit, 6)));
});

test("no limit contradicts what was seen", () => {
  expect(wilsonFinite(1, 9, 10)?.[0]).toBeGreaterThanOrEqual(1 / 10);
  expect(wilsonFinite(9, 9, 10)?.[1]).toBe(1);
  expect(wilsonFinite(0, 9, 10)).toEqual([0, expect.closeTo(0.0453, 4)]);
});

// By trying every K with scipy 1.17's hypergeom.
test.each([
  [3, 10, 40, [4, 24]],
  [0, 10, 40, [0, 10]],
  [10, 10, 40, [30, 40]],
  [12, 30, 300, [71, 175]],
])("%d of %d drawn from %d leave these numbers possible", (x, n, size, expected) => {
  expect(hypergeometricInterval(x, n, size)).toEqual(expected);
});

test("no sample, or more units than there are, gives nothing", () => {
  expect([wilsonFinite(0, 0, 10), wilsonFinite(3, 11, 10)]).toEqual([null, null]);
  expect([hypergeometricInterval(0, 0, 10), hypergeometricInterval(3, 11, 10)]).toEqual([null, null]);
});

test("sample sizes are rounded up and never exceed the population", () => {
  // Cochran 1977, section 4.4: 385 for p = 0.5 within 5 points at 95 %.
  expect(sampleSize(0.5, 0.05, Number.POSITIVE_INFINITY)).toBe(385);
  expect(sampleSize(0.8, 0.05, 1_100)).toBe(202);
  expect(sampleSize(0.5, 0.001, 60)).toBe(60);
  expect(sampleSize(0, 0.05, 100)).toBe(0);
});
