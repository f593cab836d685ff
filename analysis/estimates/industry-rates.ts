import { studentQuantile } from "./distributions.ts";
import { defaultLevel, type Interval, ratio, sum } from "./interval.ts";
import { clopperPearson } from "./proportions.ts";
import { median, medianInterval, weightedQuantile } from "./quantiles.ts";

/** Posts of one account and the days they were counted over. */
export interface Exposure {
  posts: number;
  days: number;
  /** Accounts that it stands for, where the accounts are a sample of unequal chances; else 1. */
  weight?: number;
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
  const { exposed, active } = exposedAmong(accounts);
  return {
    pooled: pooled(exposed),
    mean_of_rates: pooled(asRates(exposed)),
    median_all: medianOf(exposed),
    median_active: medianOf(active),
    mean_active: pooled(asRates(active)),
  };
}

/** One of the five with its interval, the number of accounts it rests on, and how the interval was made. */
export interface IndustryRate {
  estimate: number | null;
  n: number;
  interval: Interval | null;
  method: "ratio_t" | "t" | "order_statistics" | "woodruff";
  /** Level of the interval: for unweighted medians the coverage it really has. */
  level: number;
}

/** The five industry rates with intervals that allow for differences between accounts; too few accounts have none. */
export function industryIntervals(accounts: readonly Exposure[]): Record<keyof IndustryRates, IndustryRate> {
  const { exposed, active } = exposedAmong(accounts);
  const found = industryRates(accounts);
  const ofMean = (
    estimate: number | null,
    some: readonly Weighted[],
    method: "t" | "ratio_t",
  ): IndustryRate => ({
    ...{ estimate, n: some.length, method, level: defaultLevel },
    interval: pooledInterval(some),
  });
  return {
    pooled: ofMean(found.pooled, exposed, "ratio_t"),
    mean_of_rates: ofMean(found.mean_of_rates, asRates(exposed), "t"),
    median_all: medianWithInterval(found.median_all, exposed),
    median_active: medianWithInterval(found.median_active, active),
    mean_active: ofMean(found.mean_active, asRates(active), "t"),
  };
}

type Weighted = Required<Exposure>;

function exposedAmong(accounts: readonly Exposure[]): { exposed: Weighted[]; active: Weighted[] } {
  const exposed = accounts
    .filter(({ days }) => days > 0)
    .map((each) => ({ ...each, weight: each.weight ?? 1 }));
  return { exposed, active: exposed.filter(({ posts }) => posts > 0) };
}

/** Every account counted alike, however long it was watched. */
const asRates = (accounts: readonly Weighted[]): Weighted[] =>
  accounts.map(({ posts, days, weight }) => ({ posts: posts / days, days: 1, weight }));

const pooled = (accounts: readonly Weighted[]): number | null =>
  ratio(
    sum(accounts.map(({ posts, weight }) => posts * weight)),
    sum(accounts.map(({ days, weight }) => days * weight)),
  );

const isPlain = (accounts: readonly Weighted[]): boolean =>
  accounts.every(({ weight }) => weight === accounts[0]?.weight);

const rateOf = ({ posts, days }: Weighted): number => posts / days;

const weightedRate = (accounts: readonly Weighted[], q: number): number | null =>
  weightedQuantile(
    accounts.map((each) => [rateOf(each), each.weight] as const),
    q,
  );

const medianOf = (accounts: readonly Weighted[]): number | null =>
  isPlain(accounts) ? median(accounts.map(rateOf)) : weightedRate(accounts, 0.5);

function medianWithInterval(estimate: number | null, accounts: readonly Weighted[]): IndustryRate {
  const n = accounts.length;
  if (!isPlain(accounts)) {
    return { ...{ estimate, n, method: "woodruff", level: defaultLevel }, interval: woodruff(accounts) };
  }
  const limits = medianInterval(accounts.map(rateOf));
  const interval = limits && ([limits.low, limits.high] as const);
  return {
    ...{ estimate, n, interval, method: "order_statistics" },
    level: limits?.coverage ?? defaultLevel,
  };
}

/**
 * Interval of a weighted median: the exact interval of one half at the effective number of accounts, read off the weighted
 * distribution.
 *
 * @see Woodruff 1952; Kish 1965
 */
function woodruff(accounts: readonly Weighted[]): Interval | null {
  const weights = accounts.map(({ weight }) => weight);
  const n = sum(weights) ** 2 / sum(weights.map((weight) => weight * weight));
  const shares = n >= 6 ? clopperPearson(n / 2, n) : null;
  const [low, high] = shares?.map((share) => weightedRate(accounts, share)) ?? [];
  return low == null || high == null ? null : [low, high];
}

/**
 * Interval of a ratio of totals, not below 0, accounts being the units that vary; null for fewer than two.
 *
 * @see Cochran 1977, section 6.4; Särndal, Swensson & Wretman 1992, section 5.6 (weights)
 */
function pooledInterval(accounts: readonly Weighted[]): Interval | null {
  const n = accounts.length;
  const rate = pooled(accounts);
  if (n < 2 || rate === null) return null;
  const totalDays = sum(accounts.map(({ days, weight }) => days * weight));
  const squares = sum(accounts.map(({ posts, days, weight }) => (weight * (posts - rate * days)) ** 2));
  const t = studentQuantile(0.5 + defaultLevel / 2, n - 1);
  const half = (t * Math.sqrt((squares * n) / (n - 1))) / totalDays;
  return [Math.max(0, rate - half), rate + half];
}
