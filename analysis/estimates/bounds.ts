import { increasingRoot, normal, zOf } from "./distributions.ts";
import { clip, defaultLevel, type Interval, ratio } from "./interval.ts";

/** Units by what is known of a yes/no fact. */
export interface Tally {
  nTrue: number;
  nFalse: number;
  nUnknown: number;
}

/** Worst-case statement about a share some of whose units are unknown. */
export interface WorstCase {
  /** Least and greatest share, whatever the unknown units are. */
  bounds: Interval;
  /** Share among the known units, right only if the unknown are missing at random; null when none is known. */
  observedOnly: number | null;
  /** Interval for the share itself, sampling error included. */
  imbensManski: Interval;
  /** Its critical value: between the one-sided and the two-sided z. */
  c: number;
}

/**
 * Bounds of a share when some units are unknown, and the interval that covers the share itself.
 *
 * @returns null when there are no units
 * @see Manski 1989, 2005; Imbens & Manski 2004
 */
export function worstCase(tally: Tally, level = defaultLevel): WorstCase | null {
  const bounds = manskiBounds(tally);
  if (bounds === null) return null;
  const [low, high] = bounds;
  const n = tally.nTrue + tally.nFalse + tally.nUnknown;
  const deviation = (p: number): number => Math.sqrt((p * (1 - p)) / n);
  const c = criticalValue(high - low, Math.max(deviation(low), deviation(high)), level);
  return {
    bounds,
    observedOnly: ratio(tally.nTrue, tally.nTrue + tally.nFalse),
    imbensManski: [clip(low - c * deviation(low), 0, 1), clip(high + c * deviation(high), 0, 1)],
    c,
  };
}

/** Least and greatest share whatever the unknown units are; null when there are no units. */
export function manskiBounds({ nTrue, nFalse, nUnknown }: Tally): Interval | null {
  const n = nTrue + nFalse + nUnknown;
  return n === 0 ? null : [nTrue / n, (nTrue + nUnknown) / n];
}

/**
 * Bounds narrowed by an assumption (monotone treatment selection), to be named wherever they are shown: a unit that cannot be read
 * is at most as likely to have the fact as one that can.
 *
 * @returns null when there are no units; the plain bounds when none is known
 * @see Manski & Pepper 2000
 */
export function monotoneBounds(tally: Tally): Interval | null {
  const bounds = manskiBounds(tally);
  const observedOnly = ratio(tally.nTrue, tally.nTrue + tally.nFalse);
  return bounds && [bounds[0], observedOnly ?? bounds[1]];
}

/** Solves Φ(C + width / σ) - Φ(-C) = level (Imbens & Manski 2004, equation 7). */
function criticalValue(width: number, deviation: number, level: number): number {
  if (width === 0) return zOf(level);
  const shift = width / deviation;
  return increasingRoot((c) => normal(c + shift).lower - normal(-c).lower - level, 0, zOf(level) + 1);
}
