import { ascending, sorted } from "./ascending.ts";
import { ratio, sum } from "./interval.ts";
import { workspace } from "./workspace.ts";

const space = workspace();

/**
 * Gini coefficient of values that are not negative: 0 when all are equal; null when there is nothing to share.
 *
 * @see Gini 1912, in the form Σ(2i - n - 1) x_(i) / (n Σx)
 */
export function gini(values: ArrayLike<number>, total = sum(values)): number | null {
  const n = values.length;
  const room = space(n);
  room.set(values);
  sorted(room);
  let weighted = 0;
  for (let index = 0; index < n; index += 1) weighted += (2 * (index + 1) - n - 1) * (room[index] ?? 0);
  return ratio(weighted, n * total);
}

/** How unevenly posts are shared out among companies (M29). */
export interface Concentration {
  /** Share of voice of each, in the order given. */
  shares: number[];
  /** Herfindahl-Hirschman index, Σ share². */
  hhi: number;
  gini: number;
  /** Share of the greatest k together. */
  topShare(k: number): number;
}

/** Concentration of posts; null when nobody posted. */
export function concentration(posts: readonly number[]): Concentration | null {
  const total = sum(posts);
  const spread = gini(posts);
  if (total === 0 || spread === null) return null;
  const shares = posts.map((count) => count / total);
  const descending = ascending(shares).reverse();
  return {
    shares,
    hhi: sum(shares.map((share) => share * share)),
    gini: spread,
    topShare: (k) => sum(descending.slice(0, k)),
  };
}
