import { type Cell, companiesBehind, type Estimate, type Figure, span } from "./cells.ts";
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
  /** Instants of the observations it rests on. */
  seenAt: readonly string[];
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
  const known = facts.filter(({ value }) => value !== null);
  const used = known.filter(({ isTwoSided }) => isTwoSided);
  const trueOf = (some: readonly Fact[]): number => some.filter(({ value }) => value === true).length;
  const n = used.length;
  const tally = {
    nTrue: trueOf(known),
    nFalse: known.length - trueOf(known),
    nUnknown: facts.length - known.length,
  };
  const isGiven = refusal === null && n > 0;
  const interval = isGiven ? wilson(trueOf(used), n) : null;
  const bounds = manskiBounds(tally);
  return {
    ...{ segment, sizeBand, ...figure },
    estimate: isGiven ? trueOf(used) / n : null,
    ciLo: interval?.[0] ?? null,
    ciHi: interval?.[1] ?? null,
    ciMethod: interval && "wilson",
    ciLevel: interval && defaultLevel,
    boundLo: bounds?.[0] ?? null,
    boundHi: bounds?.[1] ?? null,
    ...{ n, ...tally },
    coverage: ratio(known.length, facts.length),
    reason: isGiven ? null : (refusal ?? (known.length > 0 ? "one_sided" : "nothing_observed")),
    ...span(instantsOf(facts)),
    companies: companiesBehind(used),
    eligible: companiesBehind(facts),
  };
}

function* instantsOf(facts: readonly Fact[]): Generator<string> {
  for (const { seenAt } of facts) yield* seenAt;
}
