import { expect, test } from "vitest";
import { activityChart } from "../../../../analysis/report/charts/activity.ts";
import { type ReportInput, reportModel } from "../../../../analysis/report/model.ts";
import type { Benchmark } from "../../../../datasets/schema.ts";
import { account, company, emptyInput, inventedInput, ownership } from "../invented.ts";

const [share] = inventedInput(8).benchmarks.filter(({ metric }) => metric === "share_inactive");
const row = (given: Partial<Benchmark>): Benchmark => {
  if (share === undefined) throw new Error("the invented industry has no share");
  return {
    ...share,
    statistic: "share",
    segment: "all",
    sizeBand: "all",
    suppressed: false,
    thetaDays: 90,
    ...given,
  };
};
const unread = row({ platforms: "any", estimate: null, ciLo: null, ciHi: null, boundLo: 0.1, boundHi: 0.9 });
const read = { platforms: "bluesky", estimate: 0.4, ciLo: 0.3, ciHi: 0.5, boundLo: 0.2, boundHi: 0.6 };
const chartOf = (benchmarks: readonly Benchmark[], given: Partial<ReportInput> = {}) =>
  activityChart(
    reportModel(
      emptyInput({
        companies: [company("a")],
        accounts: [account("bluesky", "a"), account("linkedin", "a")],
        ownerships: [ownership("a", "bluesky:a"), ownership("a", "linkedin:a")],
        benchmarks,
        ...given,
      }),
    ),
  );

test("a share that nobody knows has bounds and no point", () => {
  const chart = chartOf([unread]);
  expect(chart?.rows[0]?.slice(0, 7)).toEqual(["any platform", 90, null, null, null, 0.1, 0.9]);
  expect(chart?.svg).not.toContain('aria-label="dot"><circle');
  expect(chart?.finding).toBe(
    "Between 10 % and 90 % of the companies had no post on any platform in 90 days",
  );
});

test("the finding is what is known at the threshold of the report", () => {
  const chart = chartOf([unread, row({ ...read, thetaDays: 30 }), row({ ...read, estimate: 0.35 })]);
  expect(chart?.rows.map(([set, days]) => [set, days])).toEqual([
    ["any platform", 90],
    ["Bluesky", 30],
    ["Bluesky", 90],
  ]);
  expect(chart?.finding).toBe("35 % of the companies assessed had no post on Bluesky in 90 days");
});

test("platforms of which nothing is known, where nobody is, or that are not social have no panel", () => {
  const chart = chartOf([
    unread,
    row({ ...read, platforms: "linkedin", estimate: null, boundLo: 0, boundHi: 1 }),
    row({ ...read, platforms: "mastodon" }),
    row({ ...read, platforms: "feed" }),
  ]);
  expect(new Set(chart?.rows.map(([set]) => set))).toEqual(new Set(["any platform"]));
});

test("without a published row there is no drawing; a suppressed row is none", () => {
  expect(chartOf([])).toBeNull();
  expect(chartOf([row({ suppressed: true })])).toBeNull();
});
