/** Lower and upper limit of an estimate. */
export type Interval = readonly [low: number, high: number];

/** Confidence level wherever none is asked for. */
export const defaultLevel = 0.95;

/** A number with its interval, or null with the reason why there is none. */
export type Estimated =
  | { estimate: number; interval: Interval; reason: null }
  | { estimate: null; interval: null; reason: string };

/** An estimate that could not be made. */
export const missing = (reason: string): Estimated => ({ estimate: null, interval: null, reason });

/** The quotient, or null where it has no value: nothing is divided by zero in this package. */
export const ratio = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator;

/** Sum of numbers in the order given. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += values[index] ?? 0;
  return total;
}

/** The value, moved to the nearest limit if it lies outside. */
export const clip = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));
