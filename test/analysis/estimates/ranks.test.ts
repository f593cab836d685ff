import { expect, test } from "vitest";
import { rankIntervals, rankRanges, tiersOf } from "../../../analysis/estimates/ranks.ts";

const intervals = [
  [2, 3],
  [1.5, 2.5],
  [0.5, 0.9],
  [0.4, 0.6],
  [0, 0.2],
] as const;

test("units whose intervals touch may swap ranks", () => {
  expect(
    rankIntervals([
      [1, 2],
      [2, 3],
    ]),
  ).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(rankIntervals([])).toEqual([]);
});

test("tiers do not split what may swap, and do not depend on the order given", () => {
  expect(tiersOf(intervals)).toEqual([1, 1, 2, 2, 3]);
  expect(tiersOf(intervals.toReversed())).toEqual([3, 2, 2, 1, 1]);
});

test("a chain of overlaps is one tier", () => {
  expect(
    tiersOf([
      [3, 5],
      [2, 4],
      [1, 2.5],
    ]),
  ).toEqual([1, 1, 1]);
});

test("a company that leads on everything is first under any weights, others depend on them", () => {
  expect(
    rankRanges([
      [3, 3],
      [2, 1],
      [1, 2],
    ]),
  ).toEqual([
    [1, 1],
    [2, 3],
    [2, 3],
  ]);
});

test("equal scores share the better rank", () => {
  expect(
    rankRanges([
      [1, 1],
      [1, 1],
    ]),
  ).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(rankRanges([])).toEqual([]);
});
