import { zOf } from "./distributions.ts";
import { clip, defaultLevel, type Interval } from "./interval.ts";
import { wilson } from "./proportions.ts";
import { binomialPmf, split } from "./special-functions.ts";

/**
 * Wilson interval of a share when n of N units were drawn (M05): the effective n grows as the sample nears a census, where the
 * interval is the point.
 *
 * @returns null when n is 0 or above N
 * @see Cochran 1977, chapter 2
 */
export function wilsonFinite(x: number, n: number, size: number, level = defaultLevel): Interval | null {
  if (n <= 0 || n > size) return null;
  if (n === size) return [x / n, x / n];
  const effective = (n * (size - 1)) / (size - n);
  const limits = wilson((x / n) * effective, effective, level);
  const [least, most] = [x / size, 1 - (n - x) / size];
  return limits && [clip(limits[0], least, most), clip(limits[1], least, most)];
}

/**
 * Exact interval of the number K of units for which a fact holds, from n of N units drawn without replacement (M05): the K under
 * which what was seen has more than half the error probability in either tail.
 *
 * @returns null when n is 0 or above N
 */
export function hypergeometricInterval(
  x: number,
  n: number,
  size: number,
  level = defaultLevel,
): Interval | null {
  if (n <= 0 || n > size) return null;
  const tail = (1 - level) / 2;
  const [least, most] = [x, size - (n - x)];
  const upperTail = (k: number) => tailSum(x, Math.min(n, k), { k, n, size });
  const lowerTail = (k: number) => tailSum(Math.max(0, n - (size - k)), x, { k, n, size });
  return [
    firstWhere(least, most, (k) => upperTail(k) > tail),
    least + most - firstWhere(least, most, (mirror) => lowerTail(least + most - mirror) > tail),
  ];
}

/**
 * Units to draw so that a share is known to within `halfWidth` (M46).
 *
 * @param size number of units in all; Infinity when it is not known
 */
export function sampleSize(p: number, halfWidth: number, size: number, level = defaultLevel): number {
  const z = zOf(level);
  const infinite = (z * z * p * (1 - p)) / (halfWidth * halfWidth);
  // What is whole but for rounding must not grow by one.
  return Math.max(0, Math.ceil(infinite / (1 + (infinite - 1) / size) - 1e-9));
}

interface Draw {
  /** Units for which the fact holds. */
  k: number;
  n: number;
  size: number;
}

function tailSum(from: number, to: number, draw: Draw): number {
  let total = 0;
  for (let x = from; x <= to; x += 1) total += hypergeometricPmf(x, draw);
  return total;
}

/** Chance of x such units among n drawn, as a quotient of binomials (Loader 2000). */
function hypergeometricPmf(x: number, { k, n, size }: Draw): number {
  const p = split(n / size);
  return (binomialPmf(x, k - x, p) * binomialPmf(n - x, size - k - (n - x), p)) / binomialPmf(n, size - n, p);
}

/** Least whole number from `low` to `high` that passes a test which, once passed, stays passed. */
function firstWhere(low: number, high: number, passes: (k: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (passes(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
