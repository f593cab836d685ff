import { expect, test } from "vitest";
import { circularShiftTest, permutationTest } from "../../../analysis/estimates/permutation.ts";

test("the tea-tasting lady's four right cups have 1 in 70", () => {
  // Fisher 1935, The Design of Experiments, chapter II.
  expect(permutationTest([0, 0, 0, 0], [1, 1, 1, 1])).toEqual({
    difference: 1,
    atLeast: 1,
    relabellings: 70,
    p: 1 / 70,
    isExact: true,
  });
});

test("a fall is as telling as a rise", () => {
  const rise = permutationTest([1, 2, 0, 1], [5, 6, 7, 5]);
  const fall = permutationTest([5, 6, 7, 5], [1, 2, 0, 1]);
  expect(fall?.p).toBe(rise?.p);
  expect(fall?.difference).toBe(-(rise?.difference ?? 0));
});

test("equal bins are no evidence", () => {
  expect(permutationTest([2, 2, 2], [2, 2, 2])).toMatchObject({ difference: 0, p: 1 });
});

test("too many relabellings are sampled, the same ones for one seed, and p is never 0", () => {
  const before = Array.from({ length: 15 }, (_, index) => index % 3);
  const after = before.map((count) => count + 5);
  const found = permutationTest(before, after);
  expect(found).toMatchObject({ isExact: false, relabellings: 20_001, p: 1 / 20_001 });
  expect(permutationTest(before, after)).toEqual(found);
  const mixed = permutationTest(before, before.toReversed(), 2);
  expect(mixed?.p).toBeGreaterThan(0.3);
});

test("a side without bins cannot be compared", () => {
  expect([permutationTest([], [1]), permutationTest([1], [])]).toEqual([null, null]);
  expect([circularShiftTest([1, 2], 0), circularShiftTest([1, 2], 2)]).toEqual([null, null]);
});

test("rotation keeps what is regular from looking new", () => {
  const weekly = Array.from({ length: 28 }, (_, day) => (day % 7 < 5 ? 2 : 0));
  expect(circularShiftTest(weekly, 14)).toEqual({ difference: 0, p: 1 });
  const step = [...Array<number>(10).fill(0), ...Array<number>(10).fill(3)];
  expect(circularShiftTest(step, 10)).toEqual({ difference: 3, p: 1 / 20 });
});
