import { expect, test } from "vitest";
import { postsPerDay } from "../../../analysis/metrics/posts-per-day.ts";
import { cadence, company, findings, ownership } from "../records.ts";

test("only rates of feeds that show posts are recent rates", () => {
  const rows = postsPerDay.measure(
    findings({
      companies: [company("a"), company("b"), company("c")],
      ownerships: [ownership("a", "x:a"), ownership("b", "x:b"), ownership("c", "x:c")],
      cadences: [
        cadence("x:a", { estimator: "complete_window", exposureDays: 90, postsPerDay: 1 }),
        cadence("x:b", { estimator: "lifetime", windowDays: null, exposureDays: 900, postsPerDay: 7 }),
        cadence("x:c", { estimator: "counter_difference", exposureDays: 30, postsPerDay: 8 }),
      ],
    }),
  );
  expect(
    rows.find(({ segment, statistic }) => segment === "all" && statistic === "mean_of_rates"),
  ).toMatchObject({
    estimate: 1,
    n: 1,
    nUnknown: 2,
  });
});
