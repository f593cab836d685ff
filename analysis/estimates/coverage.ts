import { ratio } from "./interval.ts";

/** Coverage of a frame. */
export interface Coverage {
  /** Eligible units. */
  n: number;
  /** Observed / eligible, those of unknown eligibility counted as eligible (AAPOR RR1); null without eligible units. */
  least: number | null;
  /** The same without those of unknown eligibility (AAPOR RR5). */
  greatest: number | null;
}

/** Outcomes that leave open whether the unit belongs to the frame at all: a name that is not found may be a dead company's. */
const unknownEligibility = ["dns_error"];

/**
 * Coverage from the final dispositions of all units, one each (M40).
 *
 * @param outcomes `not_eligible` units are left out; `visited` and `observed` mean observed
 * @see AAPOR, Standard Definitions (10th edition, 2023), response rates 1 and 5
 */
export function coverageOf(outcomes: readonly string[]): Coverage {
  const eligible = outcomes.filter((outcome) => outcome !== "not_eligible");
  const observed = eligible.filter((outcome) => outcome === "visited" || outcome === "observed").length;
  const unsure = eligible.filter((outcome) => unknownEligibility.includes(outcome)).length;
  return {
    n: eligible.length,
    least: ratio(observed, eligible.length),
    greatest: ratio(observed, eligible.length - unsure),
  };
}

/** Share of each final disposition among the eligible units; they add up to 1. Labels are the caller's own. */
export function dispositionShares(counts: Readonly<Record<string, number>>): Record<string, number | null> {
  const eligible = Object.entries(counts).filter(([outcome]) => outcome !== "not_eligible");
  const n = eligible.reduce((total, [, count]) => total + count, 0);
  return Object.fromEntries(eligible.map(([outcome, count]) => [outcome, ratio(count, n)]));
}
