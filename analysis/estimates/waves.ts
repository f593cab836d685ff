import { byCodeUnit } from "../../datasets/order.ts";
import { binomialCdf } from "./binomial.ts";
import { zOf } from "./distributions.ts";
import { defaultLevel, type Interval, ratio } from "./interval.ts";

/** Units observed in two waves, by activity in the first and the second. */
export interface Transitions {
  activeActive: number;
  activeInactive: number;
  inactiveActive: number;
  inactiveInactive: number;
}

/** Change of the share active between two waves of one panel. */
export interface PairedChange {
  first: number;
  second: number;
  change: number;
  se: number;
  interval: Interval;
  /** Exact McNemar p; 1 where nobody changed. */
  p: number;
}

/**
 * Change among the units observed in both waves (M37).
 *
 * @returns null without such units
 * @see McNemar 1947; Fleiss, Levin & Paik 2003, section 13.1
 */
export function pairedChange(counts: Transitions, level = defaultLevel): PairedChange | null {
  const { activeActive: a, activeInactive: b, inactiveActive: c, inactiveInactive: d } = counts;
  const n = a + b + c + d;
  if (n === 0) return null;
  const change = (c - b) / n;
  const se = Math.sqrt(b + c - (b - c) ** 2 / n) / n;
  const reach = zOf(level) * se;
  return {
    first: (a + b) / n,
    second: (a + c) / n,
    change,
    se,
    interval: [change - reach, change + reach],
    p: Math.min(1, 2 * binomialCdf(Math.min(b, c), b + c, 0.5)),
  };
}

/**
 * How many units went from each state to each, over the whole activity ladder (M37); units observed with another instrument in
 * one of the waves are not to be among them.
 *
 * @param pairs state in the first and in the second wave
 * @returns one entry a pair of states that occurs, by first and second state in code-unit order
 */
export function transitionCounts(
  pairs: readonly (readonly [first: string, second: string])[],
): { first: string; second: string; count: number }[] {
  const counts = new Map<string, { first: string; second: string; count: number }>();
  for (const [first, second] of pairs) {
    const key = JSON.stringify([first, second]);
    counts.set(key, { first, second, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => byCodeUnit(a.first, b.first) || byCodeUnit(a.second, b.second));
}

/** Two waves of the same n units, some of which were not observed again. */
export interface Attrition {
  n: number;
  firstActive: number;
  /** Active among those observed again. */
  secondActive: number;
  secondObserved: number;
}

/** Change of the share active, whatever became of the units lost (M38). */
export function changeBounds({ n, firstActive, secondActive, secondObserved }: Attrition) {
  if (n === 0) return null;
  const first = firstActive / n;
  const second: Interval = [secondActive / n, (secondActive + n - secondObserved) / n];
  const change: Interval = [second[0] - first, second[1] - first];
  const seen = ratio(secondActive, secondObserved);
  return {
    first,
    second,
    change,
    /** Change among the re-observed, right only if units are lost at random. */
    completeCase: seen === null ? null : seen - first,
  };
}

/** Units that stayed in the frame, entered it and left it between two waves. */
export interface Composition {
  stayers: { firstActive: number; secondActive: number; n: number };
  entrants: { active: number; n: number };
  leavers: { active: number; n: number };
}

/** Change of the share active, split into change of the stayers, entry and exit (M39); null without stayers. */
export function decomposeChange({ stayers, entrants, leavers }: Composition) {
  if (stayers.n === 0) return null;
  const [n1, n2] = [stayers.n + leavers.n, stayers.n + entrants.n];
  const first = (stayers.firstActive + leavers.active) / n1;
  const second = (stayers.secondActive + entrants.active) / n2;
  const [stayed1, stayed2] = [stayers.firstActive / stayers.n, stayers.secondActive / stayers.n];
  const gap = (group: { active: number; n: number }, share: number): number =>
    (ratio(group.active, group.n) ?? share) - share;
  return {
    first,
    second,
    change: second - first,
    within: stayed2 - stayed1,
    entry: (entrants.n / n2) * gap(entrants, stayed2),
    exit: (-leavers.n / n1) * gap(leavers, stayed1),
  };
}
