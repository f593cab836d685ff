import { sum } from "./interval.ts";

/** A difference of means before and after, and how often chance alone gives one as large in the same direction. */
export interface Permutation {
  difference: number;
  /** Relabellings at least as extreme as what was seen, itself included. */
  atLeast: number;
  relabellings: number;
  p: number;
  isExact: boolean;
}

/** Above this many relabellings a seeded sample of them is drawn. */
const maxExact = 200_000;
const draws = 20_000;

// Sums that differ by rounding alone are equal.
const slack = 1e-9;

/**
 * Permutation test of bins before and after an event (M34): exact where it can be, else (b + 1) / (m + 1) over seeded draws.
 *
 * @returns null where either side has no bins
 * @see Fisher 1935; Phipson & Smyth 2010
 */
export function permutationTest(
  before: readonly number[],
  after: readonly number[],
  seed = 1,
): Permutation | null {
  if (before.length === 0 || after.length === 0) return null;
  const bins = [...before, ...after];
  const k = after.length;
  const difference = sum(after) / k - sum(before) / before.length;
  const sign = difference < 0 ? -1 : 1;
  // With the total fixed, the mean difference grows with the sum after the event.
  const isExtreme = (total: number): boolean => sign * (total - sum(after)) >= -slack;
  const relabellings = choose(bins.length, k);
  if (relabellings <= maxExact) {
    let atLeast = 0;
    for (const total of subsetSums(bins, k)) if (isExtreme(total)) atLeast += 1;
    return { difference, atLeast, relabellings, p: atLeast / relabellings, isExact: true };
  }
  const random = randomOf(seed);
  let atLeast = 1;
  for (let draw = 0; draw < draws; draw += 1) if (isExtreme(drawSum(bins, k, random))) atLeast += 1;
  return { difference, atLeast, relabellings: draws + 1, p: atLeast / (draws + 1), isExact: false };
}

/**
 * Circular-shift test (M34b): rotating the whole series keeps its autocorrelation.
 *
 * @param split index of the first bin after the event
 * @returns null unless there are bins on both sides; the least p is 1 / bins
 */
export function circularShiftTest(
  counts: readonly number[],
  split: number,
): { difference: number; p: number } | null {
  const n = counts.length;
  if (split <= 0 || split >= n) return null;
  const differences = counts.map((_, shift) => {
    const rotated = [...counts.slice(shift), ...counts.slice(0, shift)];
    return sum(rotated.slice(split)) / (n - split) - sum(rotated.slice(0, split)) / split;
  });
  const difference = differences[0] ?? 0;
  const sign = difference < 0 ? -1 : 1;
  const extreme = differences.filter((each) => sign * (each - difference) >= -slack).length;
  return { difference, p: extreme / n };
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
  return Math.round(ways);
}

/** Sums of all subsets of k values. */
function* subsetSums(values: readonly number[], k: number, from = 0): Generator<number> {
  if (k === 0) {
    yield 0;
    return;
  }
  for (let index = from; index <= values.length - k; index += 1) {
    for (const rest of subsetSums(values, k - 1, index + 1)) yield (values[index] ?? 0) + rest;
  }
}

/** Sum of k values drawn without replacement (Floyd's selection). */
function drawSum(values: readonly number[], k: number, random: () => number): number {
  const chosen = new Set<number>();
  for (let last = values.length - k; last < values.length; last += 1) {
    const index = Math.floor(random() * (last + 1));
    chosen.add(chosen.has(index) ? last : index);
  }
  return sum([...chosen].map((index) => values[index] ?? 0));
}

/** Uniform numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
