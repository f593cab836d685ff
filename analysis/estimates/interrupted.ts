import { studentQuantile } from "./distributions.ts";
import { defaultLevel, type Interval, sum } from "./interval.ts";

/** Fewest bins on either side of the event. */
const minSide = 6;
const parameters = 4;

/** A log-linear trend that may change its level and its slope at the event. */
export interface Interrupted {
  /** Intercept, slope before, change of level, change of slope; on the log scale, time counted in bins from 0. */
  coefficients: number[];
  standardErrors: number[];
  /** Overdispersion (Pearson), at least 1. */
  phi: number;
  /** Factor by which the level changes at the event. */
  levelRatio: number;
  levelInterval: Interval;
  /** Factor by which the slope changes, per bin. */
  slopeRatio: number;
}

/**
 * Interrupted time series of counts by quasi-Poisson regression (M33). Unlike a plain ratio it does not take a trend for an
 * effect.
 *
 * @param counts equal bins in order
 * @param split index of the first bin after the event
 * @returns null with fewer than six bins on either side, or where a side has too few posts to fit
 * @see Bernal, Cummins & Gasparrini 2017
 */
export function interruptedSeries(
  counts: readonly number[],
  split: number,
  level = defaultLevel,
): Interrupted | null {
  const n = counts.length;
  if (split < minSide || n - split < minSide) return null;
  const rows = counts.map((_, t) => (t < split ? [1, t, 0, 0] : [1, t, 1, t - split]));
  const fit = fitPoisson(rows, counts);
  if (!fit) return null;
  const { coefficients, covariance, means } = fit;
  const pearson = sum(counts.map((count, t) => (count - (means[t] ?? 0)) ** 2 / (means[t] ?? 1)));
  const phi = Math.max(1, pearson / (n - parameters));
  const standardErrors = covariance.map((row, i) => Math.sqrt(phi * (row[i] ?? 0)));
  const [levelChange, slopeChange] = [coefficients[2] ?? 0, coefficients[3] ?? 0];
  const reach = studentQuantile(0.5 + level / 2, n - parameters) * (standardErrors[2] ?? 0);
  return {
    ...{ coefficients, standardErrors, phi },
    levelRatio: Math.exp(levelChange),
    levelInterval: [Math.exp(levelChange - reach), Math.exp(levelChange + reach)],
    slopeRatio: Math.exp(slopeChange),
  };
}

interface Fit {
  coefficients: number[];
  covariance: number[][];
  means: number[];
}

/** Iteratively reweighted least squares (McCullagh & Nelder 1989, 2.5); null where it does not settle. */
function fitPoisson(rows: readonly (readonly number[])[], counts: readonly number[]): Fit | null {
  let means = counts.map((count) => count + 0.5);
  let before: number[] = [];
  for (let round = 0; round < 100; round += 1) {
    const working = counts.map(
      (count, t) => Math.log(means[t] ?? 1) + (count - (means[t] ?? 1)) / (means[t] ?? 1),
    );
    const covariance = inverse(weightedProducts(rows, means));
    if (!covariance) return null;
    const score = columns.map((i) =>
      sum(rows.map((row, t) => (row[i] ?? 0) * (means[t] ?? 0) * (working[t] ?? 0))),
    );
    const coefficients = covariance.map((row) => dot(row, score));
    means = rows.map((row) => Math.exp(dot(row, coefficients)));
    if (coefficients.every((value, i) => Math.abs(value - (before[i] ?? Number.NaN)) < 1e-10)) {
      return { coefficients, covariance, means };
    }
    before = coefficients;
  }
  return null;
}

const columns = Array.from({ length: parameters }, (_, i) => i);

const dot = (a: readonly number[], b: readonly number[]): number =>
  sum(a.map((value, i) => value * (b[i] ?? 0)));

/** X' W X. */
function weightedProducts(rows: readonly (readonly number[])[], weights: readonly number[]): number[][] {
  return columns.map((i) =>
    columns.map((j) => sum(rows.map((row, t) => (row[i] ?? 0) * (row[j] ?? 0) * (weights[t] ?? 0)))),
  );
}

/** Inverse of a positive definite matrix by Gauss-Jordan elimination; null where it is singular. */
function inverse(matrix: readonly (readonly number[])[]): number[][] | null {
  const work = matrix.map((row, i) => [...row, ...matrix.map((_, j) => (i === j ? 1 : 0))]);
  for (const [i, row] of work.entries()) {
    const pivot = row[i] ?? 0;
    if (!(Math.abs(pivot) > 1e-12)) return null;
    const scaled = row.map((value) => value / pivot);
    for (const [j, other] of work.entries()) {
      const factor = other[i] ?? 0;
      work[j] = i === j ? scaled : other.map((value, k) => value - factor * (scaled[k] ?? 0));
    }
  }
  return work.map((row) => row.slice(matrix.length));
}
