import type { Journal } from "../datasets/journal.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Company, ImportedCompany, SiteVisit } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { readWebsite } from "../datasets/website.ts";
import { excludedIds, readExclusions } from "./exclusions.ts";

/** Companies that are visited: of those that share a website, the first by id stands for all. */
export function oncePerSite(companies: readonly Company[]): Company[] {
  const speakers = speakersOf(companies);
  return companies.filter((company) => speakers.get(company.companyId) === company.companyId);
}

/** What an audit knows about its companies: visits and what the user's files say, both by companyId. */
export interface Known {
  visits: Journal<SiteVisit>;
  imports: Journal<ImportedCompany>;
  /** Files of the user's own that are obeyed. */
  input: Snapshot["input"];
}

/**
 * Every company with its visit, in code-unit order of companyId. Companies that share a website share its visit, each under its
 * own ids. A company that was never visited is known from the user's files alone, if at all; nothing is known of one that asked not
 * to be audited, whatever was seen before.
 */
export function* visitsOf(
  companies: readonly Company[],
  known: Known,
): Generator<readonly [Company, SiteVisit]> {
  const speakers = speakersOf(companies);
  const excluded = excludedIds(companies, readExclusions(known.input("exclusions")));
  for (const company of inOrder(companies)) {
    if (excluded.has(company.companyId)) {
      yield [
        company,
        { ...unvisited, reason: "excluded", companyId: company.companyId, declaredPlatforms: [] },
      ];
      continue;
    }
    const [imported] = known.imports.get(company.companyId);
    const [visit] = known.visits.get(speakers.get(company.companyId) ?? company.companyId);
    const declaredPlatforms = imported?.declaredPlatforms ?? [];
    const visited = visit
      ? renamed(visit, company.companyId)
      : { ...unvisited, companyId: company.companyId };
    yield [company, { ...visited, declaredPlatforms }];
  }
}

const unvisited: Omit<SiteVisit, "companyId" | "declaredPlatforms"> = {
  startUrl: null,
  finalUrl: null,
  outcome: "not_eligible",
  reason: "import_only",
  startedAt: null,
  finishedAt: null,
  captures: [],
};

function inOrder(companies: readonly Company[]): Company[] {
  return [...companies].sort((a, b) => byCodeUnit(a.companyId, b.companyId));
}

/** companyId -> companyId of the company whose visit counts for it. Only companies of one status share one. */
function speakersOf(companies: readonly Company[]): Map<string, string> {
  const speakers = new Map<string, string>();
  const firsts = new Map<string, string>();
  const keys = companies.map(siteKey);
  companies.forEach(({ companyId }, index) => {
    const key = keys[index] ?? companyId;
    const first = firsts.get(key);
    if (first === undefined || companyId < first) firsts.set(key, companyId);
  });
  companies.forEach(({ companyId }, index) => {
    speakers.set(companyId, firsts.get(keys[index] ?? "") ?? companyId);
  });
  return speakers;
}

/** Ids of the companies for which the visit of this one counts beside itself, in code-unit order. */
export function sharersOf(companyId: string, companies: readonly Company[]): string[] {
  const speakers = [...speakersOf(companies)];
  return speakers.flatMap(([id, speaker]) => (speaker === companyId && id !== companyId ? [id] : [])).sort();
}

function siteKey({ companyId, website, status }: Company): string {
  const site = website && readWebsite(website)?.site;
  return site ? `${status} ${site}` : companyId;
}

/** A visit as that of another company with the same site. */
export function renamed(visit: SiteVisit, companyId: string): SiteVisit {
  if (visit.companyId === companyId) return visit;
  const captures = visit.captures.map((capture) => ({
    ...capture,
    captureId: `${companyId}${capture.captureId.slice(visit.companyId.length)}`,
  }));
  return { ...visit, companyId, captures };
}
