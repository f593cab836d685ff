import { ascending } from "./ascending.ts";
import { defaultLevel, ratio, sum } from "./interval.ts";

/**
 * Quantile of numbers in any order, interpolated at h = (n - 1) q; null when there are none.
 *
 * @see Hyndman & Fan 1996, type 7
 */
export const quantile = (values: ArrayLike<number>, q: number): number | null =>
  quantileIn(ascending(values), q);

/** The same of numbers in ascending order. */
export function quantileIn(sorted: Float64Array, q: number): number | null {
  const h = (sorted.length - 1) * q;
  const low = sorted[Math.floor(h)];
  const high = sorted[Math.ceil(h)];
  if (low === undefined || high === undefined) return null;
  return low + (h - Math.floor(h)) * (high - low);
}

/** Median of numbers in any order; null when there are none. */
export const median = (values: ArrayLike<number>): number | null => quantile(values, 0.5);

/** Interval of a quantile with the coverage it really has. */
export interface QuantileInterval {
  low: number;
  high: number;
  coverage: number;
}

/**
 * Distribution-free interval of a quantile from order statistics, its tails equal or shorter; null where there are too few values: at
 * 95 % fewer than six for the median, thirteen for a quartile.
 *
 * @see David & Nagaraja 2003, section 7.1: from the j-th least value, j the largest with P(Bin(n, q) <= j - 1) <= (1 - level) / 2, and
 * from above alike
 */
export const quantileInterval = (
  values: ArrayLike<number>,
  q: number,
  level = defaultLevel,
): QuantileInterval | null => quantileIntervalIn(ascending(values), q, level);

/** The same of numbers in ascending order. */
export function quantileIntervalIn(sorted: Float64Array, q: number, level: number): QuantileInterval | null {
  const below = leftOut(sorted.length, q, (1 - level) / 2);
  const above = leftOut(sorted.length, 1 - q, (1 - level) / 2);
  const [low, high] = [sorted[below.count - 1], sorted[sorted.length - above.count]];
  return low === undefined || high === undefined ? null : { low, high, coverage: 1 - below.p - above.p };
}

/** How many values from the end may lie beyond a quantile with a chance of at most `tail`, and that chance. */
function leftOut(n: number, q: number, tail: number): { count: number; p: number } {
  let logTerm = n * Math.log1p(-q);
  let [count, p] = [0, 0];
  while (count < n && p + Math.exp(logTerm) <= tail) {
    p += Math.exp(logTerm);
    count += 1;
    logTerm += Math.log((n - count + 1) / count) + Math.log(q) - Math.log1p(-q);
  }
  return { count, p };
}

/** Distribution-free interval of the median; null for fewer than six values at 95 %. */
export const medianInterval = (values: ArrayLike<number>, level = defaultLevel): QuantileInterval | null =>
  quantileInterval(values, 0.5, level);

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
