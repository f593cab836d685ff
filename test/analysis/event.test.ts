import { expect, test } from "vitest";
import type { DailyPosts } from "../../analysis/daily-posts.ts";
import { type EventQuestion, studyEvent } from "../../analysis/event.ts";

/** One post a day before day 200, three a day from the day after, ten on the day itself. */
const loosened: DailyPosts = {
  observationId: "o",
  firstDay: 1000,
  counts: Array.from({ length: 400 }, (_, place) => (place < 200 ? 1 : place === 200 ? 10 : 3)),
};
const ask = (more: Partial<EventQuestion> = {}): EventQuestion => ({
  ...{ day: 1200, weeks: 12, series: [loosened], controls: [] },
  ...more,
});

test("the day of the event is in neither window", () => {
  const { findings } = studyEvent(ask());
  expect(findings?.before).toEqual({ posts: 84, days: 84 });
  expect(findings?.after).toEqual({ posts: 252, days: 84 });
  expect(findings?.postsOnTheDay).toBe(10);
  expect(findings?.ratio.ratio).toBe(3);
});

test("a before-window that was not wholly seen is refused, and so is an after-window that is not over", () => {
  const early = studyEvent(ask({ day: 1083 }));
  expect(early).toMatchObject({ reason: "window_not_covered", findings: null });
  expect(early.seen).toEqual({ from: "1972-09-27", to: "1973-10-31" });
  expect(studyEvent(ask({ day: 1084 })).reason).toBeNull();
  expect(studyEvent(ask({ day: 1315 })).reason).toBeNull();
  expect(studyEvent(ask({ day: 1316 })).reason).toBe("window_not_covered");
});

test("an account nobody could read is not one without posts", () => {
  expect(studyEvent(ask({ series: [] }))).toMatchObject({
    reason: "not_observable",
    findings: null,
    seen: null,
  });
});

test("of several observations one that covers both windows is taken", () => {
  const short = { ...loosened, observationId: "short", firstDay: 1190, counts: loosened.counts.slice(190) };
  expect(studyEvent(ask({ series: [short, loosened] })).observationId).toBe("o");
});

test("a steady step is found by every test, and no other day is as extreme", () => {
  const findings = studyEvent(ask()).findings;
  expect(findings?.isPoisson).toBe(true);
  expect(findings?.permutation?.p).toBeLessThan(1e-3);
  expect(findings?.shift?.p).toBeCloseTo(1 / 168, 12);
  expect(findings?.interrupted?.levelRatio).toBeCloseTo(3, 6);
  // The neighbouring days mix the ten posts of the day itself into their windows.
  expect(findings?.placebo?.rank).toBeLessThanOrEqual(5);
  expect(findings?.placebo?.days).toBe(400 - 168);
});

test("a trend alone raises the ratio but not the level", () => {
  const counts = Array.from({ length: 400 }, (_, place) => Math.floor(place / 7));
  const findings = studyEvent(ask({ series: [{ ...loosened, counts }] })).findings;
  expect(findings?.ratio.interval?.[0]).toBeGreaterThan(1);
  expect(findings?.interrupted?.levelInterval[0]).toBeLessThan(1);
});

test("weeks that differ by more than chance put the permutation test before the ratio", () => {
  const counts = loosened.counts.map((count, place) => (place % 14 < 7 ? 4 * count : 0));
  expect(studyEvent(ask({ series: [{ ...loosened, counts }] })).findings?.isPoisson).toBe(false);
});

test("fewer than eight weeks a side cannot show that weeks are alike", () => {
  const findings = studyEvent(ask({ weeks: 4 })).findings;
  expect(findings?.isPoisson).toBe(false);
  expect(findings?.interrupted).toBeNull();
});

test("controls that were not wholly seen are left out and counted", () => {
  const flat = { ...loosened, counts: loosened.counts.map(() => 2) };
  const controls = studyEvent(ask({ controls: [[flat], [], [{ ...flat, firstDay: 1150 }]] })).findings
    ?.controls;
  expect(controls).toMatchObject({ accounts: 1, leftOut: 2, dispersion: 1 });
  expect(controls?.ratio?.ratio).toBeCloseTo(3, 12);
});

test("an account without any post has no ratio, no place among dates and no trend", () => {
  const silent = { ...loosened, counts: loosened.counts.map(() => 0) };
  const findings = studyEvent(ask({ series: [silent] })).findings;
  expect(findings?.ratio).toMatchObject({ ratio: null, interval: null, p: null });
  expect(findings?.placebo).toBeNull();
  expect(findings?.interrupted).toBeNull();
});

test("nothing before and something after is an infinite ratio, never a fault", () => {
  const counts = loosened.counts.map((_, place) => (place > 200 ? 1 : 0));
  const findings = studyEvent(ask({ series: [{ ...loosened, counts }] })).findings;
  expect(findings?.ratio.ratio).toBe(Number.POSITIVE_INFINITY);
  expect(findings?.ratio.interval?.[0]).toBeGreaterThan(1);
  expect(findings?.placebo?.rank).toBeGreaterThanOrEqual(1);
});
