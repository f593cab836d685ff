import { byCodeUnit } from "../datasets/order.ts";
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
  const cells = new Map<string, { segment: string; sizeBand: string; units: Unit[] }>();
  const put = (unit: Unit, segment: string, sizeBand: string): void => {
    const key = JSON.stringify([segment, sizeBand]);
    const cell = cells.get(key) ?? { segment, sizeBand, units: [] };
    if (cell.units.at(-1) !== unit) cell.units.push(unit);
    cells.set(key, cell);
  };
  for (const unit of units) {
    put(unit, "all", "all");
    put(unit, unit.segment, "all");
    put(unit, "all", unit.sizeBand ?? "all");
  }
  return [...cells.values()].sort(
    (a, b) => byCodeUnit(a.segment, b.segment) || byCodeUnit(a.sizeBand, b.sizeBand),
  );
}

/**
 * One figure of a metric, before small cells are suppressed. `companies` and `eligible` are the companies behind `n` and
 * behind all units of the cell.
 */
export type Estimate = Omit<Benchmark, "metric" | "unit" | "suppressed" | "instrument"> & {
  companies: number;
  eligible: number;
};

/** What says which figure an estimate is. */
export type Figure = Pick<Estimate, "statistic" | "platforms" | "platformIds" | "thetaDays" | "windowDays">;

/** Earliest and latest of some instants. */
export function span(instants: readonly string[]): Pick<Benchmark, "observedAtMin" | "observedAtMax"> {
  let [first, last]: [string | null, string | null] = [null, null];
  for (const instant of instants) {
    if (first === null || Date.parse(instant) < Date.parse(first)) first = instant;
    if (last === null || Date.parse(instant) > Date.parse(last)) last = instant;
  }
  return { observedAtMin: first, observedAtMax: last };
}
