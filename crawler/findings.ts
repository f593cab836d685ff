import { byCodeUnit } from "../datasets/order.ts";
import type {
  Account,
  AccountClaim,
  Company,
  ImportedCompany,
  Ownership,
  SiteVisit,
} from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { type CaptureRow, type CompanyRow, tables } from "../datasets/tables.ts";
import { withoutForgotten } from "../datasets/tombstones.ts";
import { inTurns } from "../datasets/turns.ts";
import { resolveAccounts, settleShared } from "./accounts.ts";
import { findClaims } from "./claims.ts";
import { applyCorrections } from "./correcting.ts";
import { readCorrections } from "./corrections.ts";
import { writeFixList } from "./fix-list.ts";
import { writeObservations } from "./observe.ts";
import { visitsOf } from "./sites.ts";
import { profileLinks, verified } from "./verification.ts";

/** Companies with their visits, in code-unit order of companyId. */
type Visits = Iterable<readonly [Company, SiteVisit]>;

/**
 * Visits and imported files -> claims -> accounts and whose they are, all into tables. Nothing is fetched; what was observed before
 * still verifies.
 */
export async function writeFindings(given: readonly Company[], snapshot: Snapshot): Promise<void> {
  const companies = withoutForgotten(given, snapshot.manifest());
  const visits = () => visitsOf(companies, snapshot);
  await snapshot.write(tables.companies, companyRows(visits()));
  await snapshot.write(tables.captures, captureRows(visits()));
  await snapshot.write(tables.claims, claimRows(visits()));
  const resolved = await resolveAll(visits(), snapshot.imports.read());
  const said = readCorrections(snapshot.input("corrections"));
  const { accounts, ownerships, corrections } = applyCorrections(resolved, said, resolved.companyIds);
  await snapshot.write(tables.accounts, accounts);
  await snapshot.write(tables.corrections, corrections);
  const sites = [...visits()].map(([{ companyId, website }, { finalUrl }]) => ({
    companyId,
    website,
    finalUrl,
  }));
  const links = profileLinks(snapshot.observations.read());
  await snapshot.write(tables.ownerships, verified(ownerships, sites, links));
  await writeFixList(companies, snapshot);
}

/** Observations into tables, and what they tell of accounts: which profiles link back, which accounts are gone or have moved. */
export async function writeObserved(snapshot: Snapshot): Promise<void> {
  await writeObservations(snapshot);
  const ownerships = await allOf(snapshot.read(tables.ownerships));
  const companies = await allOf(snapshot.read(tables.companies));
  const links = profileLinks(snapshot.observations.read());
  await snapshot.write(tables.ownerships, verified(ownerships, companies, links));
  await writeFixList(companies, snapshot);
}

async function allOf<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** One row a company, whatever happened to its site. */
function* companyRows(visits: Visits): Generator<CompanyRow> {
  for (const [company, visit] of visits) yield { ...company, ...visit };
}

/** One row a page that was asked for. */
function* captureRows(visits: Visits): Generator<CaptureRow> {
  for (const [{ companyId }, { captures }] of visits) {
    for (const capture of captures) yield { companyId, ...capture };
  }
}

/** Every place where a page names an account. */
function* claimRows(visits: Visits): Generator<AccountClaim> {
  for (const [, { captures }] of visits) yield* captures.flatMap(findClaims);
}

/**
 * Claims -> accounts and whose they are, company by company; then one pass over the ownerships alone for accounts that several
 * companies declare. What the user's files say stands beside what the site says.
 *
 * @returns both in the order of their tables' keys
 */
async function resolveAll(visits: Visits, imports: Iterable<ImportedCompany>) {
  const companies: Company[] = [];
  const accounts = new Map<string, Account>();
  const ownerships: Ownership[] = [];
  const add = (found: { accounts: readonly Account[]; ownerships: readonly Ownership[] }) => {
    for (const account of found.accounts) accounts.set(account.accountId, account);
    ownerships.push(...found.ownerships);
  };
  for await (const [company, visit] of inTurns(visits)) {
    if (visit.reason === "excluded") continue;
    companies.push(company);
    add(resolveAccounts(company, visit, visit.captures.flatMap(findClaims)));
  }
  const companyIds = new Set(companies.map(({ companyId }) => companyId));
  for (const imported of imports) if (companyIds.has(imported.company.companyId)) add(imported);
  return {
    companyIds,
    accounts: [...accounts.values()].sort((a, b) => byCodeUnit(a.accountId, b.accountId)),
    ownerships: onePerPair(settleShared(ownerships, companies)),
  };
}

/** A company's site and a file may name the same account: what the file says counts, it was added later. */
function onePerPair(ownerships: readonly Ownership[]): Ownership[] {
  const pairs = new Map(
    ownerships.map((ownership) => [`${ownership.companyId}\n${ownership.accountId}`, ownership]),
  );
  return [...pairs.values()].sort(
    (a, b) => byCodeUnit(a.companyId, b.companyId) || byCodeUnit(a.accountId, b.accountId),
  );
}
