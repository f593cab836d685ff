import { expect, test } from "vitest";
import { dispersionOf } from "../../../analysis/estimates/dispersion.ts";

test("steady weeks are less dispersed than chance and do not narrow the interval", () => {
  const found = dispersionOf([2, 2, 2, 2, 2, 2, 2, 2]);
  expect(found).toMatchObject({ mean: 2, variance: 0, index: 0, chi2: 0, p: 1, size: null });
  const stretch = Math.exp(2.364624 * Math.sqrt(1 / 16));
  expect(found.interval).toEqual([expect.closeTo(2 / stretch, 5), expect.closeTo(2 * stretch, 5)]);
});

test("fewer than eight weeks are too few to tell", () => {
  expect(dispersionOf([1, 5, 0, 9, 2, 2, 2])).toMatchObject({
    mean: 3,
    index: null,
    p: null,
    interval: null,
  });
});

test("silence has no dispersion, and no weeks have no mean", () => {
  expect(dispersionOf(Array(10).fill(0))).toMatchObject({ mean: 0, index: null, size: null, interval: null });
  expect(dispersionOf([])).toMatchObject({ mean: null, variance: null });
});

test("bursts are told from chance", () => {
  const found = dispersionOf([20, 0, 0, 0, 20, 0, 0, 0]);
  expect(found.p).toBeLessThan(1e-9);
  expect(found.size).toBeCloseTo(25 / (found.variance === null ? 0 : found.variance - 5), 12);
});
