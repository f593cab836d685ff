import { expect, test } from "vitest";
import { measureCadence } from "../../../analysis/cadence.ts";
import { recencyOf } from "../../../analysis/recency.ts";
import { seenOf } from "../../../analysis/seen.ts";
import { manualObservation } from "../../../crawler/import/manual.ts";
import type { HandReading } from "../../../datasets/hand-records.ts";
import { accountOf } from "./filled.ts";

const account = accountOf("linkedin:company/acme");
const reading = (more: Partial<HandReading>): HandReading => ({
  ...{ companyId: "acme", accountId: account.accountId, coder: "AB", checkedAt: "2026-09-30T12:00:00.000Z" },
  ...{ sight: "yes", leastDays: null, mostDays: null, neverPosted: false, precision: null, posts: null },
  ...{ windowFrom: null, windowTo: null, followers: null, used: true, file: "s.csv", sha256: "00", row: 2 },
  ...more,
});
const label = (leastDays: number, mostDays: number, precision: HandReading["precision"]) =>
  recencyOf([seenOf(manualObservation(account, reading({ leastDays, mostDays, precision })))]);

test("a label proves what its whole interval proves, and not a day more", () => {
  expect(label(21, 28, "week")).toMatchObject({ activity: "active", sided: "two" });
  expect(label(60.875, 91.3125, "month")).toMatchObject({ activity: "unobservable", reason: "coarse_dates" });
  expect(label(91.3125, 121.75, "month")).toMatchObject({ activity: "quiet" });
  expect(label(365.25, 730.5, "year")).toMatchObject({ activity: "abandoned" });
});

test("silence is a hair shorter than the least age, which is itself possible", () => {
  const { silentDays } = label(30, 31, "day");
  expect(silentDays).toBeLessThan(30);
  expect(silentDays).toBeGreaterThan(29.999);
});

test("an account without a post is empty, one that is gone is gone, a login wall tells nothing", () => {
  const activityOf = (more: Partial<HandReading>) =>
    recencyOf([seenOf(manualObservation(account, reading(more)))]).activity;
  expect(activityOf({ neverPosted: true })).toBe("empty");
  expect(activityOf({ sight: "gone" })).toBe("gone");
  expect(activityOf({ sight: "login" })).toBe("unobservable");
  expect(manualObservation(account, reading({ sight: "login" }))).toMatchObject({
    ...{ access: "manual", status: "blocked", reason: "login", sided: "none" },
  });
});

test("a look at the newest post is no rate; posts that were counted up to the look are one", () => {
  const rateOf = (more: Partial<HandReading>) =>
    measureCadence(account, [manualObservation(account, reading(more))], 90)[0];
  expect(rateOf({ leastDays: 2, mostDays: 3, precision: "day" })).toMatchObject({ postsPerDay: null });
  const window = { windowFrom: "2026-07-02T12:00:00.000Z", windowTo: "2026-09-30T12:00:00.000Z" };
  const counted = { posts: 45, ...window, leastDays: 2, mostDays: 3, precision: "day" } as const;
  expect(rateOf(counted)).toMatchObject({ estimator: "complete_window", postsPerDay: 0.5 });
  const earlier = { ...counted, windowTo: "2026-09-01T12:00:00.000Z" };
  expect(rateOf(earlier)).toMatchObject({ postsPerDay: null });
});

test("posts that were counted are never silence", () => {
  const window = { windowFrom: "2026-07-02T12:00:00.000Z", windowTo: "2026-09-30T12:00:00.000Z" };
  const some = reading({ posts: 3, ...window, leastDays: 0, mostDays: 90, precision: "year" });
  expect(recencyOf([seenOf(manualObservation(account, some))])).toMatchObject({ silentDays: 0 });
  const none = reading({ posts: 0, ...window, leastDays: 90 });
  expect(recencyOf([seenOf(manualObservation(account, none))])).toMatchObject({ silentDays: 90 });
});
