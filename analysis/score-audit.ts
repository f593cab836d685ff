import type { Fix } from "../datasets/mending.ts";
import type { Benchmark, Cadence, CompanyStatus, Ownership, SiteOutcome } from "../datasets/schema.ts";
import {
  type Agreement,
  type Comparison,
  compareBenchmarks,
  compareFixes,
  compareOutcomes,
  falselyInactive,
  type KnownTruth,
} from "./against-truth.ts";
import { ratio } from "./estimates/interval.ts";
import { median } from "./estimates/quantiles.ts";
import { compareRates, type RateScore, type TrueRate } from "./rates-against-truth.ts";
import { type Label, type ScoreCard, score } from "./score.ts";

/** All that is true about an industry, as far as scores need it. */
export interface ScoredTruth extends KnownTruth {
  companies: readonly { companyId: string; outcome: SiteOutcome; siteKind: string }[];
  ownerships: readonly (KnownTruth["ownerships"][number] & Pick<Ownership, "kind">)[];
  accounts: readonly TrueRate[];
}

/** What a crawler says of the industry: every part that is null it says nothing of. */
export interface Reported {
  ownerships: readonly (Pick<Ownership, "companyId" | "accountId" | "own"> & {
    kind: Ownership["kind"] | null;
  })[];
  visits: readonly { companyId: string; outcome: SiteOutcome }[] | null;
  statuses: readonly CompanyStatus[] | null;
  cadences: readonly Cadence[] | null;
  benchmarks: readonly Benchmark[] | null;
  fixList: readonly Pick<Fix, "companyId" | "kind" | "platform" | "accountId">[] | null;
}

/** One audit against what is true. What the crawler said nothing of is null. */
export interface AuditScore {
  /** Accounts are those of a page as in `ScoreCard`, a page being a company. */
  detection: Pick<ScoreCard, "overall" | "byPlatform" | "bySiteKind" | "misses" | "additions">;
  kinds: KindScore | null;
  outcomes: { right: number; wrong: readonly string[] } | null;
  statuses: readonly StatusConfusion[] | null;
  /** Statuses that call an active company inactive: there may be none. */
  falselyInactive: number | null;
  rates: RateScore | null;
  benchmarks: BenchmarkScore | null;
  fixList: FixScore | null;
}

/** Problems on the fix list against those that there are; `errors` names the ones missed and wrong. */
interface FixScore extends Agreement {
  kinds: number;
  precision: number | null;
  recall: number | null;
  errors: readonly string[];
}

/** What own accounts are for: right ones, and each way to be wrong with how often. */
interface KindScore {
  right: number;
  wrong: readonly { truth: string; said: string; count: number }[];
}

/** Companies by what is true and what was said, at one threshold. */
export interface StatusConfusion {
  platforms: string;
  thetaDays: number;
  active: Said;
  inactive: Said;
}

type Said = Record<CompanyStatus["status"], number>;

/** Published figures against the truth. */
interface BenchmarkScore {
  /** Figures with an estimate and an interval, and those whose interval holds the truth. */
  estimated: number;
  inInterval: number;
  /** Median of |estimate - truth| in halves of the figure's own interval: below 1 is inside. */
  medianError: number | null;
  /** Shares of companies with bounds, and those whose bounds hold the truth: all of them, if no unseen one was guessed. */
  bounded: number;
  inBounds: number;
  /** Figures whose bounds do not hold the truth. */
  outside: readonly string[];
}

/** Scores what a crawler says of an industry whose truth is known. */
export function scoreAudit(said: Reported, truth: ScoredTruth): AuditScore {
  const { visits, statuses, cadences, benchmarks, fixList } = said;
  const { overall, byPlatform, bySiteKind, misses, additions } = scoreDetection(said.ownerships, truth);
  const fixes = fixList && compareFixes(fixList, truth);
  return {
    detection: { overall, byPlatform, bySiteKind, misses, additions },
    kinds: compareKinds(said.ownerships, truth),
    outcomes: visits && compareOutcomes(visits, truth),
    statuses: statuses && confusionsOf(statuses, truth),
    falselyInactive: statuses && falselyInactive(statuses, truth).length,
    rates: cadences && compareRates(cadences, truth.accounts),
    benchmarks: benchmarks && scoreBenchmarks(compareBenchmarks(benchmarks, truth)),
    fixList: fixes && {
      ...fixes,
      precision: ratio(fixes.found, fixes.found + fixes.wrong),
      recall: ratio(fixes.found, fixes.found + fixes.missed),
    },
  };
}

/** Own accounts that a polite crawler could find are wanted; others of its own, and contested ones, count neither way. */
function scoreDetection(ownerships: Reported["ownerships"], { companies, ownerships: real }: ScoredTruth) {
  const siteKinds = new Map(companies.map(({ companyId, siteKind }) => [companyId, siteKind]));
  const onPage = ({ companyId, accountId }: { companyId: string; accountId: string }) => {
    const colon = accountId.indexOf(":");
    return { page: companyId, platform: accountId.slice(0, colon), account: accountId.slice(colon + 1) };
  };
  const isWanted = ({ own, declared, contested }: ScoredTruth["ownerships"][number]) =>
    own === "true" && declared && !contested;
  const none = companies.map(({ companyId, siteKind }): Label => {
    return { page: companyId, platform: "none", account: "", siteKind, resolved: null };
  });
  const wanted = real.filter(isWanted).map((each): Label => {
    return { ...onPage(each), siteKind: siteKinds.get(each.companyId) ?? "", resolved: null };
  });
  const spared = real.filter((each) => !isWanted(each) && (each.own === "true" || each.contested));
  return score(
    ownerships.filter(({ own }) => own === "true").map(onPage),
    [...wanted, ...none],
    spared.map(onPage),
  );
}

const keyOf = ({ companyId, accountId }: { companyId: string; accountId: string }) =>
  `${companyId} ${accountId}`;

/** Kinds of the own accounts that were found; null where the crawler tells no kinds. */
function compareKinds(ownerships: Reported["ownerships"], truth: ScoredTruth): KindScore | null {
  const real = new Map(
    truth.ownerships.filter(({ own }) => own === "true").map((each) => [keyOf(each), each.kind]),
  );
  const pairs = ownerships.flatMap((each) => {
    const known = each.own === "true" && each.kind !== null ? real.get(keyOf(each)) : undefined;
    return known ? [{ truth: known, said: each.kind ?? "" }] : [];
  });
  if (pairs.length === 0) return null;
  const wrong = new Map<string, { truth: string; said: string; count: number }>();
  for (const pair of pairs.filter((each) => each.truth !== each.said)) {
    const counted = wrong.get(`${pair.truth} ${pair.said}`) ?? { ...pair, count: 0 };
    wrong.set(`${pair.truth} ${pair.said}`, { ...counted, count: counted.count + 1 });
  }
  const right = pairs.filter((pair) => pair.truth === pair.said).length;
  return { right, wrong: [...wrong.values()] };
}

function confusionsOf(statuses: readonly CompanyStatus[], truth: ScoredTruth): StatusConfusion[] {
  const cellOf = ({ companyId, platforms, thetaDays }: Omit<ScoredTruth["statuses"][number], "status">) =>
    `${companyId} ${platforms} ${thetaDays}`;
  const said = new Map(statuses.map((each) => [cellOf(each), each.status]));
  const found = new Map<string, StatusConfusion>();
  for (const { status, ...real } of truth.statuses) {
    const answer = said.get(cellOf(real));
    if (status === "unknown" || answer === undefined) continue;
    const { platforms, thetaDays } = real;
    const empty = () => ({ active: 0, inactive: 0, unknown: 0 });
    const cell = found.get(`${platforms} ${thetaDays}`) ?? {
      ...{ platforms, thetaDays },
      active: empty(),
      inactive: empty(),
    };
    found.set(`${platforms} ${thetaDays}`, cell);
    cell[status][answer] += 1;
  }
  return [...found.values()];
}

function scoreBenchmarks(compared: readonly Comparison[]): BenchmarkScore {
  const estimated = compared.flatMap(({ value, benchmark: { estimate, ciLo, ciHi } }) => {
    if (estimate === null || ciLo === null || ciHi === null) return [];
    const half = (ciHi - ciLo) / 2;
    const isIn = ciLo - slack <= value && value <= ciHi + slack;
    return [{ isIn, error: half === 0 ? null : Math.abs(estimate - value) / half }];
  });
  const errors = estimated.flatMap(({ error }) => (error === null ? [] : [error]));
  const bounded = compared.flatMap((each) => {
    const { boundLo, boundHi } = each.benchmark;
    if (boundLo === null || boundHi === null || !ofCompanies.includes(each.metric)) return [];
    return [{ ...each, isIn: boundLo - slack <= each.value && each.value <= boundHi + slack }];
  });
  return {
    estimated: estimated.length,
    inInterval: estimated.filter(({ isIn }) => isIn).length,
    medianError: median(errors),
    bounded: bounded.length,
    inBounds: bounded.filter(({ isIn }) => isIn).length,
    outside: bounded.filter(({ isIn }) => !isIn).map(describe),
  };
}

/** Metrics whose bounds speak of all companies; those of the others speak of the accounts that were found. */
const ofCompanies: readonly string[] = ["presence", "share_inactive"];

/** Rounding of sums. */
const slack = 1e-9;

const describe = ({ metric, statistic, segment, platforms, thetaDays, value, benchmark }: Comparison) =>
  `${metric}[${platforms}] ${statistic}, ${segment}, ${thetaDays ?? "-"} days: ${value} not in ${benchmark.boundLo} to ${benchmark.boundHi}`;
