import { binomialTest } from "./binomial.ts";
import { fisherQuantile, normal, zOf } from "./distributions.ts";
import { defaultLevel, type Interval } from "./interval.ts";

/** Posts and the days they were counted over. */
export interface Period {
  posts: number;
  days: number;
}

/** Rate after an event over rate before. */
export interface RateRatio {
  rateBefore: number | null;
  rateAfter: number | null;
  /** Infinity where there was nothing before; null where there was nothing at all. */
  ratio: number | null;
  interval: Interval | null;
  p: number | null;
}

/**
 * Ratio of two posting rates, exact given the total (M32). Right only where the series is about Poisson (M14).
 *
 * @see Przyborowski & Wilenski 1940; Clopper & Pearson 1934
 */
export function rateRatio(before: Period, after: Period, level = defaultLevel): RateRatio {
  const [rateBefore, rateAfter] = [rateOf(before), rateOf(after)];
  const n = before.posts + after.posts;
  if (rateBefore === null || rateAfter === null || n === 0) {
    return { rateBefore, rateAfter, ratio: null, interval: null, p: null };
  }
  const tail = (1 - level) / 2;
  const scale = before.days / after.days;
  const low = after.posts === 0 ? 0 : oddsQuantile(tail, after.posts, before.posts + 1);
  const high =
    before.posts === 0 ? Number.POSITIVE_INFINITY : oddsQuantile(1 - tail, after.posts + 1, before.posts);
  return {
    rateBefore,
    rateAfter,
    ratio: before.posts === 0 ? Number.POSITIVE_INFINITY : rateAfter / rateBefore,
    interval: [low * scale, high * scale],
    p: binomialTest(after.posts, n, after.days / (after.days + before.days)),
  };
}

const rateOf = ({ posts, days }: Period): number | null => (days > 0 ? posts / days : null);

/** Odds of the beta quantile with these parameters. */
const oddsQuantile = (p: number, a: number, b: number): number => (a / b) * fisherQuantile(p, 2 * a, 2 * b);

/** One party of a comparison, before and after. */
export interface BeforeAfter {
  before: Period;
  after: Period;
}

/** How much more a company's rate changed than that of others. */
export interface RatioOfRatios {
  ratio: number;
  interval: Interval;
  p: number;
  /** Whether half a post was added to each count because one of them was 0. */
  isCorrected: boolean;
}

/**
 * Difference in differences on the scale of ratios (M35).
 *
 * @param controls the other companies' posts and days, pooled
 * @param dispersion index of dispersion of the weekly counts (M14); above 1 it widens the interval
 * @returns null where a period has no days
 */
export function ratioOfRatios(
  treated: BeforeAfter,
  controls: BeforeAfter,
  { level = defaultLevel, dispersion = 1 }: { level?: number; dispersion?: number } = {},
): RatioOfRatios | null {
  const periods = [treated.after, treated.before, controls.after, controls.before];
  if (periods.some(({ days }) => !(days > 0))) return null;
  const isCorrected = periods.some(({ posts }) => posts === 0);
  const counts = periods.map(({ posts }) => posts + (isCorrected ? 0.5 : 0));
  const signs = [1, -1, -1, 1];
  const log = periods.reduce(
    (total, { days }, index) => total + (signs[index] ?? 0) * Math.log((counts[index] ?? 0) / days),
    0,
  );
  const variance = counts.reduce((total, count) => total + 1 / count, 0);
  const se = Math.sqrt(variance * Math.max(1, dispersion));
  const reach = zOf(level) * se;
  return {
    ratio: Math.exp(log),
    interval: [Math.exp(log - reach), Math.exp(log + reach)],
    p: 2 * normal(-Math.abs(log) / se).lower,
    isCorrected,
  };
}

/**
 * Place of an event's estimate among the same estimate at dates when nothing happened (M36).
 *
 * @returns rank 1 for the most extreme on the log scale, and its share of all dates; null where the event has no estimate
 */
export function placeboRank(
  event: number,
  placebos: readonly number[],
): { rank: number; share: number } | null {
  const size = (value: number): number => Math.abs(Math.log(value));
  if (!(event >= 0)) return null;
  const rank = 1 + placebos.filter((placebo) => size(placebo) >= size(event)).length;
  return { rank, share: rank / (placebos.length + 1) };
}
