import { type Cell, companiesBehind, type Estimate, type Figure, type Span, span } from "./cells.ts";
import { manskiBounds } from "./estimates/bounds.ts";
import { defaultLevel, ratio } from "./estimates/interval.ts";
import { wilson } from "./estimates/proportions.ts";

/** A yes/no fact about one unit: a company, a group or an account. */
export interface Fact {
  /** Null where it is not known. */
  value: boolean | null;
  /** Whether it could have come out either way; others enter the bounds only. */
  isTwoSided: boolean;
  companyIds: readonly string[];
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
  const x = countOf(used, true);
  const nTrue = countOf(facts, true);
  const nFalse = countOf(facts, false);
  const tally = { nTrue, nFalse, nUnknown: facts.length - nTrue - nFalse };
  const n = used.length;
  const isGiven = refusal === null && n > 0;
  const interval = isGiven ? wilson(x, n) : null;
  const bounds = manskiBounds(tally);
  const known = nTrue + nFalse;
  return {
    ...{ segment, sizeBand, ...figure },
    estimate: isGiven ? x / n : null,
    ciLo: interval?.[0] ?? null,
    ciHi: interval?.[1] ?? null,
    ciMethod: interval && "wilson",
    ciLevel: interval && defaultLevel,
    boundLo: bounds?.[0] ?? null,
    boundHi: bounds?.[1] ?? null,
    ...{ n, ...tally },
    coverage: ratio(known, facts.length),
    reason: isGiven ? null : (refusal ?? (known > 0 ? "one_sided" : "nothing_observed")),
    ...span(facts, ({ seen }) => seen),
    companies: companiesBehind(used),
    eligible: companiesBehind(facts),
  };
}

function countOf(facts: readonly Fact[], wanted: boolean): number {
  let count = 0;
  for (const { value } of facts) if (value === wanted) count += 1;
  return count;
}
