import { expect, test } from "vitest";
import { postsPerDayCounter } from "../../../analysis/metrics/posts-per-day-counter.ts";
import { cadence, company, findings, ownership } from "../records.ts";

test("rates between two readings of a counter have rows of their own", () => {
  const rows = postsPerDayCounter.measure(
    findings({
      companies: [company("a")],
      ownerships: [ownership("a", "x:a")],
      cadences: [cadence("x:a", { estimator: "counter_difference", exposureDays: 30, postsPerDay: 8 })],
    }),
  );
  expect(
    rows.find(({ segment, statistic }) => segment === "all" && statistic === "median_all"),
  ).toMatchObject({
    estimate: 8,
    n: 1,
    windowDays: 90,
  });
});
