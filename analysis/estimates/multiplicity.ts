/**
 * False discovery rates of many tests made at once: q of each p, in the order given.
 *
 * @see Benjamini & Hochberg 1995
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = [...ps.keys()].sort((a, b) => (ps[b] ?? 0) - (ps[a] ?? 0));
  const qs = Array<number>(ps.length).fill(1);
  let least = 1;
  for (const [place, index] of order.entries()) {
    least = Math.min(least, ((ps[index] ?? 1) * ps.length) / (ps.length - place));
    qs[index] = least;
  }
  return qs;
}
