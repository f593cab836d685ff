import type { Fix } from "../datasets/mending.ts";
import type { Benchmark, CompanyStatus, Ownership, SiteOutcome } from "../datasets/schema.ts";

/** What is really so in an industry whose truth is known. */
export interface KnownTruth {
  companies: readonly { companyId: string; outcome: SiteOutcome }[];
  ownerships: readonly TrueOwnership[];
  statuses: readonly Pick<CompanyStatus, "companyId" | "platforms" | "thetaDays" | "status">[];
  fixList: readonly TrueFix[];
  benchmarks: readonly TrueValue[];
}

type TrueFix = Pick<Fix, "companyId" | "kind" | "platform" | "accountId">;

interface TrueOwnership {
  companyId: string;
  accountId: string;
  own: Ownership["own"];
  /** Whether a page that a polite crawler may read names it. */
  declared: boolean;
  /** Rules may differ: it counts neither way. */
  contested: boolean;
  /** Whether its profile names the company's site; null where nobody may see it. */
  reciprocal: boolean | null;
}

interface TrueValue {
  metric: string;
  statistic: string;
  segment: string;
  platforms: string;
  thetaDays: number | null;
  windowDays: number | null;
  value: number;
}

/** One published number beside the truth. */
export interface Comparison extends TrueValue {
  benchmark: Benchmark;
  /** Whether the truth lies in the interval, or in the bounds where there is no interval; null where there is neither. */
  isCovered: boolean | null;
}

/** Published numbers of which the truth is known, in the order of the truth. */
export function compareBenchmarks(benchmarks: readonly Benchmark[], truth: KnownTruth): Comparison[] {
  const keyOf = ({ metric, statistic, segment, platforms, thetaDays }: Omit<TrueValue, "value">) =>
    [metric, statistic, segment, platforms, thetaDays].join("|");
  const published = new Map(
    benchmarks.filter(({ sizeBand }) => sizeBand === "all").map((each) => [keyOf(each), each]),
  );
  return truth.benchmarks.flatMap((known) => {
    const benchmark = published.get(keyOf(known));
    return benchmark ? [{ ...known, benchmark, isCovered: covers(benchmark, known.value) }] : [];
  });
}

function covers(
  { estimate, ciLo, ciHi, boundLo, boundHi, nUnknown }: Benchmark,
  value: number,
): boolean | null {
  const [low, high] = estimate !== null && nUnknown === 0 ? [ciLo, ciHi] : [boundLo ?? ciLo, boundHi ?? ciHi];
  const slack = 1e-9;
  return low === null || high === null ? null : low - slack <= value && value <= high + slack;
}

/** Right and wrong out of those that count. */
export interface Agreement {
  found: number;
  missed: number;
  wrong: number;
}

/** Accounts called a company's own, against those that are and could be found. */
export function compareOwnerships(ownerships: readonly Ownership[], truth: KnownTruth): Agreement {
  const key = (each: { companyId: string; accountId: string }) => `${each.companyId} ${each.accountId}`;
  const contested = new Set(truth.ownerships.filter((each) => each.contested).map(key));
  const real = new Set(truth.ownerships.filter((each) => each.own === "true").map(key));
  const findable = truth.ownerships
    .filter((each) => each.own === "true" && each.declared && !each.contested)
    .map(key);
  const claimed = ownerships.filter((each) => each.own === "true").map(key);
  const claims = new Set(claimed);
  return {
    found: findable.filter((each) => claims.has(each)).length,
    missed: findable.filter((each) => !claims.has(each)).length,
    wrong: claimed.filter((each) => !real.has(each) && !contested.has(each)).length,
  };
}

/** Own accounts of which it was told as it is whether their profiles link back, those that show none included. */
export function compareReciprocal(
  ownerships: readonly Ownership[],
  truth: KnownTruth,
): { right: number; wrong: string[] } {
  const key = (each: { companyId: string; accountId: string }) => `${each.companyId} ${each.accountId}`;
  const real = new Map(truth.ownerships.filter(({ own }) => own === "true").map((each) => [key(each), each]));
  const claimed = ownerships.filter((each) => each.own === "true" && real.has(key(each)));
  const wrong = claimed.filter((each) => real.get(key(each))?.reciprocal !== each.reciprocal);
  return { right: claimed.length - wrong.length, wrong: wrong.map(key) };
}

/** Sites whose outcome was told as it is; `wrong` names the others. */
export function compareOutcomes(
  visits: readonly { companyId: string; outcome: SiteOutcome }[],
  truth: KnownTruth,
): { right: number; wrong: string[] } {
  const real = new Map(truth.companies.map(({ companyId, outcome }) => [companyId, outcome]));
  const wrong = visits
    .filter(({ companyId, outcome }) => real.get(companyId) !== outcome)
    .map(
      ({ companyId, outcome }) => `${companyId}: ${outcome}, is ${real.get(companyId) ?? "not in the truth"}`,
    );
  return { right: visits.length - wrong.length, wrong };
}

/** Companies called inactive that are active: unseen counted as zero. There may be none. */
export function falselyInactive(statuses: readonly CompanyStatus[], truth: KnownTruth): CompanyStatus[] {
  const active = new Set(
    truth.statuses
      .filter(({ status }) => status === "active")
      .map(({ companyId, platforms, thetaDays }) => `${companyId} ${platforms} ${thetaDays}`),
  );
  return statuses.filter(
    ({ companyId, platforms, thetaDays, status }) =>
      status === "inactive" && active.has(`${companyId} ${platforms} ${thetaDays}`),
  );
}

/** Problems on the fix list against those that there are; `errors` names the ones missed and wrong. */
export function compareFixes(
  fixes: readonly TrueFix[],
  truth: KnownTruth,
): Agreement & { kinds: number; errors: string[] } {
  const key = ({ companyId, kind, platform, accountId }: TrueFix) =>
    [companyId, kind, platform, accountId ?? ""].join(" ");
  const [said, real] = [new Set(fixes.map(key)), new Set(truth.fixList.map(key))];
  const missed = [...real].filter((each) => !said.has(each));
  const wrong = [...said].filter((each) => !real.has(each));
  return {
    found: real.size - missed.length,
    missed: missed.length,
    wrong: wrong.length,
    kinds: new Set(truth.fixList.map(({ kind }) => kind)).size,
    errors: [...missed.map((each) => `missed: ${each}`), ...wrong.map((each) => `wrong: ${each}`)],
  };
}
