import { expect, test } from "vitest";
import { agreementOf, krippendorffAlpha } from "../../../analysis/estimates/agreement.ts";

test("kappa can be below 0 at 95 % agreement, AC1 is not fooled", () => {
  const found = agreementOf([
    [95, 3],
    [2, 0],
  ]);
  expect(found?.observed).toBe(0.95);
  expect(found?.kappa).toBeCloseTo(-0.0246, 3);
  expect(found?.ac1).toBeGreaterThan(0.94);
});

test("kappa and its standard error are those of the textbook", () => {
  // Fleiss, Levin & Paik 2003, table 18.1: kappa 0.676, s.e. 0.088.
  const found = agreementOf([
    [75, 1, 4],
    [5, 4, 1],
    [0, 0, 10],
  ]);
  expect(found?.kappa).toBeCloseTo(0.676, 3);
  expect(found?.se).toBeCloseTo(0.088, 3);
});

test("where one code is all there is, agreement beyond chance is not defined", () => {
  expect(
    agreementOf([
      [10, 0],
      [0, 0],
    ]),
  ).toMatchObject({ observed: 1, kappa: null, se: null, interval: null, ac1: 1 });
  expect(
    agreementOf([
      [0, 0],
      [0, 0],
    ]),
  ).toBeNull();
  expect(agreementOf([[7]])).toMatchObject({ kappa: null, ac1: null });
});

test("Krippendorff's two-coder example gives his 0.095", () => {
  // Krippendorff 2011, "Computing Krippendorff's alpha-reliability", section A.
  const first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
  const second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
  expect(krippendorffAlpha(first.map((code, unit) => [code, second[unit] ?? null]))).toBeCloseTo(0.095, 3);
});

test("alpha leaves out units with one code and does not depend on the coders' order", () => {
  const units = [
    ["a", "a", null],
    ["b", "a", "b"],
    [null, "c", "c"],
  ];
  const alpha = krippendorffAlpha(units);
  expect(krippendorffAlpha([...units, ["a", null, null]])).toBe(alpha);
  expect(krippendorffAlpha(units.map((codes) => codes.toReversed()))).toBeCloseTo(alpha ?? 9, 12);
});

test("perfect agreement on several codes is 1, on one code it is not defined", () => {
  expect(
    krippendorffAlpha([
      ["a", "a"],
      ["b", "b"],
    ]),
  ).toBe(1);
  expect(
    krippendorffAlpha([
      ["a", "a"],
      ["a", "a"],
    ]),
  ).toBeNull();
  expect(krippendorffAlpha([])).toBeNull();
});
