import { zOf } from "./distributions.ts";
import { clip, defaultLevel, type Interval, ratio, sum } from "./interval.ts";
import { clopperPearson } from "./proportions.ts";

/** One layer of a stratified sample: `x` of the `n` units drawn out of `size` have the property. */
export interface Stratum {
  size: number;
  n: number;
  x: number;
}

/** A share over all strata, each weighted by its size. */
export interface Stratified {
  p: number;
  se: number;
  /** p +- z se. */
  normal: Interval;
  /** The interval to publish: Clopper-Pearson at the effective sample size (Korn & Graubard 1998). */
  kornGraubard: Interval;
  /** Share among the units drawn, for comparison. */
  unweighted: number;
  /** Kish's effective sample size (Σw)² / Σw² with w = size / n. */
  effectiveN: number;
  /** Positions of strata that were joined with a neighbour because fewer than two units were drawn. */
  collapsed: readonly number[];
}

/**
 * Share from a stratified sample (M07). A stratum taken whole adds no variance; one with fewer than two units drawn is joined
 * with its neighbour. Post-stratification is the same formula.
 *
 * @returns null when fewer than two units were drawn in all
 * @see Cochran 1977, chapter 5; Kish 1965
 */
export function stratified(strata: readonly Stratum[], level = defaultLevel): Stratified | null {
  const { joined, collapsed } = withEnough(strata);
  const drawn = sum(strata.map(({ n }) => n));
  if (joined.length === 0) return null;
  const { p, variance } = weighted(joined);
  const limits = intervals({ p, variance, drawn, level, isCensus: joined.every(isCensus) });
  const weights = joined.map(({ size, n }) => ({ total: size, squares: (size * size) / n }));
  return {
    p,
    se: Math.sqrt(variance),
    ...limits,
    unweighted: sum(strata.map(({ x }) => x)) / drawn,
    effectiveN: sum(weights.map(({ total }) => total)) ** 2 / sum(weights.map(({ squares }) => squares)),
    collapsed,
  };
}

/** A class of the first phase: known for certain, or read by hand in a random sample of it. */
export type PhaseClass = Stratum | { size: number; share: number };

/**
 * Two-phase sampling (M51): everybody's class is known from what is openly seen, and a random part of each uncertain class is
 * read by hand. This is how platforms nobody logged out may read get a point estimate.
 *
 * @param classes those known for certain have a `share` (0 or 1), take no units of the second phase and count as read whole
 * @param phaseOne size of the first phase where it is itself a sample; Infinity where it is everybody
 * @returns null when an uncertain class had fewer than two units drawn and was not taken whole
 * @see Neyman 1938; Cochran 1977, chapter 12; Korn & Graubard 1998
 */
export function twoPhase(
  classes: readonly PhaseClass[],
  phaseOne = Number.POSITIVE_INFINITY,
  level = defaultLevel,
): Pick<Stratified, "p" | "se" | "normal" | "kornGraubard"> | null {
  const strata = classes
    .filter(({ size }) => size > 0)
    .map(
      (each): Stratum =>
        "share" in each ? { size: each.size, n: each.size, x: each.share * each.size } : each,
    );
  if (strata.length === 0 || strata.some((stratum) => !isUsable(stratum))) return null;
  const { p, variance: second } = weighted(strata);
  const total = sum(strata.map(({ size }) => size));
  const between = sum(strata.map(({ size, n, x }) => (size / total) * (x / n - p) ** 2)) / phaseOne;
  const variance = second + between;
  const drawn = sum(strata.map(({ n }) => n));
  const isWhole = strata.every(isCensus) && phaseOne === Number.POSITIVE_INFINITY;
  return { p, se: Math.sqrt(variance), ...intervals({ p, variance, drawn, level, isCensus: isWhole }) };
}

const isCensus = ({ n, size }: Stratum): boolean => n >= size;
const isUsable = (stratum: Stratum): boolean => stratum.n >= 2 || (isCensus(stratum) && stratum.n > 0);

function weighted(strata: readonly Stratum[]): { p: number; variance: number } {
  const total = sum(strata.map(({ size }) => size));
  const p = sum(strata.map(({ size, n, x }) => (size / total) * (x / n)));
  const variance = sum(
    strata
      .filter((stratum) => !isCensus(stratum))
      .map(({ size, n, x }) => (size / total) ** 2 * (1 - n / size) * (((x / n) * (1 - x / n)) / (n - 1))),
  );
  return { p, variance };
}

interface Spread {
  p: number;
  variance: number;
  drawn: number;
  level: number;
  isCensus: boolean;
}

function intervals({
  p,
  variance,
  drawn,
  level,
  isCensus,
}: Spread): Pick<Stratified, "normal" | "kornGraubard"> {
  const half = zOf(level) * Math.sqrt(variance);
  const normal: Interval = [clip(p - half, 0, 1), clip(p + half, 0, 1)];
  // Without any variance seen, all that is known is how many were drawn.
  const n = Math.min(drawn, ratio(p * (1 - p), variance) ?? drawn);
  const exact = isCensus ? null : clopperPearson(p * n, n, level);
  return { normal, kornGraubard: exact ?? [p, p] };
}

/** Joins strata that are too thin with the next one, the last with the one before. */
function withEnough(strata: readonly Stratum[]): { joined: Stratum[]; collapsed: number[] } {
  const collapsed: number[] = [];
  const joined: Stratum[] = [];
  let waiting: Stratum | null = null;
  for (const [index, stratum] of strata.entries()) {
    const current: Stratum = waiting ? joinOf(waiting, stratum) : stratum;
    waiting = isUsable(current) ? null : current;
    if (waiting) collapsed.push(index);
    else joined.push(current);
  }
  const last = joined.pop();
  if (last) joined.push(waiting ? joinOf(last, waiting) : last);
  return { joined, collapsed };
}

const joinOf = (a: Stratum, b: Stratum): Stratum => ({ size: a.size + b.size, n: a.n + b.n, x: a.x + b.x });
