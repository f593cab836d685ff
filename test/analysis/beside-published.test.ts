import { expect, test } from "vitest";
import { besidePublished } from "../../analysis/beside-published.ts";
import { type PublishedFigure, publishedFigures } from "../../datasets/reference.ts";
import type { Benchmark } from "../../datasets/schema.ts";
import { tables } from "../../datasets/tables.ts";

const figure = (more: Partial<PublishedFigure>): PublishedFigure => ({
  ...{ year: 2013, population: "top 50 pharma companies", n: 50, metric: "share_active" },
  ...{
    metricId: "share_inactive",
    valueText: "60",
    valueLo: 0.6,
    valueHi: 0.6,
    unit: "share",
    unitText: "%",
  },
  ...{ platforms: "x", platformText: "x", definition: "tweeted in the past 30 days" },
  ...{ sourceTitle: "A study", sourceUrl: "https://example.com/", verified: true, note: null, ...more },
});

const benchmark = (more: Partial<Benchmark>): Benchmark => ({
  ...{ metric: "share_inactive", statistic: "share", segment: "pharma", sizeBand: "all", platforms: "x" },
  ...{ platformIds: ["x"], thetaDays: 30, windowDays: null, estimate: 0.5, ciLo: 0.4, ciHi: 0.6 },
  ...{ ciMethod: "wilson", ciLevel: 0.95, boundLo: 0.3, boundHi: 0.7, n: 40, nTrue: 20, nFalse: 20 },
  ...{ nUnknown: 10, unit: "share of companies", coverage: 0.8, suppressed: false, reason: null },
  ...{ observedAtMin: null, observedAtMax: null, instrument: "test", ...more },
});

const beside = (published: Partial<PublishedFigure>, ...own: Partial<Benchmark>[]) =>
  besidePublished([figure(published)], own.map(benchmark))[0];

test("a share active is read as its inverse, at the threshold that its definition states", () => {
  expect(beside({}, {}, { thetaDays: 90, estimate: 0.4 })).toMatchObject({
    ...{ publishedLo: 0.4, publishedHi: 0.4, thetaDays: 30, likeness: "alike", note: null },
    ...{ segment: "pharma", estimate: 0.5, ciLo: 0.4, boundHi: 0.7, n: 40 },
  });
});

test("without a threshold nothing stands beside it, as with the figure that began it all", () => {
  expect(beside({ definition: "not currently active" }, {})).toMatchObject({
    ...{ likeness: "other_definition", note: "The source gives no threshold of activity", estimate: null },
  });
  const seed = besidePublished(publishedFigures(), []).find(({ publishedN }) => publishedN === 296);
  expect(seed).toMatchObject({ publishedLo: 0.8, likeness: "other_definition", estimate: null });
});

test("another population's figure stands beside that of the whole audit, and says so", () => {
  const row = beside(
    { population: "Fortune 500", note: "Large firms" },
    {},
    { segment: "all", estimate: 0.7 },
  );
  expect(row).toMatchObject({ likeness: "other_population", segment: "all", estimate: 0.7 });
  expect(row?.note).toBe("Not the audit's population; Large firms");
});

test("the pharma firms of a list of large firms are another population", () => {
  const row = beside({ population: "S&P 500 pharmaceuticals" }, {}, { segment: "all", estimate: 0.7 });
  expect(row).toMatchObject({ likeness: "other_population", estimate: 0.7 });
});

test("counts of companies become shares of them", () => {
  const counted = {
    metric: "companies_present",
    metricId: "presence",
    unit: "companies",
    valueLo: 22,
    valueHi: 22,
  };
  const own = { metric: "presence", thetaDays: null };
  expect(beside(counted, own)).toMatchObject({ publishedLo: 0.44, likeness: "alike" });
  expect(beside({ ...counted, n: null }, own)).toMatchObject({
    publishedLo: null,
    likeness: "other_definition",
  });
});

test("one company, several platforms at once, sums over platforms and figures never made are not compared", () => {
  const rate = { metric: "posting_rate_avg", metricId: "posts_per_day", unit: "posts per day" };
  expect(beside({ n: 1 }, {})?.note).toBe("One company, not a group");
  expect(beside({ platforms: "x+facebook" }, {})?.note).toMatch(/^Several platforms at once/);
  expect(beside({ ...rate, platforms: "any" }, {})?.note).toMatch(/^A sum over platforms/);
  expect(beside({ metric: "accounts_dormant", metricId: "activity_ladder" }, {})?.note).toMatch(
    /no figure defined so/,
  );
  expect(beside({ platforms: "other" }, { platforms: "other" })?.note).toMatch(/^A platform that the audit/);
  expect(beside({ platforms: "facebook" }, {})).toMatchObject({
    ...{ likeness: "not_measured", note: "The audit has no such figure for facebook at 30 days" },
  });
});

test("a mean is compared with the mean, a median of those that post with ours of them", () => {
  const rates = (metric: string) => ({ metric, metricId: "posts_per_day", unit: "posts per day" });
  const own = { metric: "posts_per_day", thetaDays: null, unit: "posts per day" };
  const both = [
    { ...own, statistic: "mean_of_rates", estimate: 3 },
    { ...own, statistic: "median_active", estimate: 1 },
  ];
  expect(beside(rates("posting_rate_avg"), ...both)?.estimate).toBe(3);
  expect(beside(rates("posting_rate_median"), ...both)?.estimate).toBe(1);
});

test("all that ships makes a table whose rows differ in its key", () => {
  const rows = besidePublished(publishedFigures(), [benchmark({})]);
  const places = tables.comparisons.key.map((name) =>
    tables.comparisons.columns.findIndex((each) => each.name === name),
  );
  const keys = rows.map((row) => JSON.stringify(places.map((place) => tables.comparisons.toRow(row)[place])));
  expect(rows.length).toBeGreaterThan(50);
  expect(new Set(keys).size).toBe(rows.length);
  expect(rows.every(({ likeness, note }) => likeness === "alike" || note !== null)).toBe(true);
});
