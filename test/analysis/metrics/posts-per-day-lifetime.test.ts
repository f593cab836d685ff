import { expect, test } from "vitest";
import { postsPerDayLifetime } from "../../../analysis/metrics/posts-per-day-lifetime.ts";
import { cadence, company, findings, ownership } from "../records.ts";

test("a counter of 0 is the rate 0, an account without a counter is unknown", () => {
  const rows = postsPerDayLifetime.measure(
    findings({
      companies: [company("a"), company("b"), company("c")],
      ownerships: [ownership("a", "x:a"), ownership("b", "x:b"), ownership("c", "x:c")],
      cadences: [
        cadence("x:a", {
          estimator: "lifetime",
          windowDays: null,
          posts: 0,
          exposureDays: 900,
          postsPerDay: 0,
        }),
        cadence("x:b", {
          estimator: "lifetime",
          windowDays: null,
          posts: 90,
          exposureDays: 900,
          postsPerDay: 0.1,
        }),
        cadence("x:c", { estimator: "complete_window", exposureDays: 90, postsPerDay: 5 }),
      ],
    }),
  );
  const all = (name: string) =>
    rows.find(({ segment, statistic }) => segment === "all" && statistic === name);
  expect(all("median_all")).toMatchObject({ estimate: 0.05, n: 2, nUnknown: 1, windowDays: null });
  expect(all("median_active")).toMatchObject({ estimate: 0.1, n: 1 });
});
