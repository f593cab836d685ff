import { expect, test } from "vitest";
import { industryIntervals, industryRates } from "../../../analysis/estimates/industry-rates.ts";

const accounts = [
  { posts: 90, days: 90 },
  { posts: 270, days: 90 },
  { posts: 0, days: 90 },
  { posts: 45, days: 30 },
];

test("five numbers go by one name and differ", () => {
  expect(industryRates(accounts)).toEqual({
    pooled: 405 / 300,
    mean_of_rates: 1.375,
    median_all: 1.25,
    median_active: 1.5,
    mean_active: 5.5 / 3,
  });
});

test("without accounts, or without exposure, there are none; accounts without exposure are left out", () => {
  const none = {
    pooled: null,
    mean_of_rates: null,
    median_all: null,
    median_active: null,
    mean_active: null,
  };
  expect(industryRates([])).toEqual(none);
  expect(industryRates([{ posts: 3, days: 0 }])).toEqual(none);
  expect(industryRates([...accounts, { posts: 3, days: 0 }])).toEqual(industryRates(accounts));
});

test("silent accounts have an all-account rate and no active-account rate", () => {
  expect(industryRates([{ posts: 0, days: 90 }])).toMatchObject({ median_all: 0, median_active: null });
});

test("each number has its own n and kind of interval", () => {
  const found = industryIntervals(accounts);
  expect(found.pooled).toMatchObject({ n: 4, method: "ratio_t", level: 0.95 });
  expect(found.mean_active).toMatchObject({ n: 3, method: "t" });
  expect(found.median_all).toMatchObject({ n: 4, method: "order_statistics", interval: null });
});

test("the mean's interval is Student's", () => {
  // R: t.test(c(1, 2, 3, 4))$conf.int is 0.4457397 to 4.5542603.
  const found = industryIntervals([1, 2, 3, 4].map((posts) => ({ posts, days: 1 })));
  expect(found.mean_of_rates.interval).toEqual([expect.closeTo(0.4457397, 6), expect.closeTo(4.5542603, 6)]);
  expect(found.pooled.interval).toEqual(found.mean_of_rates.interval);
});

test("one account has a rate and no interval; no rate goes below 0", () => {
  expect(industryIntervals([{ posts: 9, days: 9 }]).pooled).toMatchObject({ estimate: 1, interval: null });
  expect(
    industryIntervals([
      { posts: 0, days: 9 },
      { posts: 9, days: 9 },
    ]).pooled.interval?.[0],
  ).toBe(0);
});

test("an account that stands for three counts as three would", () => {
  const single = [
    { posts: 9, days: 90, weight: 3 },
    { posts: 45, days: 30, weight: 1 },
    { posts: 0, days: 90, weight: 2 },
  ];
  const repeated = single.flatMap(({ posts, days, weight }) =>
    Array.from({ length: weight }, () => ({ posts, days })),
  );
  const [weighted, plain] = [industryRates(single), industryRates(repeated)];
  expect(weighted.pooled).toBeCloseTo(plain.pooled ?? 0, 12);
  expect(weighted.mean_of_rates).toBeCloseTo(plain.mean_of_rates ?? 0, 12);
  expect(weighted.mean_active).toBeCloseTo(plain.mean_active ?? 0, 12);
  expect(weighted.median_all).toBeCloseTo(0.1, 12);
});

test("the median of accounts of unequal weight has an interval that holds it, and few have none", () => {
  const accounts = Array.from({ length: 40 }, (_, index) => ({
    posts: index,
    days: 10,
    weight: 1 + (index % 3),
  }));
  const { estimate, interval, method } = industryIntervals(accounts).median_all;
  expect(method).toBe("woodruff");
  expect(interval?.[0]).toBeLessThan(estimate ?? 0);
  expect(interval?.[1]).toBeGreaterThan(estimate ?? 0);
  expect(industryIntervals(accounts.slice(0, 4)).median_all.interval).toBeNull();
});
