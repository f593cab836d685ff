/** Random numbers that depend on a seed alone, so that a simulation can be repeated to the last draw. */
export type Random = () => number;

/** One uniform number in each of so many equal parts of [0, 1), in no order: coverage is told as surely as by ten times the draws. */
export function spreadEvenly(count: number, random: Random): number[] {
  const draws = Array.from({ length: count }, (_, index) => (index + random()) / count);
  for (let index = count - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const kept = draws[index] ?? 0;
    draws[index] = draws[other] ?? 0;
    draws[other] = kept;
  }
  return draws;
}

/** Number of successes in n trials at this place of the distribution. */
export function binomialAt(place: number, n: number, p: number): number {
  // From the end where the chance of no success is not too small for a double.
  if (p > 0.5) return n - binomialAt(1 - place, n, 1 - p);
  let chance = (1 - p) ** n;
  let reached = chance;
  let x = 0;
  while (reached < place && x < n) {
    x += 1;
    chance *= ((n - x + 1) / x) * (p / (1 - p));
    reached += chance;
  }
  return x;
}

/** Poisson count at this place of the distribution. */
export function poissonAt(place: number, mean: number): number {
  let chance = Math.exp(-mean);
  let reached = chance;
  let x = 0;
  while (reached < place && chance > 1e-300) {
    x += 1;
    chance *= mean / x;
    reached += chance;
  }
  return x;
}

/** Waiting time for the next event at rate 1. */
export const exponential = (random: Random): number => -Math.log(1 - random());

/** Gamma number of mean `shape` (Marsaglia & Tsang 2000). */
export function gammaDraw(shape: number, random: Random): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normalDraw(random) / Math.sqrt(9 * d);
    const v = (1 + x) ** 3;
    if (v > 0 && Math.log(1 - random()) < (9 * d * x * x) / 2 + d * (1 - v + Math.log(v))) return d * v;
  }
}

const normalDraw = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
