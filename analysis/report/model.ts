import { AuditConfig } from "../../datasets/config.ts";
import { grouped } from "../../datasets/grouping.ts";
import type { Fix } from "../../datasets/mending.ts";
import { byCodeUnit } from "../../datasets/order.ts";
import type { Deviation } from "../../datasets/protocol.ts";
import type {
  Account,
  AccountClaim,
  ActivityCurve,
  Audit,
  Benchmark,
  Cadence,
  CompanyStatus,
  Ownership,
} from "../../datasets/schema.ts";
import type { CaptureRow, CompanyRow, ObservationRow } from "../../datasets/tables.ts";
import type { Sentence } from "../headlines.ts";
import type { PlatformName } from "../platform-sets.ts";
import { shortened } from "./html.ts";
import { day, placeWords } from "./words.ts";

/** What is said first about one segment, in whole sentences. */
export interface Headline {
  /** A segment, or `all`. */
  segment: string;
  sentences: readonly Sentence[];
}

/** Everything a report is made from: the manifest, the published tables, and the words for them. */
export interface ReportInput {
  audit: Audit;
  /** Platforms the audit looked for, in the order of the columns. */
  platforms: readonly PlatformName[];
  /** Published metrics in the order of the report. */
  metrics: readonly { id: string; title: string }[];
  headlines: readonly Headline[];
  /** companyId of the company the report is made for: it stands first; null when it is about all alike. */
  own: string | null;
  companies: readonly CompanyRow[];
  captures: readonly CaptureRow[];
  /** Claims on which an ownership rests; others may be left out. */
  claims: readonly AccountClaim[];
  accounts: readonly Account[];
  ownerships: readonly Ownership[];
  fixes: readonly Fix[];
  observations: readonly ObservationRow[];
  cadences: readonly Cadence[];
  statuses: readonly CompanyStatus[];
  benchmarks: readonly Benchmark[];
  /** Where the audit went another way than its protocol; none where it has no protocol. */
  deviations: readonly Deviation[];
  /** Curves of all companies; those of segments may be left out. */
  curves: readonly ActivityCurve[];
  /** Posts by week (its begin in ms since 1970) and observationId; null where there are too many posts to draw. */
  weeklyPosts: ReadonlyMap<string, ReadonlyMap<number, number>> | null;
}

/** One account as one company's, with what is known of it. */
export interface AccountView {
  account: Account;
  ownership: Ownership;
  /** Whether it counts for the company: its own, and of a kind that the audit counts. */
  counts: boolean;
  /** Best recent rate, and the activity; null when the account was not measured. */
  cadence: Cadence | null;
  /** Mean rate since the account was opened; never mixed with the recent rate. */
  lifetime: Cadence | null;
  /** The observation the cadence rests on, else the newest; null when there is none. */
  observation: ObservationRow | null;
  /** Where the company's pages name the account: the first places, at most `mostQuotes`. */
  quotes: readonly Quote[];
}

/** One place where a page names an account. */
interface Quote {
  /** URL of the page. */
  page: string;
  /** Kind and part of the page in words. */
  place: string;
  /** The address as the page has it. */
  href: string;
}

/** One company with its accounts in the order of their ids. */
export interface CompanyView {
  company: CompanyRow;
  accounts: readonly AccountView[];
  /** Its pages in the order they were asked for. */
  captures: readonly CaptureRow[];
  /** Status on a platform set at `thetaDays`; null where the analysis gave none. */
  statusOn(platforms: string): CompanyStatus | null;
}

/** The tables joined for reading. */
export interface ReportModel extends ReportInput {
  config: AuditConfig;
  /** See `mainTheta`. */
  thetaDays: number;
  /** The report's own company, then all others by name, in code-unit order of the lower-case name. */
  views: readonly CompanyView[];
  /** Platform names by id. */
  names: ReadonlyMap<string, string>;
  /** Ids of the platforms on which any company has an account. */
  usedPlatforms: ReadonlySet<string>;
  /** UTC days on which something was seen, `YYYY-MM-DD` or `YYYY-MM-DD to YYYY-MM-DD`; null when nothing was. */
  period: string | null;
}

/** The report's own company; undefined where the report is about all alike. */
export const ownView = ({ views, own }: Pick<ReportModel, "views" | "own">): CompanyView | undefined =>
  views.find(({ company }) => company.companyId === own);

/** Joins the tables, once. */
export function reportModel(input: ReportInput): ReportModel {
  const config = AuditConfig.parse(input.audit.config);
  const thetaDays = mainTheta(input.audit);
  const accountsOf = accountViews(input, config);
  const capturesOf = grouped(input.captures, ({ companyId }) => companyId);
  const statuses = new Map(
    input.statuses
      .filter((status) => status.thetaDays === thetaDays)
      .map((status) => [`${status.companyId}\n${status.platforms}`, status]),
  );
  const views = input.companies.map((company) => ({
    company,
    accounts: accountsOf.get(company.companyId) ?? [],
    captures: capturesOf.get(company.companyId) ?? [],
    statusOn: (platforms: string) => statuses.get(`${company.companyId}\n${platforms}`) ?? null,
  }));
  const isOwn = ({ company }: CompanyView) => Number(company.companyId === input.own);
  return {
    ...input,
    config,
    thetaDays,
    views: views.sort((a, b) => isOwn(b) - isOwn(a) || byName(a, b)),
    names: new Map(input.platforms.map(({ id, name }) => [id, name])),
    usedPlatforms: new Set(views.flatMap(({ accounts }) => accounts.map(({ account }) => account.platform))),
    period: periodOf(input),
  };
}

// From the records, not from the manifest: a report that is written again must not change.
function periodOf({ companies, observations }: ReportInput): string | null {
  const visited = companies.flatMap(({ finishedAt }) => finishedAt ?? []);
  const days = [...visited, ...observations.map(({ observedAt }) => observedAt)].map(day).sort(byCodeUnit);
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : first === last ? first : `${first} to ${last}`;
}

/** The threshold of activity in days that a report of this audit speaks about first: 90, else the audit's first one. */
export function mainTheta(audit: Audit): number {
  const { thetas } = AuditConfig.parse(audit.config);
  return thetas.includes(usualTheta) ? usualTheta : (thetas[0] ?? usualTheta);
}

const usualTheta = 90;

const byName = (a: CompanyView, b: CompanyView) =>
  byCodeUnit(a.company.name.toLowerCase(), b.company.name.toLowerCase()) ||
  byCodeUnit(a.company.companyId, b.company.companyId);

function accountViews(input: ReportInput, config: AuditConfig): Map<string, AccountView[]> {
  const accounts = new Map(input.accounts.map((account) => [account.accountId, account]));
  const cadences = grouped(input.cadences, ({ accountId }) => accountId);
  const observations = grouped(input.observations, ({ accountId }) => accountId);
  const quotesOf = quoting(input);
  const views = input.ownerships.flatMap((ownership) => {
    const account = accounts.get(ownership.accountId);
    if (account === undefined || ownership.own === "false") return [];
    const measures = cadences.get(ownership.accountId) ?? [];
    const cadence = measures.find(({ estimator }) => estimator !== "lifetime") ?? measures[0] ?? null;
    return {
      account,
      ownership,
      counts: ownership.own === "true" && config.kinds.includes(ownership.kind),
      cadence,
      lifetime: measures.find(({ estimator }) => estimator === "lifetime") ?? null,
      observation: shownObservation(observations.get(ownership.accountId) ?? [], cadence),
      quotes: quotesOf(ownership),
    };
  });
  return grouped(views, ({ ownership }) => ownership.companyId);
}

/** More would make the page of a large audit too long; the table of claims has all. */
export const mostQuotes = 2;

function quoting({ claims, captures }: ReportInput): (ownership: Ownership) => Quote[] {
  const pages = new Map(captures.map(({ captureId, url }) => [captureId, url]));
  const byId = new Map(claims.map((claim) => [claim.claimId, claim]));
  return ({ claimIds }) =>
    claimIds.slice(0, mostQuotes).flatMap((id) => {
      const claim = byId.get(id);
      if (claim === undefined) return [];
      const { kind, region, href } = claim.evidence;
      const page = pages.get(claim.captureId) ?? claim.captureId;
      return { page, place: placeWords(kind, region), href: shortened(href) };
    });
}

function shownObservation(observations: readonly ObservationRow[], cadence: Cadence | null) {
  const newestFirst = [...observations].sort((a, b) => byCodeUnit(b.observedAt, a.observedAt));
  const measured = newestFirst.find(({ observationId }) => observationId === cadence?.observationId);
  return measured ?? newestFirst[0] ?? null;
}
