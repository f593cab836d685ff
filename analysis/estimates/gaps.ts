import { ascending } from "./ascending.ts";
import { gini } from "./concentration.ts";
import { defaultLevel, ratio, sum } from "./interval.ts";

/** Fewest gaps that say anything about rhythm. */
const minGaps = 3;

/**
 * Chance that a silence lasts this long if the account goes on as before (M13); null for fewer than three earlier gaps.
 * Flag "gone quiet" below 0.01, and across many accounts by the false discovery rate.
 *
 * @see Lomax 1954: exponential gaps, predictive F(2, 2m)
 */
export const silenceP = (gapsDays: ArrayLike<number>, currentGapDays: number): number | null =>
  silencePAfter({ nGaps: gapsDays.length, total: sum(gapsDays) }, currentGapDays);

/** The same from what is known of the gaps. */
export function silencePAfter(
  { nGaps, total }: Pick<Rhythm, "nGaps" | "total">,
  currentGapDays: number,
): number | null {
  if (nGaps < minGaps || total <= 0) return null;
  return (1 + currentGapDays / total) ** -nGaps;
}

/** Greatest rate that agrees with no post since the last one, in posts a day; null when no time has passed. */
export function silenceRateLimit(currentGapDays: number, level = defaultLevel): number | null {
  return currentGapDays > 0 ? -Math.log(1 - level) / currentGapDays : null;
}

/** How regular an account posts. All but the first two and `longest` are null for fewer than three gaps. */
export interface Rhythm {
  nGaps: number;
  /** Days from the first post to the last. */
  total: number;
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
export const rhythmOf = (timesDays: readonly number[]): Rhythm =>
  rhythmOfGaps(gapsOfSorted(ascending(timesDays)));

/** The same from the gaps themselves. */
export function rhythmOfGaps(gaps: Float64Array): Rhythm {
  const n = gaps.length;
  const { total, longest } = extentOf(gaps);
  if (n < minGaps) {
    return {
      nGaps: n,
      total,
      meanGap: null,
      cv: null,
      burstiness: null,
      burstinessFinite: null,
      gini: null,
      longest,
    };
  }
  const mean = total / n;
  let squares = 0;
  for (let index = 0; index < n; index += 1) squares += ((gaps[index] ?? mean) - mean) ** 2;
  const deviation = Math.sqrt(squares / n);
  const cv = deviation / mean;
  return {
    nGaps: n,
    total,
    meanGap: mean,
    cv,
    burstiness: (deviation - mean) / (deviation + mean),
    burstinessFinite:
      (Math.sqrt(n + 1) * cv - Math.sqrt(n - 1)) / ((Math.sqrt(n + 1) - 2) * cv + Math.sqrt(n - 1)),
    gini: gini(gaps, total),
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
  const times = ascending(timesDays);
  const gaps = gapsOfSorted(times);
  if (gaps.length < minGaps) return null;
  const current = endDays - (times.at(-1) ?? endDays);
  const longest = extentOf(gaps).longest ?? 0;
  return {
    longestSilence: Math.max(longest, current),
    isCurrent: current > longest,
    activeWeeks: activeWeeksOf(times, endDays, coveredDays),
  };
}

/**
 * Share of the complete weeks counted back from the end that have a post; null without one.
 *
 * @param times days, in ascending order
 */
export function activeWeeksOf(times: Float64Array, endDays: number, coveredDays: number): number | null {
  const weeks = Math.floor(coveredDays / 7);
  let active = 0;
  let last = weeks;
  for (let index = 0; index < times.length; index += 1) {
    const week = Math.floor((endDays - (times[index] ?? 0)) / 7);
    if (week < 0) break;
    if (week < last) active += 1;
    last = Math.min(last, week);
  }
  return ratio(active, weeks);
}

const secondOf = (timeDays: number): number => Math.round(timeDays * 86_400);

/** One loop, and no spreading: an account may have more posts than a call has room for. */
function extentOf(gaps: Float64Array): { total: number; longest: number | null } {
  let [total, longest] = [0, 0];
  for (let index = 0; index < gaps.length; index += 1) {
    const gap = gaps[index] ?? 0;
    total += gap;
    longest = Math.max(longest, gap);
  }
  return { total, longest: gaps.length > 0 ? longest : null };
}

/**
 * Gaps between distinct post times; posts of one second count once.
 *
 * @param times days, in ascending order
 * @param gaps where they are put
 */
export function gapsOfSorted(
  times: Float64Array,
  gaps: Float64Array = new Float64Array(times.length),
): Float64Array {
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
