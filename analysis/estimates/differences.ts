import { defaultLevel, type Interval } from "./interval.ts";
import { wilson } from "./proportions.ts";

/** `x` of `n` units. */
export interface Count {
  x: number;
  n: number;
}

/**
 * Difference of two independent shares, first minus second, with Newcombe's hybrid score interval (M09). Not for two waves of one
 * panel.
 *
 * @returns null when either has no units
 * @see Newcombe 1998, method 10
 */
export function shareDifference(
  first: Count,
  second: Count,
  level = defaultLevel,
): { difference: number; interval: Interval } | null {
  const [one, two] = [wilson(first.x, first.n, level), wilson(second.x, second.n, level)];
  if (!one || !two) return null;
  const [p1, p2] = [first.x / first.n, second.x / second.n];
  const difference = p1 - p2;
  return {
    difference,
    interval: [
      difference - Math.hypot(p1 - one[0], two[1] - p2),
      difference + Math.hypot(one[1] - p1, p2 - two[0]),
    ],
  };
}
