import { gini } from "./concentration.ts";
import { defaultLevel, ratio, sum } from "./interval.ts";
import { ascending } from "./quantiles.ts";

/** Fewest gaps that say anything about rhythm. */
const minGaps = 3;

/**
 * Chance that a silence lasts this long if the account goes on as before (M13); null for fewer than three earlier gaps.
 * Flag "gone quiet" below 0.01, and across many accounts by the false discovery rate.
 *
 * @see Lomax 1954: exponential gaps, predictive F(2, 2m)
 */
export function silenceP(gapsDays: ArrayLike<number>, currentGapDays: number): number | null {
  const total = sum(gapsDays);
  if (gapsDays.length < minGaps || total <= 0) return null;
  return (1 + currentGapDays / total) ** -gapsDays.length;
}

/** Greatest rate that agrees with no post since the last one, in posts a day; null when no time has passed. */
export function silenceRateLimit(currentGapDays: number, level = defaultLevel): number | null {
  return currentGapDays > 0 ? -Math.log(1 - level) / currentGapDays : null;
}

/** How regular an account posts. All but `nGaps` and `longest` are null for fewer than three gaps. */
export interface Rhythm {
  nGaps: number;
  meanGap: number | null;
  cv: number | null;
  /** (σ - μ) / (σ + μ): -1 regular, 0 Poisson, towards 1 bursty (Goh & Barabási 2008). */
  burstiness: number | null;
  /** The same, comparable between few and many posts (Kim & Jo 2016). */
  burstinessFinite: number | null;
  gini: number | null;
  /** Longest gap between two posts in days; null without a gap. */
  longest: number | null;
}

/** Rhythm of distinct post times, in days and any order (M15); posts of one second (cross-posts) count once. */
export const rhythmOf = (timesDays: readonly number[]): Rhythm => rhythmOfGaps(gapsOf(timesDays));

/** The same from the gaps themselves. */
export function rhythmOfGaps(gaps: ArrayLike<number>): Rhythm {
  const n = gaps.length;
  const longest = n > 0 ? greatest(gaps) : null;
  if (n < minGaps) {
    return {
      nGaps: n,
      meanGap: null,
      cv: null,
      burstiness: null,
      burstinessFinite: null,
      gini: null,
      longest,
    };
  }
  const mean = sum(gaps) / n;
  let squares = 0;
  for (let index = 0; index < n; index += 1) squares += ((gaps[index] ?? mean) - mean) ** 2;
  const deviation = Math.sqrt(squares / n);
  const cv = deviation / mean;
  return {
    nGaps: n,
    meanGap: mean,
    cv,
    burstiness: (deviation - mean) / (deviation + mean),
    burstinessFinite:
      (Math.sqrt(n + 1) * cv - Math.sqrt(n - 1)) / ((Math.sqrt(n + 1) - 2) * cv + Math.sqrt(n - 1)),
    gini: gini(gaps),
    longest,
  };
}

/** How steadily an account posts (M16). */
export interface Consistency {
  longestSilence: number;
  /** Whether the longest silence is the one still going on. */
  isCurrent: boolean;
  /** Weeks with a post / complete weeks covered; null without a complete week. */
  activeWeeks: number | null;
}

/**
 * Longest silence and share of active weeks.
 *
 * @param timesDays post times in days, in any order; at least four distinct ones, else null
 * @param endDays instant of observation on the same scale; weeks are counted back from it
 * @param coveredDays days before it that were wholly seen
 */
export function consistencyOf(
  timesDays: readonly number[],
  endDays: number,
  coveredDays: number,
): Consistency | null {
  const gaps = gapsOf(timesDays);
  if (gaps.length < minGaps) return null;
  const current = endDays - greatest(timesDays);
  const longest = greatest(gaps);
  return {
    longestSilence: Math.max(longest, current),
    isCurrent: current > longest,
    activeWeeks: activeWeeksOf(timesDays, endDays, coveredDays),
  };
}

/** Share of the complete weeks counted back from the end that have a post; null without one. */
export function activeWeeksOf(
  timesDays: ArrayLike<number>,
  endDays: number,
  coveredDays: number,
): number | null {
  const weeks = Math.floor(coveredDays / 7);
  const hasPost = new Uint8Array(weeks);
  let active = 0;
  for (let index = 0; index < timesDays.length; index += 1) {
    const week = Math.floor((endDays - (timesDays[index] ?? 0)) / 7);
    if (week < 0 || week >= weeks || hasPost[week] === 1) continue;
    hasPost[week] = 1;
    active += 1;
  }
  return ratio(active, weeks);
}

const secondOf = (timeDays: number): number => Math.round(timeDays * 86_400);

/** Without spreading: an account may have more posts than a call has room for. */
function greatest(values: ArrayLike<number>): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index += 1) most = Math.max(most, values[index] ?? most);
  return most;
}

/** Gaps between distinct post times, in order of time; posts of one second count once. */
const gapsOf = (timesDays: ArrayLike<number>): Float64Array => gapsOfSorted(ascending(timesDays));

/** The same of times in ascending order. */
export function gapsOfSorted(times: ArrayLike<number>): Float64Array {
  const gaps = new Float64Array(times.length);
  let count = 0;
  let last = times[0] ?? 0;
  let second = secondOf(last);
  for (let index = 1; index < times.length; index += 1) {
    const time = times[index] ?? 0;
    const own = secondOf(time);
    if (own !== second) {
      gaps[count] = time - last;
      count += 1;
      last = time;
    }
    second = own;
  }
  return gaps.subarray(0, count);
}
