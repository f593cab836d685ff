import { type WorstCase, worstCase } from "./bounds.ts";
import { hypergeometricInterval, wilsonFinite } from "./finite-population.ts";
import { defaultLevel, type Interval } from "./interval.ts";
import { agrestiCoull, clopperPearson, wilson } from "./proportions.ts";

/** All that can be said of x of n units. */
export interface ShareSummary {
  share: number;
  level: number;
  wilson: Interval;
  clopperPearson: Interval;
  agrestiCoull: Interval;
  /** As a sample of a population of known size; null without one. */
  finite: { size: number; wilson: Interval; units: Interval } | null;
  /** With units of which it is not known; null without any. */
  worstCase: WorstCase | null;
}

/** What is known beside x and n. */
export interface ShareContext {
  level?: number;
  /** Units that the n were drawn from. */
  population?: number | undefined;
  /** Further units of which it is not known whether the fact holds. */
  unknown?: number | undefined;
}

/** A share with all its intervals (M04 to M06); null where x of n, or n of the population, cannot be. */
export function summariseShare(
  x: number,
  n: number,
  { level = defaultLevel, population, unknown = 0 }: ShareContext = {},
): ShareSummary | null {
  if (x < 0 || x > n || !Number.isInteger(x) || !Number.isInteger(n)) return null;
  const [score, exact, adjusted] = [
    wilson(x, n, level),
    clopperPearson(x, n, level),
    agrestiCoull(x, n, level),
  ];
  if (!score || !exact || !adjusted) return null;
  const size = population ?? n;
  const [finiteScore, units] = [wilsonFinite(x, n, size, level), hypergeometricInterval(x, n, size, level)];
  if (!finiteScore || !units) return null;
  return {
    ...{ share: x / n, level, wilson: score, clopperPearson: exact, agrestiCoull: adjusted },
    finite: population === undefined ? null : { size, wilson: finiteScore, units },
    worstCase: unknown > 0 ? worstCase({ nTrue: x, nFalse: n - x, nUnknown: unknown }, level) : null,
  };
}
