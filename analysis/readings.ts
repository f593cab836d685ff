import { grouped } from "../datasets/grouping.ts";
import type { CoderAgreement, HandReading } from "../datasets/hand-records.ts";
import { byCodeUnit } from "../datasets/order.ts";
import { agreementOf, krippendorffAlpha } from "./estimates/agreement.ts";
import { isWithin } from "./estimates/relative-dates.ts";

/** The coder whose word ends a disagreement. */
export const adjudicator = "adjudicated";

/** Hand readings with it settled which of them count. */
export interface Settled {
  /** Every reading, by company, account and coder. */
  readings: HandReading[];
  agreement: CoderAgreement[];
  /** Readings of accounts on which coders differ and nobody has settled it. */
  disagreements: HandReading[];
}

/**
 * Whether an account read by hand had a post within the threshold; null where that was not to be seen, or where a label like "2mo"
 * lies on either side (M47).
 */
export function activityByHand(
  { sight, neverPosted, leastDays, mostDays }: HandReading,
  thetaDays: number,
): boolean | null {
  if (sight === "gone") return false;
  if (sight !== "yes") return null;
  if (neverPosted) return false;
  return leastDays === null ? null : isWithin([leastDays, mostDays ?? Number.POSITIVE_INFINITY], thetaDays);
}

/**
 * Settles which readings count: one an account, the most exact of those that agree, or the adjudicated one. Where coders differ none
 * counts until that is settled, since nobody knows who is right.
 */
export function settleReadings(given: readonly HandReading[], thetas: readonly number[]): Settled {
  const sorted = [...given].sort(
    (a, b) =>
      byCodeUnit(a.companyId, b.companyId) ||
      byCodeUnit(a.accountId, b.accountId) ||
      byCodeUnit(a.coder, b.coder),
  );
  const accounts = grouped(sorted, ({ companyId, accountId }) => `${companyId} ${accountId}`);
  const groups = [...accounts.values()];
  const used = new Set(groups.flatMap((group) => usedOf(group, thetas) ?? []));
  const open = groups.filter((group) => usedOf(group, thetas) === null);
  return {
    readings: sorted.map((reading) => ({ ...reading, used: used.has(reading) })),
    agreement: agreementsOf(groups, thetas),
    disagreements: open.flat(),
  };
}

/** The reading that counts; null where coders differ. */
function usedOf(group: readonly HandReading[], thetas: readonly number[]): HandReading | null {
  const settled = group.find(({ coder }) => coder === adjudicator);
  if (settled) return settled;
  if (questionsOf(thetas).some((question) => new Set(codesOf(group, question)).size > 1)) return null;
  const width = ({ leastDays, mostDays }: HandReading) =>
    leastDays === null ? Number.POSITIVE_INFINITY : (mostDays ?? Number.MAX_VALUE) - leastDays;
  return group.reduce((best, next) => (width(next) < width(best) ? next : best));
}

interface CodedQuestion {
  name: string;
  /** Null where the coder could not tell. */
  codeOf(reading: HandReading): string | null;
}

const questionsOf = (thetas: readonly number[]): CodedQuestion[] => [
  { name: "sight", codeOf: ({ sight }) => sight },
  ...thetas.map((thetaDays) => ({
    name: `active_${thetaDays}`,
    codeOf: (reading: HandReading) => {
      const isActive = activityByHand(reading, thetaDays);
      return isActive === null ? null : isActive ? "active" : "inactive";
    },
  })),
];

const codesOf = (group: readonly HandReading[], { codeOf }: CodedQuestion): string[] =>
  group.flatMap((reading) => codeOf(reading) ?? []);

function agreementsOf(groups: readonly HandReading[][], thetas: readonly number[]): CoderAgreement[] {
  const shared = groups
    .map((group) => group.filter(({ coder }) => coder !== adjudicator))
    .filter((group) => group.length > 1);
  if (shared.length === 0) return [];
  const coders = [...new Set(shared.flat().map(({ coder }) => coder))].sort(byCodeUnit);
  return questionsOf(thetas)
    .map((question) => agreementOn(question, shared, coders))
    .sort((a, b) => byCodeUnit(a.question, b.question));
}

function agreementOn(
  question: CodedQuestion,
  shared: readonly HandReading[][],
  coders: readonly string[],
): CoderAgreement {
  const units = shared.map((group) => codesOf(group, question)).filter((codes) => codes.length > 1);
  const codes = [...new Set(units.flat())].sort(byCodeUnit);
  const table = codes.map((row) =>
    codes.map((column) => units.filter(([first, second]) => first === row && second === column).length),
  );
  const two = coders.length === 2 ? agreementOf(table) : null;
  return {
    question: question.name,
    coders: [...coders],
    n: units.length,
    disagreements: units.filter((unit) => new Set(unit).size > 1).length,
    observed: two?.observed ?? null,
    kappa: two?.kappa ?? null,
    kappaLo: two?.interval?.[0] ?? null,
    kappaHi: two?.interval?.[1] ?? null,
    ac1: two?.ac1 ?? null,
    alpha: krippendorffAlpha(units),
  };
}
