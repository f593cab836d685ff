import { betaQuantile, zOf } from "./distributions.ts";
import { clip, defaultLevel, type Interval } from "./interval.ts";

/**
 * Score interval of a share: the primary interval of every published share.
 *
 * @param x units for which the fact holds; need not be whole (finite populations use an effective n)
 * @returns null when n is 0; exactly 0 below x = 0 and exactly 1 above x = n
 * @see Wilson 1927; Brown, Cai & DasGupta 2001
 */
export function wilson(x: number, n: number, level = defaultLevel): Interval | null {
  if (n <= 0) return null;
  const z = zOf(level);
  const p = x / n;
  const shrink = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [x === 0 ? 0 : clip(centre - half, 0, 1), x === n ? 1 : clip(centre + half, 0, 1)];
}

/**
 * Exact, conservative interval of a share.
 *
 * @returns null when n is 0
 * @see Clopper & Pearson 1934
 */
export function clopperPearson(x: number, n: number, level = defaultLevel): Interval | null {
  if (n <= 0) return null;
  const tail = (1 - level) / 2;
  return [x === 0 ? 0 : betaQuantile(tail, x, n - x + 1), x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x)];
}

/**
 * Interval of a share after adding z²/2 successes and failures.
 *
 * @returns null when n is 0
 * @see Agresti & Coull 1998
 */
export function agrestiCoull(x: number, n: number, level = defaultLevel): Interval | null {
  if (n <= 0) return null;
  const z = zOf(level);
  const size = n + z * z;
  const p = (x + (z * z) / 2) / size;
  const half = z * Math.sqrt((p * (1 - p)) / size);
  return [clip(p - half, 0, 1), clip(p + half, 0, 1)];
}
