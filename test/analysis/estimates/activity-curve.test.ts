import { expect, test } from "vitest";
import { activityCurve } from "../../../analysis/estimates/activity-curve.ts";

const aged = (ageDays: number | null) => (theta: number) => (ageDays === null ? null : ageDays <= theta);
const curve = activityCurve([aged(10), aged(100), aged(1_000), aged(null)]);

test("the curve has a point a day for two years and never falls", () => {
  expect(curve).toHaveLength(730);
  expect([curve[0]?.thetaDays, curve[729]?.thetaDays]).toEqual([1, 730]);
  const shares = curve.map(({ share }) => share ?? -1);
  expect(shares.every((share, index) => index === 0 || share >= (shares[index - 1] ?? 1))).toBe(true);
});

test("a post counts from the threshold that equals its age", () => {
  expect([curve[8]?.share, curve[9]?.share, curve[98]?.share, curve[99]?.share]).toEqual([
    0,
    1 / 3,
    1 / 3,
    2 / 3,
  ]);
});

test("what is not known widens the bounds and is in no share", () => {
  expect(curve[9]?.bounds).toEqual([0.25, 0.5]);
  expect(curve[9]?.interval?.[1]).toBeGreaterThan(0.5);
  expect(activityCurve([aged(null)], 1)).toEqual([
    { thetaDays: 1, share: null, interval: null, bounds: [0, 1] },
  ]);
  expect(activityCurve([], 1)).toEqual([{ thetaDays: 1, share: null, interval: null, bounds: null }]);
});
