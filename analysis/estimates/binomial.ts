import { binomialPmf, incompleteBeta, split } from "./special-functions.ts";

/** P(X <= k) for X binomial with n trials of chance p. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(k + 1, n - k, split(p)).upper;
}

/**
 * Exact two-sided p of a binomial count: the outcomes no likelier than the one seen, added up.
 *
 * @returns 1 when there are no trials
 */
export function binomialTest(x: number, n: number, p: number): number {
  const chance = split(p);
  // Equally likely outcomes differ by rounding; the slack is that of R's binom.test.
  const limit = binomialPmf(x, n - x, chance) * (1 + 1e-7);
  let total = 0;
  for (let k = 0; k <= n; k += 1) {
    const likelihood = binomialPmf(k, n - k, chance);
    if (likelihood <= limit) total += likelihood;
  }
  return Math.min(1, total);
}
