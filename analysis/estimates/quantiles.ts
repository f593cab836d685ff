import { defaultLevel, ratio, sum } from "./interval.ts";

/** Numbers in ascending order; the input stays as it is. */
export const ascending = (values: ArrayLike<number>): Float64Array => new Float64Array(values).sort();

/**
 * Quantile of numbers in any order, interpolated at h = (n - 1) q; null when there are none.
 *
 * @see Hyndman & Fan 1996, type 7
 */
export function quantile(values: readonly number[], q: number): number | null {
  const sorted = ascending(values);
  const h = (sorted.length - 1) * q;
  const low = sorted[Math.floor(h)];
  const high = sorted[Math.ceil(h)];
  if (low === undefined || high === undefined) return null;
  return low + (h - Math.floor(h)) * (high - low);
}

/** Median of numbers in any order; null when there are none. */
export const median = (values: readonly number[]): number | null => quantile(values, 0.5);

/** Interval of a median with the coverage it really has. */
export interface MedianInterval {
  low: number;
  high: number;
  coverage: number;
}

/**
 * Distribution-free interval of the median from order statistics; null for fewer than six values at 95 %.
 *
 * @see David & Nagaraja 2003, section 7.1: largest j with 2 P(Bin(n, 1/2) <= j - 1) <= 1 - level
 */
export function medianInterval(values: readonly number[], level = defaultLevel): MedianInterval | null {
  const sorted = ascending(values);
  const n = sorted.length;
  let logTerm = -n * Math.LN2;
  let tail = 0;
  let found: MedianInterval | null = null;
  for (let j = 1; 2 * j <= n; j += 1) {
    tail += Math.exp(logTerm);
    logTerm += Math.log((n - j + 1) / j);
    const [low, high] = [sorted[j - 1], sorted[n - j]];
    if (2 * tail > 1 - level || low === undefined || high === undefined) break;
    found = { low, high, coverage: 1 - 2 * tail };
  }
  return found;
}

/**
 * Quantile of weighted values: the least value at which the weighted distribution function reaches q.
 *
 * @returns null when the weights add up to 0
 */
export function weightedQuantile(
  pairs: readonly (readonly [value: number, weight: number])[],
  q: number,
): number | null {
  const total = sum(pairs.map(([, weight]) => weight));
  if (!(total > 0)) return null;
  let reached = 0;
  let last: number | null = null;
  for (const [value, weight] of [...pairs].filter(([, w]) => w > 0).sort(([a], [b]) => a - b)) {
    reached += weight;
    last = value;
    if (reached / total >= q - 1e-12) break;
  }
  return last;
}

/**
 * Place of one company among all: the share of values below it, ties counted half, in percent (M28).
 *
 * @param values the company's own value included; null when empty
 */
export function percentileRank(values: readonly number[], value: number): number | null {
  const below = values.filter((other) => other < value).length;
  const equal = values.filter((other) => other === value).length;
  return ratio(100 * (below + equal / 2), values.length);
}

/** Distance from the median in robust standard deviations, (v - median) / (1.4826 MAD); null when MAD is 0 (M28). */
export function robustZ(values: readonly number[], value: number): number | null {
  const centre = median(values);
  if (centre === null) return null;
  const spread = median(values.map((other) => Math.abs(other - centre)));
  return spread === null ? null : ratio(value - centre, 1.4826 * spread);
}
