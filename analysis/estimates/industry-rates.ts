import { ascending } from "./ascending.ts";
import { studentQuantile } from "./distributions.ts";
import { defaultLevel, type Interval, ratio, sum } from "./interval.ts";
import { clopperPearson } from "./proportions.ts";
import { quantileIn, quantileIntervalIn, weightedQuantile } from "./quantiles.ts";

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
  const { pooled, mean_of_rates, median_all, median_active, mean_active } = industryIntervals(accounts);
  return {
    pooled: pooled.estimate,
    mean_of_rates: mean_of_rates.estimate,
    median_all: median_all.estimate,
    median_active: median_active.estimate,
    mean_active: mean_active.estimate,
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
  const exposed = columnsOf(accounts.filter(({ days }) => days > 0));
  const rates = asRates(exposed);
  const activeRates = asRates(columnsOf(accounts.filter(({ posts, days }) => posts > 0 && days > 0)));
  return {
    pooled: ofMean(exposed, "ratio_t"),
    mean_of_rates: ofMean(rates, "t"),
    median_all: ofMedian(rates),
    median_active: ofMedian(activeRates),
    mean_active: ofMean(activeRates, "t"),
  };
}

/** Accounts in columns, one place an account: there may be very many. */
interface Columns {
  posts: Float64Array;
  days: Float64Array;
  weights: Float64Array;
}

function columnsOf(accounts: readonly Exposure[]): Columns {
  const column = () => new Float64Array(accounts.length);
  const [posts, days, weights] = [column(), column(), column()];
  accounts.forEach((account, index) => {
    posts[index] = account.posts;
    days[index] = account.days;
    weights[index] = account.weight ?? 1;
  });
  return { posts, days, weights };
}

/** Every account counted alike, however long it was watched. */
const asRates = ({ posts, days, weights }: Columns): Columns => ({
  posts: posts.map((count, index) => count / (days[index] ?? 1)),
  days: new Float64Array(days.length).fill(1),
  weights,
});

function weighted(column: Float64Array, weights: Float64Array): number {
  let total = 0;
  for (let index = 0; index < column.length; index += 1)
    total += (column[index] ?? 0) * (weights[index] ?? 1);
  return total;
}

const pooled = ({ posts, days, weights }: Columns): number | null =>
  ratio(weighted(posts, weights), weighted(days, weights));

const ofMean = (accounts: Columns, method: "t" | "ratio_t"): IndustryRate => ({
  ...{ estimate: pooled(accounts), n: accounts.posts.length, method, level: defaultLevel },
  interval: pooledInterval(accounts),
});

function ofMedian(rates: Columns): IndustryRate {
  const n = rates.posts.length;
  if (!rates.weights.every((weight) => weight === rates.weights[0])) {
    const estimate = weightedRate(rates, 0.5);
    return { ...{ estimate, n, method: "woodruff", level: defaultLevel }, interval: woodruff(rates) };
  }
  const inOrder = ascending(rates.posts);
  const limits = quantileIntervalIn(inOrder, 0.5, defaultLevel);
  return {
    ...{ estimate: quantileIn(inOrder, 0.5), n, method: "order_statistics" },
    interval: limits && [limits.low, limits.high],
    level: limits?.coverage ?? defaultLevel,
  };
}

const weightedRate = ({ posts, weights }: Columns, q: number): number | null =>
  weightedQuantile(
    Array.from(posts, (rate, index) => [rate, weights[index] ?? 1] as const),
    q,
  );

/**
 * Interval of a weighted median: the exact interval of one half at the effective number of accounts, read off the weighted
 * distribution.
 *
 * @see Woodruff 1952; Kish 1965
 */
function woodruff(rates: Columns): Interval | null {
  const { weights } = rates;
  const n = sum(weights) ** 2 / weighted(weights, weights);
  const shares = n >= 6 ? clopperPearson(n / 2, n) : null;
  const [low, high] = shares?.map((share) => weightedRate(rates, share)) ?? [];
  return low == null || high == null ? null : [low, high];
}

/**
 * Interval of a ratio of totals, not below 0, accounts being the units that vary; null for fewer than two.
 *
 * @see Cochran 1977, section 6.4; Särndal, Swensson & Wretman 1992, section 5.6 (weights)
 */
function pooledInterval(accounts: Columns): Interval | null {
  const { posts, days, weights } = accounts;
  const n = posts.length;
  const rate = pooled(accounts);
  if (n < 2 || rate === null) return null;
  let squares = 0;
  for (let index = 0; index < n; index += 1)
    squares += ((weights[index] ?? 1) * ((posts[index] ?? 0) - rate * (days[index] ?? 0))) ** 2;
  const t = studentQuantile(0.5 + defaultLevel / 2, n - 1);
  const half = (t * Math.sqrt((squares * n) / (n - 1))) / weighted(days, weights);
  return [Math.max(0, rate - half), rate + half];
}
