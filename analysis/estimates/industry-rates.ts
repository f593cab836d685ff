import { studentQuantile } from "./distributions.ts";
import { defaultLevel, type Interval, ratio, sum } from "./interval.ts";
import { median, medianInterval } from "./quantiles.ts";

/** Posts of one account and the days they were counted over. */
export interface Exposure {
  posts: number;
  days: number;
}

/** The five numbers that are all called "posts a day of an industry" (M18); null where no account has exposure. */
export interface IndustryRates {
  /** All posts over all days: heavy posters and long windows weigh most. */
  pooled: number | null;
  mean_of_rates: number | null;
  /** Over all observed accounts, the silent ones included. */
  median_all: number | null;
  /** Over accounts with at least one post. */
  median_active: number | null;
  mean_active: number | null;
}

/** The five industry rates of some accounts; those without exposure have no rate and are left out. */
export function industryRates(accounts: readonly Exposure[]): IndustryRates {
  const { exposed, rates, active } = ratesOf(accounts);
  return {
    pooled: ratio(sum(exposed.map(({ posts }) => posts)), sum(exposed.map(({ days }) => days))),
    mean_of_rates: mean(rates),
    median_all: median(rates),
    median_active: median(active),
    mean_active: mean(active),
  };
}

/** One of the five with its interval, the number of accounts it rests on, and how the interval was made. */
export interface IndustryRate {
  estimate: number | null;
  n: number;
  interval: Interval | null;
  method: "ratio_t" | "t" | "order_statistics";
  /** Level of the interval: for medians the coverage it really has. */
  level: number;
}

/** The five industry rates with intervals that allow for differences between accounts; too few accounts have none. */
export function industryIntervals(accounts: readonly Exposure[]): Record<keyof IndustryRates, IndustryRate> {
  const { exposed, rates, active } = ratesOf(accounts);
  const found = industryRates(accounts);
  const ofMean = (estimate: number | null, values: readonly number[]): IndustryRate => ({
    ...{ estimate, n: values.length, method: "t", level: defaultLevel },
    interval: meanInterval(values),
  });
  const ofMedian = (estimate: number | null, values: readonly number[]): IndustryRate => {
    const limits = medianInterval(values);
    const interval = limits && ([limits.low, limits.high] as const);
    return {
      ...{ estimate, n: values.length, method: "order_statistics", level: limits?.coverage ?? defaultLevel },
      interval,
    };
  };
  return {
    pooled: {
      ...{ estimate: found.pooled, n: exposed.length, method: "ratio_t", level: defaultLevel },
      interval: pooledInterval(exposed),
    },
    mean_of_rates: ofMean(found.mean_of_rates, rates),
    median_all: ofMedian(found.median_all, rates),
    median_active: ofMedian(found.median_active, active),
    mean_active: ofMean(found.mean_active, active),
  };
}

function ratesOf(accounts: readonly Exposure[]) {
  const exposed = accounts.filter(({ days }) => days > 0);
  const rates = exposed.map(({ posts, days }) => posts / days);
  return { exposed, rates, active: rates.filter((rate) => rate > 0) };
}

const mean = (values: readonly number[]): number | null => ratio(sum(values), values.length);

/** Interval of a mean by Student's t, not below 0; null for fewer than two values. */
const meanInterval = (values: readonly number[]): Interval | null =>
  pooledInterval(values.map((posts) => ({ posts, days: 1 })));

/**
 * Interval of a ratio of totals, not below 0, accounts being the units that vary; null for fewer than two.
 *
 * @see Cochran 1977, section 6.4
 */
function pooledInterval(accounts: readonly Exposure[]): Interval | null {
  const n = accounts.length;
  if (n < 2) return null;
  const totalDays = sum(accounts.map(({ days }) => days));
  const rate = sum(accounts.map(({ posts }) => posts)) / totalDays;
  const squares = sum(accounts.map(({ posts, days }) => (posts - rate * days) ** 2));
  const t = studentQuantile(0.5 + defaultLevel / 2, n - 1);
  const half = (t * Math.sqrt((squares * n) / (n - 1))) / totalDays;
  return [Math.max(0, rate - half), rate + half];
}
