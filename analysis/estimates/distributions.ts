import { incompleteBeta, incompleteGamma, split, type Tails } from "./special-functions.ts";

/** Tails of the standard normal distribution at z. */
export function normal(z: number): Tails {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  return z < 0 ? { lower: upper / 2, upper: 0.5 + lower / 2 } : { lower: 0.5 + lower / 2, upper: upper / 2 };
}

/** Tails of the gamma distribution with the given shape and rate 1 at x. */
export const gamma = (x: number, shape: number): Tails => incompleteGamma(shape, x);

/** Tails of the chi-square distribution with `df` degrees of freedom at x. */
export const chiSquare = (x: number, df: number): Tails => incompleteGamma(df / 2, x / 2);

/** Tails of the beta distribution at x. */
export const beta = (x: number, a: number, b: number): Tails => incompleteBeta(a, b, split(x));

/** Tails of the F distribution at x. */
export function fisher(x: number, df1: number, df2: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  const odds = (df1 / df2) * x;
  return incompleteBeta(df1 / 2, df2 / 2, [odds / (1 + odds), 1 / (1 + odds)]);
}

/** Tails of Student's t distribution at t. */
export function student(t: number, df: number): Tails {
  const { lower, upper } = fisher(t * t, 1, df);
  return t < 0 ? { lower: upper / 2, upper: 0.5 + lower / 2 } : { lower: 0.5 + lower / 2, upper: upper / 2 };
}

/** Quantile of the gamma distribution with rate 1; 0 at p = 0, Infinity at p = 1, NaN outside. */
export const gammaQuantile = (p: number, shape: number): number => gammaAt(tailsOf(p), shape);

/** Quantile of the chi-square distribution. */
export const chiSquareQuantile = remembered((p, df) => 2 * gammaQuantile(p, df / 2));

/** Quantile of the beta distribution. */
export function betaQuantile(p: number, a: number, b: number): number {
  const odds = betaOddsAt(tailsOf(p), a, b);
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}

/** Quantile of the F distribution. */
export const fisherQuantile = (p: number, df1: number, df2: number): number =>
  (df2 / df1) * betaOddsAt(tailsOf(p), df1 / 2, df2 / 2);

/** Quantile of the standard normal distribution: 1.959963985 at 0.975. */
export const normalQuantile = (p: number): number =>
  Math.sign(p - 0.5) * Math.sqrt(2 * gammaAt(centralTails(p), 0.5));

/** Quantile of Student's t distribution. */
export const studentQuantile = remembered(
  (p, df) => Math.sign(p - 0.5) * Math.sqrt(df * betaOddsAt(centralTails(p), 0.5, df / 2)),
);

const normalAt = remembered((p) => normalQuantile(p));

/** Two-sided z of a confidence level: 1.96 for 0.95. */
export const zOf = (level: number): number => normalAt(0.5 + level / 2, 0);

/** Most quantiles of a kind that are kept. */
const mostRemembered = 10_000;

/** The same function, which looks up what it was asked before: a few quantiles are wanted for every account. */
function remembered(quantile: (p: number, df: number) => number): (p: number, df: number) => number {
  const known = new Map<number, Map<number, number>>();
  let size = 0;
  return (p, df) => {
    const before = known.get(p)?.get(df);
    if (before !== undefined) return before;
    if (size >= mostRemembered) known.clear();
    size = size >= mostRemembered ? 1 : size + 1;
    const found = quantile(p, df);
    const ofP = known.get(p) ?? new Map<number, number>();
    known.set(p, ofP.set(df, found));
    return found;
  };
}

const tailsOf = (p: number): Tails => ({ lower: p, upper: 1 - p });

/** Tails of the squared variable where the variable itself, symmetric about 0, has the lower tail p. */
const centralTails = (p: number): Tails => ({ lower: Math.abs(2 * p - 1), upper: 2 * Math.min(p, 1 - p) });

const gammaAt = (target: Tails, shape: number): number =>
  Math.exp(quantile(target, (log) => incompleteGamma(shape, Math.exp(log))));

/** Odds x / (1 - x) of a beta quantile: they keep their precision where x is 1 to the last digit. */
const betaOddsAt = (target: Tails, a: number, b: number): number =>
  Math.exp(
    quantile(target, (logit) =>
      incompleteBeta(a, b, [1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit))]),
    ),
  );

/** Where `tails` meets the target, on a scale whose whole range lies within +-745, the exponents of a double. */
function quantile(target: Tails, tails: (at: number) => Tails): number {
  if (!(target.lower >= 0 && target.upper >= 0)) return Number.NaN;
  if (target.lower === 0) return Number.NEGATIVE_INFINITY;
  if (target.upper === 0) return Number.POSITIVE_INFINITY;
  const useLower = target.lower < target.upper;
  return increasingRoot(
    (at) => (useLower ? tails(at).lower - target.lower : target.upper - tails(at).upper),
    -745,
    745,
  );
}

/**
 * Root of an increasing function between two points, to the last digits.
 *
 * @see Chandrupatla 1997: inverse quadratic interpolation where it is safe, bisection elsewhere
 */
export function increasingRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b, c] = [high, low, high];
  let [fa, fb, fc] = [f(a), f(b), Number.NaN];
  let step = 0.5;
  for (let round = 0; round < 300 && fb !== 0; round += 1) {
    const at = a + step * (b - a);
    const value = f(at);
    if (Math.sign(value) === Math.sign(fa)) [c, fc] = [a, fa];
    else [c, fc, b, fb] = [b, fb, a, fa];
    [a, fa] = [at, value];
    const [best, fbest] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const tolerance = (2 * Number.EPSILON * Math.abs(best) + 1e-300) / Math.abs(b - a);
    if (fbest === 0 || tolerance > 0.5) return best;
    step = Math.min(1 - tolerance, Math.max(tolerance, interpolated({ a, b, c, fa, fb, fc })));
  }
  return b;
}

/** Next step of Chandrupatla's method as a share of the way from a to b. */
function interpolated(point: Record<"a" | "b" | "c" | "fa" | "fb" | "fc", number>): number {
  const { a, b, c, fa, fb, fc } = point;
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
}
