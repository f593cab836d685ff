import { expect, test } from "vitest";
import { measureCadence, measureCadences } from "../../analysis/cadence.ts";
import { seenOf } from "../../analysis/seen.ts";
import { Cadence } from "../../datasets/schema.ts";
import { counted, daysAgo, observation, post, posted, unreadable } from "./records.ts";

const acme = { accountId: "x:acme" };

test("a lifetime rate stands beside the recent one, never in its place", () => {
  const both = posted([1, 2, 3], { counters: { posts: 1_000, followers: null, createdAt: daysAgo(500) } });
  const rows = measureCadence(acme, [both], 90);
  expect(rows.map(({ estimator, windowDays, postsPerDay }) => [estimator, windowDays, postsPerDay])).toEqual([
    ["complete_window", 90, 3 / 90],
    ["lifetime", null, 2],
  ]);
  expect(new Set(rows.map(({ activity }) => activity))).toEqual(new Set(["active"]));
});

test("a counter alone gives a lifetime rate and says nothing of activity", () => {
  expect(measureCadence(acme, [counted(100, daysAgo(50))], 90)).toMatchObject([
    { estimator: "lifetime", postsPerDay: 2, windowDays: null, activity: "unobservable", sided: "none" },
  ]);
});

test("an account nobody could read has one row with the reason and no number", () => {
  const [row, ...others] = measureCadence(acme, [unreadable({ status: "token_required" })], 90);
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    estimator: "none",
    postsPerDay: null,
    low: null,
    posts: null,
    activity: "unobservable",
    reason: "token_required",
  });
  expect(measureCadence(acme, [], 90)).toMatchObject([{ estimator: "none", reason: "not_observed" }]);
});

test("a degenerate feed proves activity and has no rate", () => {
  const window = { ...observation().window, cap: 1, complete: false, from: daysAgo(0) };
  expect(measureCadence(acme, [posted([0], { window })], 90)).toMatchObject([
    { estimator: "none", postsPerDay: null, activity: "active", reason: "degenerate" },
  ]);
});

test("every row keeps to the schema and none holds NaN", () => {
  const views = [posted([1, 400]), counted(0, daysAgo(31)), unreadable(), observation({ posts: [post(3)] })];
  for (const view of views) for (const row of measureCadence(acme, [view], 90)) Cadence.parse(row);
});

test("accounts and observations are joined as they stream by", async () => {
  const accounts = ["x:a", "x:a-b", "x:c"].map((accountId) => ({ accountId }));
  const observations = [
    posted([5], { accountId: "x:a" }),
    posted([1], { accountId: "x:a", observationId: "x:a/api/2" }),
    posted([7], { accountId: "x:a.stranger" }),
    posted([9], { accountId: "x:c" }),
  ];
  const rows: Cadence[] = [];
  for await (const row of measureCadences(accounts, observations.map(seenOf), 90)) rows.push(row);
  expect(rows.map(({ accountId, ageDays }) => [accountId, ageDays])).toEqual([
    ["x:a", 1],
    ["x:a-b", null],
    ["x:c", 9],
  ]);
});
