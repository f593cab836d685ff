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
export function silenceP(gapsDays: readonly number[], currentGapDays: number): number | null {
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
export function rhythmOf(timesDays: readonly number[]): Rhythm {
  const gaps = gapsOf(timesDays);
  const n = gaps.length;
  const longest = n > 0 ? Math.max(...gaps) : null;
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
  const deviation = Math.sqrt(sum(gaps.map((gap) => (gap - mean) ** 2)) / n);
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
  const current = endDays - Math.max(...timesDays);
  const longest = Math.max(...gaps);
  const weeks = Math.floor(coveredDays / 7);
  const active = new Set(
    timesDays.map((time) => Math.floor((endDays - time) / 7)).filter((week) => week < weeks),
  );
  return {
    longestSilence: Math.max(longest, current),
    isCurrent: current > longest,
    activeWeeks: ratio(active.size, weeks),
  };
}

const secondOf = (timeDays: number): number => Math.round(timeDays * 86_400);

function gapsOf(timesDays: readonly number[]): number[] {
  const times = ascending(timesDays).filter(
    (time, index, all) => secondOf(time) !== secondOf(all[index - 1] ?? Number.NaN),
  );
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}
