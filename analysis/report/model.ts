import { AuditConfig } from "../../datasets/config.ts";
import { byCodeUnit } from "../../datasets/order.ts";
import type { Account, Audit, Benchmark, Cadence, CompanyStatus, Ownership } from "../../datasets/schema.ts";
import type { CompanyRow, ObservationRow } from "../../datasets/tables.ts";
import type { PlatformName } from "../platform-sets.ts";
import { day } from "./words.ts";

/** What is said first about one segment, in whole sentences. */
export interface Headline {
  /** A segment, or `all`. */
  segment: string;
  sentences: readonly string[];
}

/** Everything a report is made from: the manifest, the published tables, and the words for them. */
export interface ReportInput {
  audit: Audit;
  /** Platforms the audit looked for, in the order of the columns. */
  platforms: readonly PlatformName[];
  /** Published metrics in the order of the report. */
  metrics: readonly { id: string; title: string }[];
  headlines: readonly Headline[];
  companies: readonly CompanyRow[];
  accounts: readonly Account[];
  ownerships: readonly Ownership[];
  observations: readonly ObservationRow[];
  cadences: readonly Cadence[];
  statuses: readonly CompanyStatus[];
  benchmarks: readonly Benchmark[];
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
}

/** One company with its accounts in the order of their ids. */
export interface CompanyView {
  company: CompanyRow;
  accounts: readonly AccountView[];
  /** Status on a platform set at `thetaDays`; null where the analysis gave none. */
  statusOn(platforms: string): CompanyStatus | null;
}

/** The tables joined for reading. */
export interface ReportModel extends ReportInput {
  config: AuditConfig;
  /** See `mainTheta`. */
  thetaDays: number;
  /** By name, in code-unit order of the lower-case name. */
  views: readonly CompanyView[];
  /** Platform names by id. */
  names: ReadonlyMap<string, string>;
  /** Ids of the platforms on which any company has an account. */
  usedPlatforms: ReadonlySet<string>;
  /** UTC days on which something was seen, `YYYY-MM-DD` or `YYYY-MM-DD to YYYY-MM-DD`; null when nothing was. */
  period: string | null;
}

/** Joins the tables, once. */
export function reportModel(input: ReportInput): ReportModel {
  const config = AuditConfig.parse(input.audit.config);
  const thetaDays = mainTheta(input.audit);
  const accountsOf = accountViews(input, config);
  const statuses = new Map(
    input.statuses
      .filter((status) => status.thetaDays === thetaDays)
      .map((status) => [`${status.companyId}\n${status.platforms}`, status]),
  );
  const views = input.companies.map((company) => ({
    company,
    accounts: accountsOf.get(company.companyId) ?? [],
    statusOn: (platforms: string) => statuses.get(`${company.companyId}\n${platforms}`) ?? null,
  }));
  return {
    ...input,
    config,
    thetaDays,
    views: views.sort(byName),
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
    };
  });
  return grouped(views, ({ ownership }) => ownership.companyId);
}

function shownObservation(observations: readonly ObservationRow[], cadence: Cadence | null) {
  const newestFirst = [...observations].sort((a, b) => byCodeUnit(b.observedAt, a.observedAt));
  const measured = newestFirst.find(({ observationId }) => observationId === cadence?.observationId);
  return measured ?? newestFirst[0] ?? null;
}

/** Groups in the order of their first member. */
export function grouped<T>(members: Iterable<T>, keyOf: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const group = groups.get(keyOf(member));
    if (group === undefined) groups.set(keyOf(member), [member]);
    else group.push(member);
  }
  return groups;
}
