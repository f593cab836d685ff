import { expect, test } from "vitest";
import { activityChart } from "../../../../analysis/report/charts/activity.ts";
import { reportModel } from "../../../../analysis/report/model.ts";
import type { ActivityCurve } from "../../../../datasets/schema.ts";
import { account, company, emptyInput, ownership } from "../invented.ts";

const days = [1, 30, 90, 365, 730];
const curve = (platforms: string, given: Partial<ActivityCurve> = {}): ActivityCurve[] =>
  days.map((thetaDays) => ({
    ...{ segment: "all", platforms, unit: "share of companies", thetaDays, reason: null },
    ...{ estimate: 0.4, ciLo: 0.3, ciHi: 0.5, ciMethod: "wilson", boundLo: 0.2, boundHi: 0.6 },
    ...{ n: 30, nUnknown: 10 },
    ...given,
  }));
const unread = { estimate: null, ciLo: null, ciHi: null, boundLo: 0.1, boundHi: 0.9 };
const chartOf = (...curves: ActivityCurve[][]) =>
  activityChart(
    reportModel(
      emptyInput({
        companies: [company("a")],
        accounts: [account("bluesky", "a"), account("linkedin", "a")],
        ownerships: [ownership("a", "bluesky:a"), ownership("a", "linkedin:a")],
        curves: curves.flat(),
      }),
    ),
  );

test("a share that nobody knows has bounds and no line", () => {
  const chart = chartOf(curve("any", unread));
  expect(chart?.rows[0]).toEqual(["any platform", 30, null, null, null, 0.1, 0.9, 30, 10]);
  expect(chart?.svg).not.toContain('stroke-width="2"');
  expect(chart?.finding).toBe(
    "Between 10 % and 90 % of the companies had a post on any platform within 90 days",
  );
});

test("the finding is what is known at the threshold of the report", () => {
  const chart = chartOf(curve("any", unread), curve("bluesky"));
  expect(chart?.finding).toBe(
    "40 % of the companies that could be judged had a post on Bluesky within 90 days",
  );
  expect(new Set(chart?.rows.map(([set]) => set))).toEqual(new Set(["any platform", "Bluesky"]));
});

test("under the drawing stand the thresholds one speaks of; the table of curves has all", () => {
  expect(chartOf(curve("any"))?.rows.map(([, day]) => day)).toEqual([30, 90, 365, 730]);
});

test("platforms of which nothing is known, where nobody is, or that are not social have no panel", () => {
  const nothing = { estimate: null, boundLo: 0, boundHi: 1 };
  const chart = chartOf(curve("any"), curve("linkedin", nothing), curve("mastodon"), curve("feed"));
  expect(new Set(chart?.rows.map(([set]) => set))).toEqual(new Set(["any platform"]));
});

test("shares of accounts and of segments are other curves; without one of all companies there is no drawing", () => {
  expect(chartOf(curve("any", { unit: "share of accounts" }), curve("any", { segment: "cro" }))).toBeNull();
  expect(chartOf(curve("any", { ...unread, boundLo: null, boundHi: null }))).toBeNull();
});
