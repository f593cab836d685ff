import { expect, test } from "vitest";
import { shareDifference } from "../../../analysis/estimates/differences.ts";

// Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.2, [0.0524, 0.3339]],
  [9, 10, 3, 10, 0.6, [0.1705, 0.809]],
  [10, 10, 0, 10, 1, [0.6075, 1]],
  [5, 56, 0, 29, 0.0893, [-0.0381, 0.1926]],
])("%d/%d against %d/%d has the published interval", (x1, n1, x2, n2, difference, [low, high]) => {
  const found = shareDifference({ x: x1, n: n1 }, { x: x2, n: n2 });
  expect(found?.difference).toBeCloseTo(difference, 4);
  expect(found?.interval).toEqual([expect.closeTo(low ?? 0, 4), expect.closeTo(high ?? 0, 4)]);
});

test("a side without units leaves no difference", () => {
  expect(shareDifference({ x: 0, n: 0 }, { x: 1, n: 2 })).toBeNull();
  expect(shareDifference({ x: 1, n: 2 }, { x: 0, n: 0 })).toBeNull();
});
