import { collect } from "../datasets/collect.ts";
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
import { rowsOf } from "../datasets/table-file.ts";
import { type CaptureRow, type CompanyRow, tables } from "../datasets/tables.ts";
import { withoutForgotten } from "../datasets/tombstones.ts";
import { resolveAccounts, settleShared } from "./accounts.ts";
import { findClaims } from "./claims.ts";
import { applyCorrections } from "./correcting.ts";
import { readCorrections } from "./corrections.ts";
import { writeFixList } from "./fix-list.ts";
import { writeObservations } from "./observe.ts";
import { visitsOf } from "./sites.ts";
import { profileLinks, verified } from "./verification.ts";

/** A company with its visit. */
type Visited = readonly [Company, SiteVisit];

/**
 * Visits and imported files -> claims -> accounts and whose they are, all into tables. Nothing is fetched; what was observed before
 * still verifies.
 */
export async function writeFindings(given: readonly Company[], snapshot: Snapshot): Promise<void> {
  const companies = withoutForgotten(given, snapshot.manifest());
  const found: Found = { companies: [], sites: [], accounts: new Map(), ownerships: [] };
  await snapshot.writeTogether(visitsOf(companies, snapshot), [
    rowsOf(tables.companies, companyRows),
    rowsOf(tables.captures, captureRows),
    rowsOf(tables.claims, (visited: Visited) => claimRows(visited, found)),
  ]);
  const resolved = settle(found, snapshot.imports.read());
  const said = readCorrections(snapshot.input("corrections"));
  const { accounts, ownerships, corrections } = applyCorrections(resolved, said, resolved.companyIds);
  await snapshot.write(tables.accounts, accounts);
  await snapshot.write(tables.corrections, corrections);
  const links = profileLinks(snapshot.observations.read());
  await writeOwnerships(companies, verified(ownerships, found.sites, links), snapshot);
}

/** Observations into tables, and what they tell of accounts: which profiles link back, which accounts are gone or have moved. */
export async function writeObserved(snapshot: Snapshot): Promise<void> {
  await writeObservations(snapshot);
  const ownerships = await collect(snapshot.read(tables.ownerships));
  const companies = await collect(snapshot.read(tables.companies));
  const links = profileLinks(snapshot.observations.read());
  await writeOwnerships(companies, verified(ownerships, companies, links), snapshot);
}

async function writeOwnerships(
  companies: readonly Company[],
  ownerships: readonly Ownership[],
  snapshot: Snapshot,
): Promise<void> {
  await snapshot.write(tables.ownerships, ownerships);
  await writeFixList(companies, ownerships, snapshot);
}

/** One row a company, whatever happened to its site. */
const companyRows = ([company, visit]: Visited): CompanyRow[] => [{ ...company, ...visit }];

/** One row a page that was asked for. */
const captureRows = ([{ companyId }, { captures }]: Visited): CaptureRow[] =>
  captures.map((capture) => ({ companyId, ...capture }));

/** What is found company by company, while the claims are written. */
interface Found {
  /** Those that did not ask to be left out. */
  companies: Company[];
  sites: Pick<CompanyRow, "companyId" | "website" | "finalUrl">[];
  accounts: Map<string, Account>;
  ownerships: Ownership[];
}

/** Every place where a page names an account. The company's accounts are resolved on the way, so that visits are read once for both. */
function claimRows([company, visit]: Visited, found: Found): AccountClaim[] {
  const claims = visit.captures.flatMap(findClaims);
  const { companyId, website } = company;
  found.sites.push({ companyId, website, finalUrl: visit.finalUrl });
  if (visit.reason !== "excluded") {
    found.companies.push(company);
    add(found, resolveAccounts(company, visit, claims));
  }
  return claims;
}

function add(found: Found, { accounts, ownerships }: Pick<ImportedCompany, "accounts" | "ownerships">): void {
  for (const account of accounts) found.accounts.set(account.accountId, account);
  found.ownerships.push(...ownerships);
}

/**
 * One pass over the ownerships alone for accounts that several companies declare. What the user's files say stands beside what the
 * site says.
 *
 * @returns accounts and ownerships in the order of their tables' keys
 */
function settle(found: Found, imports: Iterable<ImportedCompany>) {
  const { companies, accounts, ownerships } = found;
  const companyIds = new Set(companies.map(({ companyId }) => companyId));
  for (const imported of imports) if (companyIds.has(imported.company.companyId)) add(found, imported);
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
