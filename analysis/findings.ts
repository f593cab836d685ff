import { grouped } from "../datasets/grouping.ts";
import type { DetectionCheck, DetectionDraw, HandReading, SecondPhase } from "../datasets/hand-records.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Account, Cadence, Company, Ownership, SiteOutcome, SiteVisit } from "../datasets/schema.ts";
import { accountsIn, type CellAccounts } from "./accounts.ts";
import { type Cell, cellsOf, span, spanOf } from "./cells.ts";
import { type CheckedCompany, checkedCompanies } from "./checked.ts";
import { type PlatformName, type PlatformSets, platformSets } from "./platform-sets.ts";
import { noRhythm } from "./rhythm.ts";
import type { ByHand } from "./two-phase-share.ts";
import { type Draw, distinctAccounts, type OwnedAccount, type Unit } from "./units.ts";

/** How the visit of a company's site ended. */
export type Site = Pick<SiteVisit, "companyId" | "outcome" | "reason" | "finishedAt">;

/** All that the benchmarks are made from: one small row a company or account, never posts. */
export interface Roster {
  companies: Iterable<Company>;
  /** A company without one was not visited: eligible, and not observed. */
  sites: Iterable<Site>;
  accounts: Iterable<Account>;
  ownerships: Iterable<Ownership>;
  cadences: Iterable<Cadence>;
  /** Platforms by companyId on which an imported file says all there is: no account in it means none. */
  declared: ReadonlyMap<string, ReadonlySet<string>>;
  /** What was looked for; decides which platforms `any` means. */
  platforms: readonly PlatformName[];
  /** What was drawn for people to look at, and what they read and checked; absent where nothing was. */
  secondPhase?: Iterable<SecondPhase>;
  readings?: Iterable<HandReading>;
  checks?: Iterable<DetectionCheck>;
  detectionDraw?: Iterable<DetectionDraw>;
}

/** What decides the benchmarks beside the data. */
export interface Settings {
  /** Thresholds of activity in days. */
  thetas: readonly number[];
  /** Kinds of accounts that count for a company. */
  kinds: readonly string[];
  windowDays: number;
  /** Software and grammar version, as every row states it. */
  instrument: string;
}

/** The roster, joined once. */
export interface Findings {
  /** Eligible companies, and those whose facts come from the user's own files, in the order of their ids. */
  units: readonly Unit[];
  /** They by segment and size band. */
  cells: readonly Cell[];
  /** The accounts of each of these cells. */
  accountsOf: ReadonlyMap<Cell, CellAccounts>;
  /** The companies of one ultimate parent as one unit, by segment and size band; empty where the frame has no parents. */
  groupCells: readonly Cell[];
  /** How each company's site ended, for coverage; companies known from files alone are not in it. */
  visits: readonly { unit: Unit; outcome: SiteOutcome | "not_visited" }[];
  sets: PlatformSets;
  /** What people read of the companies that were drawn. */
  byHand: ByHand;
  /** What people checked of the accounts that were found, by company. */
  checked: readonly CheckedCompany[];
  settings: Settings;
}

/** Joins companies, sites, accounts and cadences. Companies that are not eligible are left out. */
export function gather(roster: Roster, settings: Settings): Findings {
  const companies = [...roster.companies].sort((a, b) => byCodeUnit(a.companyId, b.companyId));
  const sites = new Map([...roster.sites].map((site) => [site.companyId, site]));
  const owned = ownedAccounts(roster);
  const eligible = companies.filter(({ companyId }) => isEligible(sites.get(companyId)));
  const drawOf = draws(companies);
  const units = eligible.map((company, place): Unit => {
    const site = sites.get(company.companyId);
    return {
      place,
      unitId: company.companyId,
      companyIds: [company.companyId],
      segment: company.segment,
      sizeBand: company.sizeBand,
      draw: drawOf(company),
      isVisited: isCompletelyRead(site),
      declared: roster.declared.get(company.companyId) ?? nothing,
      accounts: distinctAccounts(owned.get(company.companyId) ?? []),
      visited: spanOf([site?.finishedAt ?? null]),
    };
  });
  const visits = units.flatMap((unit) => {
    const outcome = sites.get(unit.unitId)?.outcome ?? ("not_visited" as const);
    return outcome === "not_eligible" ? [] : [{ unit, outcome }];
  });
  const sets = platformSets(units, roster.platforms, settings.kinds);
  // Groups of a sample of companies are no sample of groups.
  const isSample = units.some(({ draw }) => draw.stratum !== null);
  const groupCells = cellsOf(isSample ? [] : (byParent(units, companies) ?? []));
  const cells = cellsOf(units);
  const accountsOf = accountsIn(cells, units, settings.kinds);
  const byHand = byHandOf(roster);
  const checked = checkedCompanies(roster.checks ?? [], roster.detectionDraw ?? []);
  return { units, cells, accountsOf, groupCells, visits, sets, byHand, checked, settings };
}

const nothing: ReadonlySet<string> = new Set();

function byHandOf({ secondPhase = [], readings = [] }: Roster): ByHand {
  const byId = <T>(rows: readonly T[], keyOf: (row: T) => string) =>
    new Map(rows.map((row) => [keyOf(row), row]));
  const sets = grouped(secondPhase, ({ platforms }) => platforms);
  const companies = grouped(
    [...readings].filter(({ used }) => used),
    ({ companyId }) => companyId,
  );
  return {
    phases: new Map([...sets].map(([set, rows]) => [set, byId(rows, ({ companyId }) => companyId)])),
    readings: new Map([...companies].map(([id, rows]) => [id, byId(rows, ({ accountId }) => accountId)])),
  };
}

const notDrawn: Draw = { stratum: null, weight: 1 };

/** How each company came into the frame: it stands for the others of its stratum that were not drawn. */
function draws(companies: readonly Company[]): (company: Company) => Draw {
  const drawn = new Map<string, number>();
  for (const { stratum } of companies)
    if (stratum !== null) drawn.set(stratum, (drawn.get(stratum) ?? 0) + 1);
  return ({ stratum, stratumSize }) => {
    if (stratum === null) return notDrawn;
    return { stratum, weight: stratumSize === null ? 1 : stratumSize / (drawn.get(stratum) ?? 1) };
  };
}

/** A company that was never to be visited counts where the user's own file speaks for it. */
function isEligible(site: Site | undefined): boolean {
  return site?.outcome !== "not_eligible" || site.reason === "import_only";
}

/** Another domain's pages were read in the place of the company's: what is not there may still be on its own. */
function isCompletelyRead(site: Site | undefined): boolean {
  return site?.outcome === "visited" && site.reason !== "redirected_offsite";
}

function ownedAccounts(roster: Roster): Map<string, OwnedAccount[]> {
  const accounts = new Map([...roster.accounts].map((account) => [account.accountId, account]));
  const cadences = grouped(roster.cadences, ({ accountId }) => accountId);
  const owned = [...roster.ownerships]
    .sort((a, b) => byCodeUnit(a.accountId, b.accountId))
    .flatMap(({ companyId, accountId, own, kind, claimIds }) => {
      const account = accounts.get(accountId);
      const rows = cadences.get(accountId) ?? [unmeasured(accountId)];
      if (!account || own === "false") return [];
      return [
        { companyId, account, isOwn: own === "true", kind, isLinked: claimIds.length > 0, cadences: rows },
      ];
    });
  return grouped(owned, ({ companyId }) => companyId);
}

/** What is known of an account that has no cadence yet: nothing. */
function unmeasured(accountId: string): Cadence {
  return {
    accountId,
    estimator: "none",
    ...{ windowDays: null, observationId: null, observedAt: null, posts: null, countExact: null },
    ...{ exposureDays: null, postsPerDay: null, low: null, high: null, ciMethod: null, dispersion: null },
    ...{ lastPostAt: null, ageDays: null, silentDays: null },
    ...noRhythm,
    activity: "unobservable",
    sided: "none",
    reason: "not_observed",
  };
}

/** Units by ultimate parent: a group is complete where all its companies are, and has all their accounts. */
function byParent(units: readonly Unit[], companies: readonly Company[]): Unit[] | null {
  const frame = new Map(companies.map((company) => [company.companyId, company]));
  const groups = grouped(units, ({ unitId }) => ultimateParent(unitId, frame));
  if (groups.size === units.length) return null;
  return [...groups].map(([unitId, members], place): Unit => {
    const head = frame.get(unitId) ?? members[0];
    return {
      place,
      unitId,
      companyIds: members.flatMap((unit) => unit.companyIds),
      segment: head?.segment ?? "all",
      sizeBand: head?.sizeBand ?? null,
      draw: notDrawn,
      isVisited: members.every((unit) => unit.isVisited),
      declared: common(members.map((unit) => unit.declared)),
      accounts: distinctAccounts(members.flatMap((unit) => unit.accounts)),
      visited: span(members, (unit) => unit.visited),
    };
  });
}

/** Follows parents to the last one; where the frame goes in circles, to the first id of the circle. */
function ultimateParent(companyId: string, frame: ReadonlyMap<string, Company>): string {
  const path = [companyId];
  for (let id = companyId; ; ) {
    const parent = frame.get(id)?.parentId;
    if (!parent) return id;
    const circle = path.indexOf(parent);
    if (circle >= 0) return path.slice(circle).sort(byCodeUnit)[0] ?? parent;
    path.push(parent);
    id = parent;
  }
}

function common(sets: readonly ReadonlySet<string>[]): Set<string> {
  const [first = new Set<string>(), ...rest] = sets;
  return new Set([...first].filter((member) => rest.every((set) => set.has(member))));
}
