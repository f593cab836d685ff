const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * Natural logarithm of the gamma function for x > 0, to about 1e-15.
 *
 * @see Lanczos 1964; coefficients for g = 7, n = 9 by Godfrey 2001
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const sum = lanczos.reduce((total, coefficient, i) => total + coefficient / (x + i), 0.99999999999980993);
  const base = x + 6.5;
  return halfLogTwoPi + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * Poisson probability of `k` (any real >= 0) at mean `mean`, without the cancellation of the textbook formula at large counts.
 *
 * @see Loader 2000, "Fast and accurate computation of binomial probabilities"
 */
export function poissonPmf(k: number, mean: number): number {
  if (k === 0) return Math.exp(-mean);
  if (mean === 0) return 0;
  return Math.exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(2 * Math.PI * k);
}

/** A share and its complement; both are kept because one may be too close to 1 to give back the other. */
export type Split = readonly [share: number, rest: number];

/** A share with its complement. */
export const split = (share: number): Split => [share, 1 - share];

/**
 * Binomial "probability" of `a` successes and `b` failures, any reals >= 0.
 *
 * @see Loader 2000
 */
export function binomialPmf(a: number, b: number, [p, q]: Split): number {
  if (a === 0) return q < p ? q ** b : Math.exp(b * Math.log1p(-p));
  if (b === 0) return p < q ? p ** a : Math.exp(a * Math.log1p(-q));
  if (p <= 0 || q <= 0) return 0;
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * p) - deviance(b, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b));
}

/** ln Γ(x + 1) minus Stirling's approximation of it. */
function stirlingError(x: number): number {
  if (x <= 15) return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - halfLogTwoPi;
  const square = x * x;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / x;
}

/** x ln(x / mean) + mean - x, by a series where the two nearly cancel. */
function deviance(x: number, mean: number): number {
  const v = (x - mean) / (x + mean);
  if (Math.abs(v) >= 0.1) return x * Math.log(x / mean) + mean - x;
  let sum = (x - mean) * v;
  let term = 2 * x * v;
  for (let odd = 3; ; odd += 2) {
    term *= v * v;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/** Both tails of a distribution at one point; each is accurate even where it is tiny. */
export interface Tails {
  lower: number;
  upper: number;
}

/**
 * Regularised incomplete gamma functions P(a, x) and Q(a, x).
 *
 * @see Abramowitz & Stegun 6.5.29 (series) and 6.5.31 (continued fraction)
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x < a + 1) return fromLower(poissonPmf(a, x) * gammaSeries(a, x));
  const fraction = continuedFraction(x + 1 - a, (i) => [-i * (i - a), x + 2 * i + 1 - a]);
  return fromUpper((poissonPmf(a, x) * a) / fraction);
}

/**
 * Regularised incomplete beta function I_x(a, b) and its complement.
 *
 * @see Abramowitz & Stegun 26.5.8
 */
export function incompleteBeta(a: number, b: number, [x, y]: Split): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  if (x > (a + 1) / (a + b + 2)) return fromUpper(betaFraction(b, a, [y, x]));
  return fromLower(betaFraction(a, b, [x, y]));
}

const fromLower = (lower: number): Tails => ({ lower: Math.min(1, lower), upper: Math.max(0, 1 - lower) });
const fromUpper = (upper: number): Tails => ({ lower: Math.max(0, 1 - upper), upper: Math.min(1, upper) });

function gammaSeries(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = a + 1; term > sum * Number.EPSILON; n += 1) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

function betaFraction(a: number, b: number, at: Split): number {
  const [x] = at;
  const fraction = continuedFraction(1, (i) => {
    const m = Math.floor(i / 2);
    const odd = -((a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    return [i % 2 === 1 ? odd : even, 1];
  });
  return (binomialPmf(a, b, at) * b) / (a + b) / fraction;
}

/** b0 + a1 / (b1 + a2 / (b2 + ...)) by the modified Lentz method (Thompson & Barnett 1986). */
function continuedFraction(b0: number, term: (i: number) => readonly [a: number, b: number]): number {
  const tiny = 1e-300;
  let value = b0 || tiny;
  let c = value;
  let d = 0;
  for (let i = 1; ; i += 1) {
    const [a, b] = term(i);
    d = 1 / (b + a * d || tiny);
    c = b + a / c || tiny;
    value *= c * d;
    if (!(Math.abs(c * d - 1) > 2 * Number.EPSILON)) return value;
  }
}
