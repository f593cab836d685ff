import { createHash } from "node:crypto";
import { grouped } from "../datasets/grouping.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Company } from "../datasets/schema.ts";

/** What companies may be divided by before some of each part are drawn. */
export const stratumFields = ["segment", "country", "size", "type"] as const;
export type StratumField = (typeof stratumFields)[number];

/** Largest share of companies for which a stratum's field may be empty. */
const maxEmptyShare = 0.2;

/** Fewest companies drawn from a stratum: with one alone its variance is not known. */
const minDrawn = 2;

/** What is drawn. */
export interface SamplePlan {
  n: number;
  /** Empty for a simple random sample. */
  strata: readonly StratumField[];
  seed: number;
}

/** A sample, or why there is none. */
export type Sample =
  | { companies: Company[]; strata: { stratum: string; size: number; drawn: number }[]; fault: null }
  | { companies: null; strata: null; fault: string };

/**
 * Draws companies at random within strata, in proportion to their size but never fewer than two, a smaller stratum whole. Each
 * company drawn says which stratum it stands for and how many companies that has, from which every estimate takes its weights.
 *
 * @param companies eligible companies of the whole frame
 * @returns the sample by companyId; a fault where a field is empty for more than a fifth of the companies, or where n does not do
 * @see Cochran 1977, section 5.5 (proportional allocation)
 */
export function drawSample(companies: readonly Company[], { n, strata, seed }: SamplePlan): Sample {
  const fault = faultOf(companies, n, strata);
  if (fault !== null) return { companies: null, strata: null, fault };
  const groups = grouped(companies, (company) => stratumOf(company, strata) || "all");
  const sorted = [...groups].sort(([a], [b]) => byCodeUnit(a, b));
  const sizes = sorted.map(([, members]) => members.length);
  const picked = drawWithin(sorted, (company) => `sample ${company.companyId}`, { n, seed });
  if (picked === null) return { companies: null, strata: null, fault: tooFew(n, sizes) };
  const drawn = sorted.flatMap(([stratum, members]) =>
    (picked.get(stratum) ?? []).map((company) => ({ ...company, stratum, stratumSize: members.length })),
  );
  return {
    companies: drawn.sort((a, b) => byCodeUnit(a.companyId, b.companyId)),
    strata: sorted.map(([stratum, members]) => ({
      ...{ stratum, size: members.length },
      drawn: picked.get(stratum)?.length ?? 0,
    })),
    fault: null,
  };
}

/** Why n does not do for strata of these sizes. */
export function tooFew(n: number, sizes: readonly number[]): string {
  const least = sizes.reduce((total, size) => total + Math.min(size, minDrawn), 0);
  return `--n ${n}: there are ${sizes.length} strata, which take at least ${least} companies. Draw more, or divide by less`;
}

/**
 * Draws members of strata at random, in proportion to the strata's sizes but never fewer than two, a smaller stratum whole.
 *
 * @param keyOf what tells a member from every other: with the seed it decides who is drawn, whatever the order
 * @returns those drawn by stratum; null where n is too small for so many strata
 * @see Cochran 1977, section 5.5 (proportional allocation)
 */
export function drawWithin<T>(
  strata: readonly (readonly [stratum: string, members: readonly T[]])[],
  keyOf: (member: T) => string,
  { n, seed }: { n: number; seed: number },
): Map<string, T[]> | null {
  const sizes = strata.map(([, members]) => members.length);
  const all = sizes.reduce((total, size) => total + size, 0);
  const counts = allocate(sizes, Math.min(n, all));
  return (
    counts &&
    new Map(
      strata.map(([stratum, members], index) => [
        stratum,
        inRandomOrder(members, (member) => `${seed} ${keyOf(member)}`).slice(0, counts[index]),
      ]),
    )
  );
}

/** In an order decided by the SHA-256 of what tells the members apart, so that another order of them gives the same. */
export function inRandomOrder<T>(members: readonly T[], keyOf: (member: T) => string): T[] {
  return members
    .map((member) => ({ member, key: createHash("sha256").update(keyOf(member)).digest("hex") }))
    .sort((a, b) => byCodeUnit(a.key, b.key))
    .map(({ member }) => member);
}

/** Name of the stratum of a company; empty where nothing is divided by. */
export const stratumOf = (company: Company, strata: readonly StratumField[]): string =>
  strata.map((field) => `${field}=${stratumValue(company, field) ?? "none"}`).join(" ");

function stratumValue(company: Company, field: StratumField): string | null {
  const values = { segment: company.segment, country: company.country, size: company.sizeBand };
  return field === "type" ? company.type : values[field];
}

function faultOf(companies: readonly Company[], n: number, strata: readonly StratumField[]): string | null {
  if (n > companies.length) return `--n ${n}: the frame has ${companies.length} eligible companies only`;
  for (const field of strata) {
    const empty = companies.filter((company) => stratumValue(company, field) === null).length;
    if (empty > maxEmptyShare * companies.length)
      return `--strata ${field}: is empty for ${empty} of ${companies.length} companies, more than a fifth. Fill it in, or leave it out`;
  }
  return null;
}

/** Companies to draw from strata of these sizes: at least two or all, the rest by size, largest remainders first; null where n is too small. */
function allocate(sizes: readonly number[], n: number): number[] | null {
  const counts = sizes.map((size) => Math.min(size, minDrawn));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let left = n - counts.reduce((sum, count) => sum + count, 0);
  if (left < 0) return null;
  for (; left > 0; left -= 1) {
    const lacks = sizes.map((size, index) =>
      counts[index] === size ? -1 : (n * size) / total - (counts[index] ?? 0),
    );
    const place = lacks.reduce(
      (best, lack, index) => (lack > (lacks[best] ?? 0) ? index : best),
      openPlace(sizes, counts),
    );
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** A stratum of which not all are taken yet. */
const openPlace = (sizes: readonly number[], counts: readonly number[]): number =>
  sizes.findIndex((size, index) => (counts[index] ?? 0) < size);
