import { ratio, sum } from "./interval.ts";

/** What one company that was drawn at random adds to a share of whatever companies hold: accounts, or themselves. */
export interface Cluster {
  /** Stratum of the draw. */
  stratum: string | null;
  /** Companies it stands for, the same throughout its stratum; 1 where everybody was taken. */
  weight: number;
  /** Units with the property, of all its units; parts of units count as such. */
  yes: number;
  of: number;
}

/** A share of units that came in clusters. */
export interface ClusteredShare {
  p: number;
  /** Units it rests on. */
  n: number;
  /** Independent units that would give the same variance, at most n (Korn & Graubard 1998). */
  effectiveN: number;
}

/**
 * Share of units from clusters drawn within strata: a ratio of two totals with a linearised variance, in which strata taken whole have no
 * part. The only cluster of a stratum is held against the whole.
 *
 * @returns null where there are no units
 * @see Cochran 1977, sections 6.4 and 11.2
 */
export function clusteredShare(clusters: readonly Cluster[]): ClusteredShare | null {
  const total = sum(clusters.map(({ weight, of }) => weight * of));
  const p = ratio(sum(clusters.map(({ weight, yes }) => weight * yes)), total);
  if (p === null) return null;
  const n = sum(clusters.map(({ of }) => of));
  const strata = new Map<string | null, Deviations>();
  for (const { stratum, weight, yes, of } of clusters) {
    const those = strata.get(stratum) ?? { weight, values: [] };
    those.values.push((weight * (yes - p * of)) / total);
    strata.set(stratum, those);
  }
  const variance = sum([...strata.values()].map(varianceIn));
  return { p, n, effectiveN: Math.min(n, ratio(p * (1 - p), variance) || n) };
}

interface Deviations {
  weight: number;
  values: number[];
}

function varianceIn({ weight, values }: Deviations): number {
  const n = values.length;
  const mean = n === 1 ? 0 : sum(values) / n;
  const spread = sum(values.map((value) => (value - mean) ** 2));
  // n of weight × n companies were drawn.
  return (1 - 1 / weight) * (n === 1 ? 1 : n / (n - 1)) * spread;
}
