/** Uniform numbers in [0, 1). The same key always gives the same sequence. */
export type Random = () => number;

/** FNV-1a of a text: 32 bits, unsigned. */
export function hash32(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}

/**
 * A generator of its own for everything that is drawn, so that adding a draw in one place changes nothing elsewhere.
 *
 * @param key what is drawn, beginning with the scenario's seed
 * @see C. Doty-Humphrey's sfc32 of the PractRand test suite; the first twelve numbers are thrown away to mix the seed
 */
export function randomFrom(key: string): Random {
  let a = hash32(`a${key}`);
  let b = hash32(`b${key}`);
  let c = hash32(`c${key}`);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** One entry of a list that is not empty. */
export function pick<T>(random: Random, [first, ...rest]: readonly [T, ...T[]]): T {
  return rest[Math.floor(random() * (rest.length + 1)) - 1] ?? first;
}

/** Waiting time of a Poisson process, in the inverse unit of `rate`. */
export function exponential(random: Random, rate: number): number {
  return -Math.log(1 - random()) / rate;
}

/** Standard normal (Box and Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Gamma variable with mean 1 and variance 1 / shape, for shapes of at least 1 (Marsaglia and Tsang 2000). */
export function gammaOfMeanOne(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
}

/** The list in random order; the argument is left alone. */
export function shuffle<T>(random: Random, list: readonly T[]): T[] {
  const drawn = list.map((entry) => ({ entry, order: random() }));
  return drawn.sort((a, b) => a.order - b.order).map(({ entry }) => entry);
}

/**
 * Deals exact quotas instead of drawing each: with few companies every kind still occurs about as often as the scenario says.
 *
 * @param weights what may be dealt and its weight; the weights are scaled to sum to 1
 * @returns `count` of them in random order, quotas rounded by largest remainder
 */
export function deal<T>(random: Random, weights: readonly (readonly [T, number])[], count: number): T[] {
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const quotas = weights.map(([dealt, weight]) => ({ dealt, quota: (weight / total) * count }));
  const whole = quotas.flatMap(({ dealt, quota }) => Array<T>(Math.floor(quota)).fill(dealt));
  const byRemainder = quotas.sort((a, b) => (b.quota % 1) - (a.quota % 1)).map(({ dealt }) => dealt);
  return shuffle(random, [...whole, ...byRemainder.slice(0, count - whole.length)]);
}
