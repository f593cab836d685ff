import { chiSquare, studentQuantile } from "./distributions.ts";
import { defaultLevel, type Interval, sum } from "./interval.ts";

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

/**
 * Overdispersion of weekly counts (M14).
 *
 * @param counts complete calendar weeks (UTC) only
 * @see Fisher 1950; McCullagh & Nelder 1989
 */
export function dispersionOf(counts: readonly number[], level = defaultLevel): Dispersion {
  const n = counts.length;
  const total = sum(counts);
  const mean = n > 0 ? total / n : null;
  const variance = n > 1 && mean !== null ? sum(counts.map((count) => (count - mean) ** 2)) / (n - 1) : null;
  if (n < minBins || mean === null || variance === null || mean === 0) {
    return { bins: n, mean, variance, index: null, chi2: null, p: null, size: null, interval: null };
  }
  const index = variance / mean;
  const chi2 = (n - 1) * index;
  const stretch = Math.exp(studentQuantile(0.5 + level / 2, n - 1) * Math.sqrt(Math.max(1, index) / total));
  return {
    ...{ bins: n, mean, variance, index, chi2 },
    p: chiSquare(chi2, n - 1).upper,
    size: variance > mean ? mean ** 2 / (variance - mean) : null,
    interval: [mean / stretch, mean * stretch],
  };
}
