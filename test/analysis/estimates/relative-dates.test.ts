import { expect, test } from "vitest";
import { isWithin, relativeAge } from "../../../analysis/estimates/relative-dates.ts";

test("an interval within the threshold is active, beyond it inactive, across it unknown", () => {
  expect([isWithin([21, 28], 30), isWithin([28, 35], 30), isWithin([35, 42], 30)]).toEqual([
    true,
    null,
    false,
  ]);
  expect([isWithin([23, 30], 30), isWithin([30, 37], 30)]).toEqual([true, null]);
});

test("a label of three weeks is active at 30 days and unknown at 25", () => {
  const age = relativeAge("3w") ?? [0, 0];
  expect([isWithin(age, 30), isWithin(age, 25)]).toEqual([true, null]);
});
