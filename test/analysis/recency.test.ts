import fc from "fast-check";
import { expect, test } from "vitest";
import * as recency from "../../analysis/recency.ts";
import { seenOf } from "../../analysis/seen.ts";
import type { Observation } from "../../datasets/schema.ts";
import { counted, daysAgo, observation, post, posted, unreadable } from "./records.ts";

const recencyOf = (views: readonly Observation[]) => recency.recencyOf(views.map(seenOf));
const sidedOfObservation = (view: Observation) => recency.sidedOfObservation(seenOf(view));

test("the newest post of any observation decides", () => {
  const views = [posted([40]), posted([12], { observationId: "x:acme/import/1", sided: "active_only" })];
  expect(recencyOf(views)).toMatchObject({ ageDays: 12, activity: "active", sided: "two" });
});

test("a one-sided view proves activity, and proves nothing by its silence", () => {
  const fresh = recencyOf([posted([10], { sided: "active_only" })]);
  expect(fresh).toMatchObject({ activity: "active", ageDays: 10, silentDays: null, sided: "active_only" });
  const old = recencyOf([posted([200], { sided: "active_only" })]);
  expect(old).toMatchObject({
    activity: "unobservable",
    ageDays: 200,
    silentDays: null,
    reason: "one_sided",
  });
});

test("a view that is not in order is one-sided, whatever it claims", () => {
  const window = { ...observation().window, order: "other" as const };
  expect(sidedOfObservation(posted([200], { window }))).toBe("active_only");
});

test("an unreadable view beside a readable one takes nothing away", () => {
  expect(recencyOf([posted([100]), unreadable({ observationId: "x:acme/none/1" })])).toMatchObject({
    activity: "quiet",
    silentDays: 100,
  });
});

test.each([
  ["token_required", "token_required"],
  ["presence_only", "presence_only"],
  ["blocked", "blocked"],
  ["protected", "protected"],
] as const)("an account that is %s is unobservable, never inactive", (status, reason) => {
  expect(recencyOf([unreadable({ status })])).toMatchObject({
    activity: "unobservable",
    ageDays: null,
    silentDays: null,
    sided: "none",
    reason,
  });
});

test("no observation at all is unobservable too", () => {
  expect(recencyOf([])).toMatchObject({ activity: "unobservable", reason: "not_observed", observedAt: null });
});

test("a counter of 0 means empty, and a counter alone is not a view of both sides", () => {
  expect(recencyOf([counted(0, daysAgo(3_000))])).toMatchObject({
    activity: "empty",
    reason: "counter_zero",
    sided: "none",
  });
  expect(recencyOf([counted(9, daysAgo(3_000))])).toMatchObject({ activity: "unobservable" });
  const read = observation({ counters: { posts: 0, followers: 3, createdAt: null } });
  expect(recencyOf([read])).toMatchObject({ activity: "empty", sided: "two" });
});

test("an account that is gone is not active, and whoever would have read it saw both sides", () => {
  const gone = unreadable({ status: "gone", reason: "suspended", access: "public" });
  expect(recencyOf([gone])).toMatchObject({ activity: "gone", reason: "suspended", sided: "two" });
});

test("a handle that is somebody else's now is gone; an account that moved goes on elsewhere, unseen", () => {
  const moved = unreadable({ status: "moved", reason: "handle_changed", access: "public" });
  expect(recencyOf([moved])).toMatchObject({ activity: "gone", reason: "handle_changed" });
  const elsewhere = { ...moved, reason: "moved_to https://other.test/@acme" };
  expect(recencyOf([elsewhere])).toMatchObject({ activity: "unobservable", sided: "none" });
});

test("an account that was gone and posts again is back; one that posted before it went is gone", () => {
  const gone = unreadable({ status: "gone", access: "public", observedAt: daysAgo(20) });
  expect(recencyOf([gone, posted([3])])).toMatchObject({ activity: "active" });
  expect(recencyOf([gone, posted([3], { sided: "active_only" })])).toMatchObject({
    activity: "active",
    sided: "active_only",
  });
  const before = posted([30], { window: { ...observation().window, to: daysAgo(25) } });
  expect(recencyOf([gone, before])).toMatchObject({ activity: "gone" });
});

test("a post from the future is an error and left out; five minutes are clock skew", () => {
  const views = (minutes: number) => [
    observation({ lastPostAt: daysAgo(-minutes / 1440), posts: [post(50)] }),
  ];
  expect(recencyOf(views(4))).toMatchObject({ ageDays: 0, activity: "active" });
  expect(recencyOf(views(6))).toMatchObject({ ageDays: 50, activity: "slowing" });
});

test("a complete window without a post proves silence through the window and no further", () => {
  expect(recencyOf([observation()])).toMatchObject({ activity: "abandoned", silentDays: 365, ageDays: null });
  const quarter = { ...observation().window, from: daysAgo(90) };
  expect(recencyOf([observation({ window: quarter })])).toMatchObject({
    activity: "unobservable",
    silentDays: 90,
    reason: "window_too_short",
  });
});

test("a date without a time leaves the rung open only where a day matters", () => {
  const dated = (days: number) =>
    observation({ lastPostAt: daysAgo(days), posts: [post(days, { precision: "day" })] });
  expect(recencyOf([dated(30.5)])).toMatchObject({ activity: "unobservable", reason: "coarse_dates" });
  expect(recencyOf([dated(60)])).toMatchObject({ activity: "slowing", ageDays: 60, silentDays: 59 });
});

test("the order of observations does not matter", () => {
  const views = [
    posted([40]),
    posted([12], { observationId: "x:acme/b/1", sided: "active_only" }),
    unreadable({ observationId: "x:acme/c/1" }),
    unreadable({ observationId: "x:acme/d/1", status: "gone", access: "public", observedAt: daysAgo(9) }),
  ];
  const expected = recencyOf(views);
  fc.assert(
    fc.property(fc.shuffledSubarray(views, { minLength: views.length }), (shuffled) => {
      expect(recencyOf(shuffled)).toEqual(expected);
    }),
  );
});

test("a view tells something where it is sided, or where it found the account gone", () => {
  expect(recency.isTelling(posted([10], { sided: "active_only" }))).toBe(true);
  expect(recency.isTelling(unreadable())).toBe(false);
  expect(recency.isTelling(unreadable({ status: "gone" }))).toBe(true);
  expect(recency.isTelling(unreadable({ status: "moved", reason: "handle_changed" }))).toBe(true);
  expect(recency.isTelling(unreadable({ status: "moved" }))).toBe(false);
});
