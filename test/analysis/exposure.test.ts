import { expect, test } from "vitest";
import { lifetimeAttempt, recentRates } from "../../analysis/exposure.ts";
import { seenOf } from "../../analysis/seen.ts";
import type { Observation } from "../../datasets/schema.ts";
import { counted, daysAgo, observation, posted } from "./records.ts";

const best = (...observations: Observation[]) => recentRates(observations.map(seenOf), 90)[0];
const window = observation().window;

test("a covered window counts its posts, those on its edges included", () => {
  expect(best(posted([0, 5, 90, 90.01]))).toMatchObject({
    estimator: "complete_window",
    posts: 3,
    exposureDays: 90,
    isExact: true,
    rate: { estimate: 3 / 90 },
  });
});

test("a window without a post has the rate 0 with an upper limit", () => {
  const attempt = best(observation());
  expect(attempt?.rate.estimate).toBe(0);
  expect(attempt?.rate.interval?.[0]).toBe(0);
  expect(attempt?.rate.interval?.[1]).toBeCloseTo(0.0409875, 6);
});

test("exposure ends where the account or the view begins", () => {
  const young = posted([1, 2], { counters: { posts: 2, followers: null, createdAt: daysAgo(20) } });
  expect(best(young)).toMatchObject({ posts: 2, exposureDays: 20 });
  expect(best(posted([1, 2], { window: { ...window, from: daysAgo(10) } }))).toMatchObject({
    exposureDays: 10,
  });
});

test("a capped feed that does not reach back through the window is truncated", () => {
  const capped = { ...window, cap: 3, complete: false, from: daysAgo(42) };
  expect(best(posted([2, 20, 42], { window: capped }))).toMatchObject({
    estimator: "truncated_feed",
    posts: 3,
    isExact: false,
    exposureDays: 42,
    rate: { estimate: 2 / 42 },
  });
});

test("a capped feed that reaches beyond the window is as good as a complete one", () => {
  const capped = { ...window, cap: 3, complete: false, from: daysAgo(130) };
  expect(best(posted([2, 20, 130], { window: capped }))).toMatchObject({
    estimator: "complete_window",
    posts: 2,
  });
});

test("views out of order, and one-sided ones, have no rate", () => {
  expect(best(posted([1], { window: { ...window, order: "other" } }))).toBeUndefined();
  expect(best(posted([1], { sided: "active_only" }))).toBeUndefined();
});

test("posts all at the instant of observation have no rate", () => {
  const capped = { ...window, cap: 2, complete: false, from: daysAgo(0) };
  expect(best(posted([0, 0], { window: capped }))?.rate.reason).toBe("degenerate");
});

const reading = (posts: number, days: number, platformId: string | null = "7") =>
  counted(posts, daysAgo(2_000), {
    observationId: `x:acme/file/${days}`,
    observedAt: daysAgo(days),
    platformId,
  });

test("two readings of one counter give a rate", () => {
  expect(best(reading(130, 0), reading(100, 60))).toMatchObject({
    estimator: "counter_difference",
    posts: 30,
    exposureDays: 60,
    rate: { estimate: 0.5 },
  });
});

test("of several earlier readings the one nearest to the window is taken", () => {
  expect(best(reading(130, 0), reading(125, 8), reading(100, 80), reading(0, 900))).toMatchObject({
    exposureDays: 80,
  });
});

test("readings less than a week apart, or of two accounts under one name, give none", () => {
  expect(best(reading(130, 0), reading(100, 6))).toBeUndefined();
  expect(best(reading(130, 0, "7"), reading(100, 60, "8"))).toBeUndefined();
  expect(best(reading(130, 0, null), reading(100, 60, null))).toBeUndefined();
});

test("a counter that fell has no rate: posts were deleted", () => {
  expect(best(reading(90, 0), reading(100, 60))?.rate).toMatchObject({
    estimate: null,
    reason: "posts_deleted",
  });
});

test("a lifetime rate needs a counter and an account of at least 30 days", () => {
  expect(lifetimeAttempt([counted(100, daysAgo(50))].map(seenOf))?.rate.estimate).toBe(2);
  expect(lifetimeAttempt([counted(100, daysAgo(29))].map(seenOf))?.rate.reason).toBe("account_too_young");
  expect(lifetimeAttempt([observation()].map(seenOf))).toBeNull();
});
