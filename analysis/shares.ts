import { type Cell, companiesBehind, type Estimate, type Figure, type Span, span } from "./cells.ts";
import { manskiBounds, type Tally } from "./estimates/bounds.ts";
import { defaultLevel, type Interval, ratio } from "./estimates/interval.ts";
import { wilson } from "./estimates/proportions.ts";
import { type Stratum, stratified } from "./estimates/strata.ts";
import type { TwoPhaseShare } from "./two-phase-share.ts";
import type { Draw, Unit } from "./units.ts";

/** What a share counts: a company, a group or an account. */
export interface Counted {
  /** Whether the fact could have come out either way; other units enter the bounds only. */
  isTwoSided: boolean;
  companyIds: readonly string[];
  draw: Draw;
  /** First and last instant of the observations it rests on. */
  seen: Span;
}

/** Units that shares are taken of, with what is the same for every fact about them. */
export interface Population<U extends Counted = Counted> {
  units: readonly U[];
  /** Whether they were drawn from a frame and stand for others. */
  isSample: boolean;
  seen: Span;
  /** Distinct companies behind them, counted no further than matters. */
  companies: number;
}

/** Some units as a population. */
export const populationOf = <U extends Counted>(units: readonly U[]): Population<U> => ({
  units,
  isSample: units.some(({ draw }) => draw.stratum !== null),
  seen: span(units, ({ seen }) => seen),
  companies: companiesBehind(units),
});

/** A cell with its units as a population. */
export interface Part<U extends Counted> {
  cell: Cell;
  population: Population<U>;
}

/** The parts of an industry. A unit is in several cells, and is looked at once. */
export function partsOf<U extends Counted>(cells: readonly Cell[], memberOf: (unit: Unit) => U): Part<U>[] {
  const members: U[] = [];
  const known = (unit: Unit): U => (members[unit.place] ??= memberOf(unit));
  return cells.map((cell) => ({ cell, population: populationOf(cell.units.map(known)) }));
}

/** What a share is a share of. */
export interface Share<U extends Counted> extends Figure {
  population: Population<U>;
  /** Whether the fact holds of a unit; null where that is not known. */
  holds(unit: U): boolean | null;
  /** Why no single number may be given, whatever the facts; null when one may. */
  refusal: string | null;
  /** From a draw that people looked at by hand: stands in where no single number may be given otherwise. */
  byHand?: TwoPhaseShare | null;
}

/**
 * The share of units for which a fact holds: the estimate and its interval over the units that could have come out either
 * way, the bounds over all.
 */
export function shareOf<U extends Counted>(
  { segment, sizeBand }: Pick<Cell, "segment" | "sizeBand">,
  { population, holds, refusal, byHand = null, ...figure }: Share<U>,
): Estimate {
  const { units, isSample, seen } = population;
  const { all, used } = talliesOf(units, holds);
  const known = all.nTrue + all.nFalse;
  const estimated = isSample ? fromSample(units, holds) : fromAll(used);
  const found: Found | null = refusal === null ? estimated : byHand;
  const bounds = manskiBounds(isSample ? weighed(units, holds) : all);
  return {
    ...{ segment, sizeBand, ...figure },
    estimate: found?.estimate ?? null,
    ciLo: found?.interval[0] ?? null,
    ciHi: found?.interval[1] ?? null,
    ciMethod: found?.method ?? null,
    ciLevel: found && defaultLevel,
    boundLo: bounds?.[0] ?? null,
    boundHi: bounds?.[1] ?? null,
    ...{ n: found?.n ?? used.nTrue + used.nFalse, ...all },
    coverage: ratio(known, units.length),
    reason: found ? null : (refusal ?? (known > 0 ? "one_sided" : "nothing_observed")),
    ...seen,
    companies: found?.n ?? companiesBehind(usedAmong(units, holds)),
    eligible: population.companies,
  };
}

type Holds<U> = Share<U & Counted>["holds"];

/** How many units there are of each kind, and how many of them could have come out either way. */
function talliesOf<U extends Counted>(units: readonly U[], holds: Holds<U>): Record<"all" | "used", Tally> {
  let [nTrue, nFalse, usedTrue, usedFalse, used] = [0, 0, 0, 0, 0];
  for (const unit of units) {
    const value = holds(unit);
    if (unit.isTwoSided) used += 1;
    if (value === null) continue;
    if (value) nTrue += 1;
    else nFalse += 1;
    if (!unit.isTwoSided) continue;
    if (value) usedTrue += 1;
    else usedFalse += 1;
  }
  return {
    all: { nTrue, nFalse, nUnknown: units.length - nTrue - nFalse },
    used: { nTrue: usedTrue, nFalse: usedFalse, nUnknown: used - usedTrue - usedFalse },
  };
}

function* usedAmong<U extends Counted>(units: readonly U[], holds: Holds<U>): Generator<U> {
  for (const unit of units) if (unit.isTwoSided && holds(unit) !== null) yield unit;
}

interface Found {
  estimate: number;
  interval: Interval;
  method: "wilson" | "korn_graubard" | TwoPhaseShare["method"];
  /** Units it rests on, where these are not those that could have come out either way. */
  n?: number;
}

function fromAll({ nTrue, nFalse }: Tally): Found | null {
  const n = nTrue + nFalse;
  const interval = wilson(nTrue, n);
  return interval && { estimate: nTrue / n, interval, method: "wilson" };
}

/** The share in the frame that the sample was drawn from (M07). Within a stratum the unknown are taken to be like the known. */
function fromSample<U extends Counted>(units: readonly U[], holds: Holds<U>): Found | null {
  const strata = new Map<string | null, Stratum>();
  for (const unit of units) {
    const { isTwoSided, draw } = unit;
    const value = isTwoSided ? holds(unit) : null;
    const { size, n, x } = strata.get(draw.stratum) ?? { size: 0, n: 0, x: 0 };
    strata.set(draw.stratum, {
      size: size + draw.weight,
      n: n + (value === null ? 0 : 1),
      x: x + (value === true ? 1 : 0),
    });
  }
  const found = stratified([...strata.values()]);
  return found && { estimate: found.p, interval: found.kornGraubard, method: "korn_graubard" };
}

/** Companies of the whole frame by what is known of those that stand for them. */
function weighed<U extends Counted>(units: readonly U[], holds: Holds<U>): Tally {
  const weightOf = (wanted: boolean | null) =>
    units.reduce((total, unit) => total + (holds(unit) === wanted ? unit.draw.weight : 0), 0);
  return { nTrue: weightOf(true), nFalse: weightOf(false), nUnknown: weightOf(null) };
}
