import { zOf } from "./distributions.ts";
import { defaultLevel, type Interval, sum } from "./interval.ts";

/** Agreement of two coders. Kappa alone misleads where one code prevails, so observed agreement and AC1 stand beside it. */
export interface Agreement {
  /** Observed agreement. */
  observed: number;
  /** Agreement expected by chance from the coders' own distributions. */
  expected: number;
  /** Null where chance alone would agree always. */
  kappa: number | null;
  se: number | null;
  interval: Interval | null;
  /** Gwet's AC1; null where there is one category only. */
  ac1: number | null;
}

/**
 * Cohen's kappa and Gwet's AC1 of two coders (M42).
 *
 * @param table square; rows are the first coder's codes, columns the second's
 * @returns null when nothing was coded
 * @see Cohen 1960; Fleiss, Cohen & Everitt 1969 (standard error); Gwet 2008
 */
export function agreementOf(table: readonly (readonly number[])[], level = defaultLevel): Agreement | null {
  const n = sum(table.map(sum));
  if (n === 0) return null;
  const p = table.map((row) => row.map((count) => count / n));
  const rows = p.map(sum);
  const columns = p.map((_, j) => sum(p.map((row) => row[j] ?? 0)));
  const observed = sum(p.map((row, i) => row[i] ?? 0));
  const expected = sum(rows.map((share, i) => share * (columns[i] ?? 0)));
  const ac1 = gwet({ observed, rows, columns });
  if (1 - expected < 1e-12) return { observed, expected, kappa: null, se: null, interval: null, ac1 };
  const kappa = (observed - expected) / (1 - expected);
  const se = kappaError({ p, rows, columns, kappa, expected, n });
  const reach = zOf(level) * se;
  return { observed, expected, kappa, se, interval: [kappa - reach, kappa + reach], ac1 };
}

interface Margins {
  rows: readonly number[];
  columns: readonly number[];
}

function gwet({ observed, rows, columns }: Margins & { observed: number }): number | null {
  const categories = rows.length;
  if (categories < 2) return null;
  const prevalence = rows.map((share, i) => (share + (columns[i] ?? 0)) / 2);
  const expected = sum(prevalence.map((share) => share * (1 - share))) / (categories - 1);
  return (observed - expected) / (1 - expected);
}

interface KappaParts extends Margins {
  p: readonly (readonly number[])[];
  kappa: number;
  expected: number;
  n: number;
}

function kappaError({ p, rows, columns, kappa, expected, n }: KappaParts): number {
  const agreeing = p.map(
    (row, i) => (row[i] ?? 0) * (1 - ((rows[i] ?? 0) + (columns[i] ?? 0)) * (1 - kappa)) ** 2,
  );
  const differing = p.flatMap((row, i) =>
    row.map((share, j) => (i === j ? 0 : share * ((columns[i] ?? 0) + (rows[j] ?? 0)) ** 2)),
  );
  const spread = sum(agreeing) + (1 - kappa) ** 2 * sum(differing) - (kappa - expected * (1 - kappa)) ** 2;
  return Math.sqrt(Math.max(0, spread) / n) / (1 - expected);
}

/**
 * Krippendorff's alpha for nominal codes of any number of coders, missing codes allowed (M43). Customary floors: 0.80 to report,
 * 0.667 to report tentatively.
 *
 * @param units one list of codes a unit, null where a coder gave none; units with fewer than two codes drop out
 * @returns null where only one code occurs
 * @see Krippendorff 2011, "Computing Krippendorff's alpha-reliability"
 */
export function krippendorffAlpha(units: readonly (readonly (string | number | null)[])[]): number | null {
  const coded = units
    .map((codes) => codes.filter((code) => code !== null))
    .filter((codes) => codes.length > 1);
  const totals = tally(coded.flat());
  const n = sum([...totals.values()]);
  const disagreeing = sum(
    coded.map((codes) => {
      const m = codes.length;
      const same = sum([...tally(codes).values()].map((count) => count * (count - 1)));
      return (m * (m - 1) - same) / (m - 1);
    }),
  );
  const expected = n * n - sum([...totals.values()].map((count) => count * count));
  return expected === 0 ? null : 1 - ((n - 1) * disagreeing) / expected;
}

function tally(codes: readonly (string | number)[]): Map<string | number, number> {
  const counts = new Map<string | number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
