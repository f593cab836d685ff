import { expect, test } from "vitest";
import { noRhythm, rhythmIn, weeklyDispersion } from "../../analysis/rhythm.ts";
import { seenOf } from "../../analysis/seen.ts";
import type { Observation } from "../../datasets/schema.ts";
import { observation, post, posted } from "./records.ts";

const rhythm = (view: Observation) => rhythmIn(seenOf(view));
const every = (days: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / days) + 1 }, (_, index) => from + index * days);

test("a metronome is not bursty, and every week has its post", () => {
  const found = rhythm(posted(every(7, 1, 365)));
  expect(found.burstiness).toBeCloseTo(-1, 12);
  expect(found).toMatchObject({ gapGini: 0, activeWeeks: 1, longestSilenceDays: 7 });
  expect(found.silenceP).toBeGreaterThan(0.8);
});

test("a silence that a daily poster never had is unlikely, and the longest one", () => {
  const found = rhythm(posted(every(1, 100, 300)));
  expect(found.silenceP).toBeLessThan(1e-3);
  expect(found.longestSilenceDays).toBe(100);
});

test("too few posts, none, or a view that may leave some out have no rhythm", () => {
  expect(rhythm(posted([1, 2, 3]))).toEqual(noRhythm);
  expect(rhythm(observation())).toEqual(noRhythm);
  expect(
    rhythm(observation({ sided: "active_only", posts: every(1, 1, 9).map((day) => post(day)) })),
  ).toEqual(noRhythm);
});

test("weeks are calendar weeks that lie wholly in the exposure", () => {
  // 2026-08-31 is a Monday: the last ten weeks end with the observation.
  const steady = weeklyDispersion(seenOf(posted(every(1, 0.5, 365))), 70);
  expect(steady).toMatchObject({ bins: 10, mean: 7, index: 0 });
  expect(weeklyDispersion(seenOf(posted(every(1, 0.5, 365))), 69).bins).toBe(9);
});

test("posts that come in bursts are overdispersed, and fewer than eight weeks are not judged", () => {
  const bursts = posted(every(0.1, 1, 3).concat(every(0.1, 40, 42)));
  expect(weeklyDispersion(seenOf(bursts), 90).index).toBeGreaterThan(5);
  expect(weeklyDispersion(seenOf(bursts), 50).index).toBeNull();
});
