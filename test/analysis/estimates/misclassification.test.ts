import { expect, test } from "vitest";
import { correctedShare } from "../../../analysis/estimates/misclassification.ts";

test("a perfect instrument needs no correction", () => {
  expect(correctedShare(0.37, 1, 1)).toBeCloseTo(0.37, 12);
});

test("false alarms are taken off, and a share stays a share", () => {
  expect(correctedShare(0.8, 0.97, 0.85)).toBeLessThan(0.8);
  expect(correctedShare(0.05, 0.9, 0.9)).toBe(0);
  expect(correctedShare(0.99, 0.9, 0.9)).toBe(1);
});

test("an instrument no better than chance tells nothing", () => {
  expect([correctedShare(0.5, 0.5, 0.5), correctedShare(0.5, 0.3, 0.6)]).toEqual([null, null]);
});
