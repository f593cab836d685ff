import { grouped } from "../datasets/grouping.ts";
import { byCodeUnit, isBefore } from "../datasets/order.ts";
import type { Benchmark } from "../datasets/schema.ts";
import type { Unit } from "./units.ts";

/** A part of the industry: a segment, a size band, or all of it. */
export interface Cell {
  segment: string;
  sizeBand: string;
  units: readonly Unit[];
}

/** The whole, each segment and, where the frame has them, each size band; sorted, none empty. */
export function cellsOf(units: readonly Unit[]): Cell[] {
  const segments = grouped(units, ({ segment }) => segment);
  const bands = grouped(units, ({ sizeBand }) => sizeBand);
  // What is called "all" is in the whole already.
  for (const parts of [segments, bands]) parts.delete("all");
  const cells = [
    ...(units.length > 0 ? [{ segment: "all", sizeBand: "all", units }] : []),
    ...Array.from(segments, ([segment, own]) => ({ segment, sizeBand: "all", units: own })),
    ...Array.from(bands, ([sizeBand, own]) => ({ segment: "all", sizeBand, units: own })),
  ];
  return cells.sort((a, b) => byCodeUnit(a.segment, b.segment) || byCodeUnit(a.sizeBand, b.sizeBand));
}

/** Least number of companies behind a published figure; smaller cells show n alone (docs/method.md). */
export const minCompanies = 5;

/**
 * One figure of a metric, before small cells are suppressed. `companies` and `eligible` are the distinct companies behind `n`
 * and behind all units of the cell, counted no further than matters for that.
 */
export type Estimate = Omit<Benchmark, "metric" | "unit" | "suppressed" | "instrument"> & {
  companies: number;
  eligible: number;
};

/** What says which figure an estimate is. */
export type Figure = Pick<Estimate, "statistic" | "platforms" | "platformIds" | "thetaDays" | "windowDays">;

/** Distinct companies behind some units, counted up to the least number that is published. */
export function companiesBehind(units: Iterable<{ companyIds: readonly string[] }>): number {
  const companies = new Set<string>();
  for (const { companyIds } of units) {
    for (const id of companyIds) companies.add(id);
    if (companies.size >= minCompanies) return minCompanies;
  }
  return companies.size;
}

/** First and last instant of some observations; null where there was none. */
export type Span = Pick<Benchmark, "observedAtMin" | "observedAtMax">;

/** The span of some instants, those that are null left out. */
export function spanOf(instants: readonly (string | null)[]): Span {
  let [first, last]: [string | null, string | null] = [null, null];
  for (const at of instants) {
    if (at === null) continue;
    if (first === null || isBefore(at, first)) first = at;
    if (last === null || isBefore(last, at)) last = at;
  }
  return { observedAtMin: first, observedAtMax: last };
}

/** The span of some spans together. */
export function span<T>(holders: readonly T[], spanIn: (holder: T) => Span): Span {
  let [first, last]: [string | null, string | null] = [null, null];
  for (const holder of holders) {
    const { observedAtMin, observedAtMax } = spanIn(holder);
    if (observedAtMin !== null && (first === null || isBefore(observedAtMin, first))) first = observedAtMin;
    if (observedAtMax !== null && (last === null || isBefore(last, observedAtMax))) last = observedAtMax;
  }
  return { observedAtMin: first, observedAtMax: last };
}
