import type { Cell, Estimate } from "./cells.ts";
import type { CheckedCompany } from "./checked.ts";
import { type Cluster, type ClusteredShare, clusteredShare } from "./estimates/clusters.ts";
import { defaultLevel, ratio, sum } from "./estimates/interval.ts";
import { correctedInterval, correctedShare } from "./estimates/misclassification.ts";
import { clopperPearson } from "./estimates/proportions.ts";
import type { PlatformSet } from "./platform-sets.ts";
import type { Counted, Share } from "./shares.ts";
import type { Unit } from "./units.ts";

/** What is true of a company that people checked, of which the program says something, too. */
export interface Judged {
  company: CheckedCompany;
  /** What the program says. */
  apparent: boolean;
  /** What is true; null where an account that the program missed decides, and nobody knows how it posts. */
  truth: boolean | null;
  /** Whether it has an account that was found rightly: what those do stands for the missed ones. */
  hasAccount: boolean;
}

/** A judgement of each company of a cell that people checked whole; none where either side is not known. */
export function judgedIn(
  units: readonly Unit[],
  checked: ReadonlyMap<string, CheckedCompany>,
  judge: (unit: Unit, company: CheckedCompany) => Omit<Judged, "company"> | null,
): Judged[] {
  return units.flatMap((unit) => {
    const company = checked.get(unit.unitId);
    const judgement = company && judge(unit, company);
    return company && judgement ? [{ company, ...judgement }] : [];
  });
}

/** A unit without the accounts that people found to be somebody else's. */
export const rightly = (unit: Unit, { wrong }: CheckedCompany): Unit => ({
  ...unit,
  accounts: unit.accounts.filter(({ account }) => !wrong.has(account.accountId)),
});

/** Whether people found an account on a set of platforms that the audit lacks, corrections included. */
export function isMissedOn(unit: Unit, { missing }: CheckedCompany, { platformIds }: PlatformSet): boolean {
  const found = new Set(unit.accounts.map(({ account }) => account.accountId));
  return [...missing].some(
    (id) => !found.has(id) && platformIds.some((platform) => id.startsWith(`${platform}:`)),
  );
}

/** A share that the program found, and what people found out about some of its units. */
export interface Validated<U extends Counted = Counted>
  extends Pick<Share<U>, "population" | "holds" | "platforms" | "platformIds" | "thetaDays"> {
  judged: readonly Judged[];
}

/**
 * A share corrected for what people found wrong in a random part of it (M44), with sensitivity and specificity. A missed account is taken to
 * be like those found; the bounds hold whatever the missed ones are like. Nothing where nobody checked anything.
 */
export function correctedRows<U extends Counted>(
  { segment, sizeBand }: Pick<Cell, "segment" | "sizeBand">,
  { population, holds, judged, ...figure }: Validated<U>,
): Estimate[] {
  const known = population.units.flatMap((unit) => {
    const value = unit.isTwoSided ? holds(unit) : null;
    return value === null ? [] : [{ ...unit.draw, yes: value ? 1 : 0, of: 1 }];
  });
  const apparent = clusteredShare(known);
  if (judged.length === 0 || apparent === null) return [];
  const isOpen = judged.some(({ truth }) => truth === null);
  const openAs = isOpen ? mixOf(judged) : 0;
  const rates = openAs === null ? null : ratesOf(judged, openAs);
  const about = {
    ...{ segment, sizeBand, ...figure, windowDays: null, coverage: null, ...population.seen },
    ...{ companies: judged.length, eligible: population.companies },
  };
  const nTrue = sum(known.map(({ yes }) => yes));
  return [
    {
      ...about,
      ...corrected(apparent, rates),
      ...boundsOf(apparent.p, judged),
      statistic: "share_corrected",
      ...{ n: known.length, nTrue, nFalse: known.length - nTrue },
      nUnknown: population.units.length - known.length,
    },
    ...rateRows(rates, judged, about),
  ];
}

type Rates = Record<"sensitivity" | "specificity", ClusteredShare | null>;

/** How often what holds is called so, and what does not hold is not; an open truth counts in part. */
function ratesOf(judged: readonly Judged[], openAs: number): Rates {
  const clusters = (isTrue: boolean): Cluster[] =>
    judged.map(({ company: { stratum, weight }, apparent, truth }) => {
      const share = truth === null ? openAs : Number(truth);
      const of = isTrue ? share : 1 - share;
      return { stratum, weight, of, yes: apparent === isTrue ? of : 0 };
    });
  return { sensitivity: clusteredShare(clusters(true)), specificity: clusteredShare(clusters(false)) };
}

/** Share for which the fact holds among those with an account and a known truth; it stands for those of which an account was missed. */
function mixOf(judged: readonly Judged[]): number | null {
  const weigh = (wanted: (truth: boolean) => boolean) =>
    sum(
      judged.map(({ company, truth, hasAccount }) =>
        truth !== null && hasAccount && wanted(truth) ? company.weight : 0,
      ),
    );
  return ratio(
    weigh((truth) => truth),
    weigh(() => true),
  );
}

type Corrected = Pick<Estimate, "estimate" | "ciLo" | "ciHi" | "ciMethod" | "ciLevel" | "reason">;

const none = (reason: string): Corrected => ({
  ...{ estimate: null, ciLo: null, ciHi: null, ciMethod: null, ciLevel: null },
  reason,
});

function corrected(apparent: ClusteredShare, rates: Rates | null): Corrected {
  const { sensitivity, specificity } = rates ?? {};
  if (!sensitivity || !specificity) return none("nothing_checked");
  const estimate = correctedShare(apparent.p, sensitivity.p, specificity.p);
  const measured = ({ p, effectiveN }: ClusteredShare) => ({ p, n: effectiveN });
  const interval = correctedInterval({
    apparent: measured(apparent),
    sensitivity: measured(sensitivity),
    specificity: measured(specificity),
  });
  if (estimate === null || interval === null) return none("no_better_than_chance");
  return {
    ...{ estimate, ciLo: Math.min(interval[0], estimate), ciHi: Math.max(interval[1], estimate) },
    ...{ ciMethod: "rogan_gladen", ciLevel: defaultLevel, reason: null },
  };
}

function exactly({ p, effectiveN }: ClusteredShare): Corrected {
  const [ciLo, ciHi] = clopperPearson(p * effectiveN, effectiveN) ?? [null, null];
  return { estimate: p, ciLo, ciHi, ciMethod: "korn_graubard", ciLevel: defaultLevel, reason: null };
}

function boundsOf(apparent: number, judged: readonly Judged[]): Pick<Estimate, "boundLo" | "boundHi"> {
  const ends = [0, 1].flatMap((openAs) => {
    const { sensitivity, specificity } = ratesOf(judged, openAs);
    return sensitivity && specificity ? [correctedShare(apparent, sensitivity.p, specificity.p)] : [];
  });
  const [first = null, second = null] = ends;
  if (first === null || second === null) return { boundLo: null, boundHi: null };
  return { boundLo: Math.min(first, second), boundHi: Math.max(first, second) };
}

type About = Omit<
  Estimate,
  keyof Corrected | "statistic" | "n" | "nTrue" | "nFalse" | "nUnknown" | "boundLo" | "boundHi"
>;

function rateRows(rates: Rates | null, judged: readonly Judged[], about: About): Estimate[] {
  const open = judged.filter(({ truth }) => truth === null).length;
  return (["sensitivity", "specificity"] as const).flatMap((statistic) => {
    const rate = rates?.[statistic];
    if (!rate) return [];
    return [
      {
        ...{ ...about, ...exactly(rate), statistic, n: judged.length - open, nUnknown: open },
        ...{ nTrue: null, nFalse: null, boundLo: null, boundHi: null },
      },
    ];
  });
}
