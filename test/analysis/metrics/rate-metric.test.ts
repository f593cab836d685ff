import { expect, test } from "vitest";
import { postsPerDay } from "../../../analysis/metrics/posts-per-day.ts";
import { postsPerDayCounter } from "../../../analysis/metrics/posts-per-day-counter.ts";
import { postsPerDayLifetime } from "../../../analysis/metrics/posts-per-day-lifetime.ts";
import { rateMetric } from "../../../analysis/metrics/rate-metric.ts";
import { cadence, company, findings, ownership } from "../records.ts";

const ids = ["a", "b", "c", "d", "e", "f", "g"];

const rated = (id: string, posts: number, days: number) =>
  cadence(`x:${id}`, { estimator: "complete_window", posts, exposureDays: days, postsPerDay: posts / days });

/** The worked example of M18 as accounts, one that was not read, and lifetime rates that must not mix in. */
const industry = findings({
  companies: ids.map((id) => company(id)),
  ownerships: ids.map((id) => ownership(id, `x:${id}`)),
  cadences: [
    rated("a", 90, 90),
    rated("b", 270, 90),
    rated("c", 0, 90),
    rated("d", 0, 90),
    rated("e", 9, 90),
    cadence("x:f", { estimator: "truncated_feed", posts: 46, exposureDays: 30, postsPerDay: 1.5 }),
    cadence("x:f", { estimator: "lifetime", windowDays: null, posts: 10, exposureDays: 1, postsPerDay: 10 }),
    cadence("x:g"),
  ],
});
const rowsOf = (metric: typeof postsPerDay) =>
  Object.fromEntries(
    metric
      .measure(industry)
      .filter(({ segment }) => segment === "all")
      .map((row) => [row.statistic, row]),
  );

test("five numbers come from one table", () => {
  const rows = rowsOf(postsPerDay);
  const estimates = Object.fromEntries(Object.entries(rows).map(([name, { estimate }]) => [name, estimate]));
  expect(estimates).toEqual({
    pooled: expect.closeTo(0.8625, 12),
    mean_of_rates: expect.closeTo(0.9333333333, 9),
    median_all: expect.closeTo(0.55, 12),
    median_active: expect.closeTo(1.25, 12),
    mean_active: expect.closeTo(1.4, 12),
  });
});

test("accounts without a rate are unknown, not silent", () => {
  const { median_all: all, median_active: active } = rowsOf(postsPerDay);
  expect(all).toMatchObject({
    n: 6,
    nUnknown: 1,
    coverage: 6 / 7,
    nTrue: null,
    boundLo: null,
    windowDays: 90,
  });
  expect(active).toMatchObject({ n: 4, nUnknown: 1 });
});

test("the interval of a median states the coverage it really has", () => {
  const row = rowsOf(postsPerDay)["median_all"];
  expect(row).toMatchObject({ ciMethod: "order_statistics", ciLo: 0, ciHi: 3 });
  expect(row?.ciLevel).toBeCloseTo(1 - 2 / 64, 12);
  expect(rowsOf(postsPerDay)["median_active"]).toMatchObject({ ciLo: null, ciMethod: null, ciLevel: null });
});

test("lifetime rates have a metric of their own", () => {
  expect(rowsOf(postsPerDayLifetime)["median_all"]).toMatchObject({
    n: 1,
    estimate: 10,
    windowDays: null,
    nUnknown: 6,
  });
});

test("a family nobody has a rate of makes no rows unless it is expected", () => {
  expect(postsPerDayCounter.measure(industry)).toEqual([]);
  const expected = rateMetric({ id: "r", title: "R", estimators: ["counter_difference"], isExpected: true });
  expect(expected.measure(industry)[0]).toMatchObject({
    n: 0,
    estimate: null,
    reason: "nothing_observed",
    coverage: 0,
  });
});
