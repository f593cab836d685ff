import { type Cell, companiesBehind, type Estimate, type Figure, type Span, span } from "./cells.ts";
import { manskiBounds, type Tally } from "./estimates/bounds.ts";
import { defaultLevel, type Interval, ratio } from "./estimates/interval.ts";
import { wilson } from "./estimates/proportions.ts";
import { type Stratum, stratified } from "./estimates/strata.ts";
import type { Draw } from "./units.ts";

/** A yes/no fact about one unit: a company, a group or an account. */
export interface Fact {
  /** Null where it is not known. */
  value: boolean | null;
  /** Whether it could have come out either way; others enter the bounds only. */
  isTwoSided: boolean;
  companyIds: readonly string[];
  draw: Draw;
  /** First and last instant of the observations it rests on. */
  seen: Span;
}

/** What a share is a share of. */
export interface Share extends Figure {
  facts: readonly Fact[];
  /** Why no single number may be given, whatever the facts; null when one may. */
  refusal: string | null;
}

/**
 * The share of units for which a fact holds: the estimate and its interval over the units that could have come out either
 * way, the bounds over all.
 */
export function shareOf({ segment, sizeBand }: Cell, { facts, refusal, ...figure }: Share): Estimate {
  const used = facts.filter(({ value, isTwoSided }) => value !== null && isTwoSided);
  const nTrue = countOf(facts, true);
  const nFalse = countOf(facts, false);
  const known = nTrue + nFalse;
  const isSample = facts.some(({ draw }) => draw.stratum !== null);
  const found = refusal !== null ? null : isSample ? fromSample(facts) : fromAll(used);
  const bounds = manskiBounds(isSample ? weighed(facts) : { nTrue, nFalse, nUnknown: facts.length - known });
  return {
    ...{ segment, sizeBand, ...figure },
    estimate: found?.estimate ?? null,
    ciLo: found?.interval[0] ?? null,
    ciHi: found?.interval[1] ?? null,
    ciMethod: found?.method ?? null,
    ciLevel: found && defaultLevel,
    boundLo: bounds?.[0] ?? null,
    boundHi: bounds?.[1] ?? null,
    ...{ n: used.length, nTrue, nFalse, nUnknown: facts.length - known },
    coverage: ratio(known, facts.length),
    reason: found ? null : (refusal ?? (known > 0 ? "one_sided" : "nothing_observed")),
    ...span(facts, ({ seen }) => seen),
    companies: companiesBehind(used),
    eligible: companiesBehind(facts),
  };
}

interface Found {
  estimate: number;
  interval: Interval;
  method: "wilson" | "korn_graubard";
}

function fromAll(used: readonly Fact[]): Found | null {
  const x = countOf(used, true);
  const interval = wilson(x, used.length);
  return interval && { estimate: x / used.length, interval, method: "wilson" };
}

/** The share in the frame that the sample was drawn from (M07). Within a stratum the unknown are taken to be like the known. */
function fromSample(facts: readonly Fact[]): Found | null {
  const strata = new Map<string | null, Stratum>();
  for (const { value, isTwoSided, draw } of facts) {
    const { size, n, x } = strata.get(draw.stratum) ?? { size: 0, n: 0, x: 0 };
    const counts = value !== null && isTwoSided ? 1 : 0;
    strata.set(draw.stratum, {
      size: size + draw.weight,
      n: n + counts,
      x: x + (value === true ? counts : 0),
    });
  }
  const found = stratified([...strata.values()]);
  return found && { estimate: found.p, interval: found.kornGraubard, method: "korn_graubard" };
}

/** Companies of the whole frame by what is known of those that stand for them. */
function weighed(facts: readonly Fact[]): Tally {
  const weightOf = (wanted: boolean | null) =>
    facts.reduce((total, { value, draw }) => total + (value === wanted ? draw.weight : 0), 0);
  return { nTrue: weightOf(true), nFalse: weightOf(false), nUnknown: weightOf(null) };
}

function countOf(facts: readonly Fact[], wanted: boolean): number {
  let count = 0;
  for (const { value } of facts) if (value === wanted) count += 1;
  return count;
}
