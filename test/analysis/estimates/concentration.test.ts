import { expect, test } from "vitest";
import { concentration, gini } from "../../../analysis/estimates/concentration.ts";

test("equal shares are not concentrated, one voice is all", () => {
  expect(concentration([5, 5, 5, 5])).toMatchObject({ hhi: 0.25, gini: 0 });
  const one = concentration([0, 8, 0, 0]);
  expect(one).toMatchObject({ hhi: 1, shares: [0, 1, 0, 0], gini: 0.75 });
  expect([one?.topShare(1), one?.topShare(9)]).toEqual([1, 1]);
});

test("the greatest shares are added up whatever their place", () => {
  expect(concentration([10, 60, 30])?.topShare(2)).toBeCloseTo(0.9, 12);
});

test("where nobody posted there is nothing to share", () => {
  expect([concentration([]), concentration([0, 0]), gini([]), gini([0])]).toEqual([null, null, null, null]);
});
