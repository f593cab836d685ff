import { grouped } from "../datasets/grouping.ts";
import type { Fix } from "../datasets/mending.ts";
import type { Company, Observation, Ownership, SiteVisit } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";
import { fixRules } from "./fixes/index.ts";
import { placesOf, type Site } from "./fixes/site.ts";
import { siteDomain } from "./site-domain.ts";
import { visitsOf } from "./sites.ts";

/** What is known of a company beside its pages. */
export interface Known {
  ownerships: readonly Ownership[];
  /** All observations of an account, in any order. */
  observationsOf(accountId: string): readonly Observation[];
}

/**
 * What a company can mend on its own pages. Pages of another domain, to which its site leads, are not its to mend.
 *
 * @returns problems by kind, then in the order of the pages
 */
export function findFixes(company: Company, visit: SiteVisit, known: Known): Fix[] {
  const { companyId } = company;
  if (isElsewhere(company, visit)) return [];
  const captures = visit.captures.filter(({ outcome }) => outcome === "visited");
  const site: Site = {
    company,
    captures,
    places: placesOf(captures),
    ownerships: new Map(known.ownerships.map((ownership) => [ownership.accountId, ownership])),
    observationOf: (accountId) => newest(known.observationsOf(accountId)),
  };
  const found = fixRules.flatMap(({ kind, find }) => find(site).map((fix) => ({ kind, fix })));
  return found.map(({ kind, fix }, at) => ({
    fixId: `${companyId}!${String(at + 1).padStart(3, "0")}`,
    companyId,
    kind,
    ...fix,
  }));
}

function isElsewhere({ website }: Company, { finalUrl }: SiteVisit): boolean {
  return website !== null && finalUrl !== null && siteDomain(website) !== siteDomain(finalUrl);
}

function newest(observations: readonly Observation[]): Observation | undefined {
  return observations.reduce<Observation | undefined>(
    (best, next) => (best === undefined || next.observedAt >= best.observedAt ? next : best),
    undefined,
  );
}

/** Writes `tables/fix-list.csv` from the journals and the ownerships. Nothing is fetched. */
export async function writeFixList(
  companies: readonly Company[],
  ownerships: readonly Ownership[],
  snapshot: Pick<Snapshot, "visits" | "imports" | "input" | "observations" | "write">,
): Promise<void> {
  const owned = grouped(ownerships, ({ companyId }) => companyId);
  function* fixes(): Generator<Fix> {
    for (const [company, visit] of visitsOf(companies, snapshot)) {
      yield* findFixes(company, visit, {
        ownerships: owned.get(company.companyId) ?? [],
        observationsOf: (accountId) => snapshot.observations.get(accountId),
      });
    }
  }
  await snapshot.write(tables.fixList, fixes());
}
