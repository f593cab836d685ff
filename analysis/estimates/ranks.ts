import { type Interval, sum } from "./interval.ts";

/**
 * Best and worst rank that each unit's interval allows, 1 being the greatest value (M30).
 * Where these overlap a league table must not be printed.
 */
export function rankIntervals(intervals: readonly Interval[]): Interval[] {
  return intervals.map(([low, high]) => [
    1 + intervals.filter((other) => other[0] > high).length,
    intervals.length - intervals.filter((other) => other[1] < low).length,
  ]);
}

/**
 * Tiers to print instead of ranks: units whose rank intervals touch, directly or through others, share a tier.
 *
 * @returns the tier of each unit in the order given, 1 being the best
 */
export function tiersOf(intervals: readonly Interval[]): number[] {
  const ranks = rankIntervals(intervals);
  const order = [...ranks.keys()].sort((a, b) => bestOf(ranks, a) - bestOf(ranks, b));
  const tiers = Array<number>(ranks.length).fill(0);
  let [tier, reach] = [0, 0];
  for (const index of order) {
    const [best, worst] = ranks[index] ?? [0, 0];
    if (best > reach) tier += 1;
    reach = Math.max(reach, worst);
    tiers[index] = tier;
  }
  return tiers;
}

const bestOf = (ranks: readonly Interval[], index: number): number => ranks[index]?.[0] ?? 0;

/**
 * Best and worst rank of each company over all weightings of a composite index (M31): an index is published only with these.
 *
 * @param components one row a company, each component already on a common scale, more being better
 * @param steps weights are multiples of 1 / steps
 */
export function rankRanges(components: readonly (readonly number[])[], steps = 10): Interval[] {
  const width = Math.max(0, ...components.map((row) => row.length));
  const ranges = components.map((): [number, number] => [components.length, 1]);
  for (const weights of simplexGrid(width, steps)) {
    const scores = components.map((row) => sum(row.map((value, index) => value * (weights[index] ?? 0))));
    for (const [index, score] of scores.entries()) {
      const rank = 1 + scores.filter((other) => other > score + 1e-9).length;
      const range = ranges[index];
      if (range) ranges[index] = [Math.min(range[0], rank), Math.max(range[1], rank)];
    }
  }
  return ranges;
}

/** Every list of that many whole numbers that add up to `total`. */
function* simplexGrid(width: number, total: number): Generator<number[]> {
  if (width <= 1) {
    yield [total];
    return;
  }
  for (let first = 0; first <= total; first += 1) {
    for (const rest of simplexGrid(width - 1, total - first)) yield [first, ...rest];
  }
}
