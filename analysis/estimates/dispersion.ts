import { chiSquare, studentQuantile } from "./distributions.ts";
import { defaultLevel, type Interval, ratio, sum } from "./interval.ts";

/** Fewest complete weeks from which overdispersion is reported. */
const minBins = 8;

/** Overdispersion of counts in equal bins. `mean` and `variance` stand alone where there are too few bins or no posts. */
export interface Dispersion {
  /** Number of bins. */
  bins: number;
  mean: number | null;
  variance: number | null;
  /** Index of dispersion s² / mean: 1 for Poisson, above it bursty. */
  index: number | null;
  chi2: number | null;
  /** Upper tail: small where the series is not Poisson. */
  p: number | null;
  /** Negative-binomial size by moments; null unless the variance exceeds the mean. */
  size: number | null;
  /** Quasi-Poisson interval of the mean. */
  interval: Interval | null;
}

/** The index of dispersion alone, with what it rests on. */
export type DispersionIndex = Pick<Dispersion, "bins" | "mean" | "variance" | "index">;

/** Index of dispersion of weekly counts (M14), from complete calendar weeks (UTC) only. */
export function dispersionIndex(counts: readonly number[]): DispersionIndex {
  const bins = counts.length;
  const mean = ratio(sum(counts), bins);
  const variance = bins > 1 && mean !== null ? squaresFrom(mean, counts) / (bins - 1) : null;
  const isJudged = bins >= minBins && mean !== null && mean > 0 && variance !== null;
  return { bins, mean, variance, index: isJudged ? variance / mean : null };
}

function squaresFrom(mean: number, counts: readonly number[]): number {
  let squares = 0;
  for (const count of counts) squares += (count - mean) ** 2;
  return squares;
}

/**
 * Overdispersion of weekly counts (M14).
 *
 * @param counts complete calendar weeks (UTC) only
 * @see Fisher 1950; McCullagh & Nelder 1989
 */
export function dispersionOf(counts: readonly number[], level = defaultLevel): Dispersion {
  const found = dispersionIndex(counts);
  const { bins, mean, variance, index } = found;
  if (mean === null || variance === null || index === null)
    return { ...found, chi2: null, p: null, size: null, interval: null };
  const df = bins - 1;
  const chi2 = df * index;
  const stretch = Math.exp(
    studentQuantile(0.5 + level / 2, df) * Math.sqrt(Math.max(1, index) / sum(counts)),
  );
  return {
    ...found,
    chi2,
    p: chiSquare(chi2, df).upper,
    size: variance > mean ? mean ** 2 / (variance - mean) : null,
    interval: [mean / stretch, mean * stretch],
  };
}
