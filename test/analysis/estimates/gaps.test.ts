import { expect, test } from "vitest";
import { consistencyOf, rhythmOf, silenceP, silenceRateLimit } from "../../../analysis/estimates/gaps.ts";

test("three silent weeks of a weekly poster are not yet news", () => {
  expect(silenceP([7, 7, 7, 7, 7], 21)).toBeCloseTo(0.0954, 4);
  expect(silenceP([7, 7, 7, 7, 7], 90)).toBeLessThan(0.01);
});

test("fewer than three gaps, or none of any length, say nothing about silence", () => {
  expect([silenceP([7, 7], 100), silenceP([0, 0, 0], 5)]).toEqual([null, null]);
  expect(silenceP([1, 2, 3], 0)).toBe(1);
});

test("the greatest rate that agrees with silence is three over its length", () => {
  expect(silenceRateLimit(14)).toBeCloseTo(2.9957 / 14, 5);
  expect(silenceRateLimit(0)).toBeNull();
});

test("a metronome has burstiness -1, at any number of posts", () => {
  for (const n of [5, 50]) {
    const found = rhythmOf(Array.from({ length: n }, (_, index) => index * 7));
    expect(found).toMatchObject({ cv: 0, burstiness: -1, gini: 0, meanGap: 7, longest: 7 });
    expect(found.burstinessFinite).toBeCloseTo(-1, 12);
  }
});

test("posts of one second count once, whatever their order", () => {
  const second = 1 / 86_400;
  expect(rhythmOf([3, 0, 1, 1 + second / 4, 2])).toEqual(rhythmOf([0, 1, 2, 3]));
});

test("few gaps have no rhythm", () => {
  expect(rhythmOf([0, 5, 6])).toMatchObject({ nGaps: 2, longest: 5, cv: null, burstiness: null, gini: null });
  expect(rhythmOf([])).toMatchObject({ nGaps: 0, longest: null });
});

test("the longest silence may be the one still going on", () => {
  const times = [0, 3, 20, 22, 24];
  expect(consistencyOf(times, 28, 28)).toMatchObject({ longestSilence: 17, isCurrent: false });
  expect(consistencyOf(times, 60, 60)).toMatchObject({ longestSilence: 36, isCurrent: true });
});

test("active weeks are counted among complete weeks back from the observation", () => {
  // Weeks back from day 28: posts at 24 and 22 in the first, 20 in the second, 3 and 0 in the fourth.
  expect(consistencyOf([0.5, 3, 20, 22, 24], 28, 28)?.activeWeeks).toBe(0.75);
  expect(consistencyOf([0.5, 3, 20, 22, 24], 28, 20)?.activeWeeks).toBe(1);
  expect(consistencyOf([25, 26, 27, 28], 28, 6)?.activeWeeks).toBeNull();
  expect(consistencyOf([1, 2, 3], 28, 28)).toBeNull();
});
