import type { Company, PageCapture, SiteVisit } from "../datasets/schema.ts";
import { readWebsite } from "../datasets/website.ts";
import type { WebResponse } from "./effects.ts";
import { readSaved } from "./page.ts";
import { siteOf } from "./pages.ts";

/** The site of a company, by which saved pages find it; null without a website that is an address. */
export function companySite({ website }: Company): string | null {
  const site = website && readWebsite(website)?.site;
  return site ? siteOf(new URL(`https://${site}`)) : null;
}

/**
 * A company's visit with pages that a person saved. They show what the site declares, not what it lacks: a site that could not be
 * visited becomes `partial`, reason `saved_pages`. A page that is there already is not added again.
 *
 * @param before the visit so far; null where there was none
 */
export function withSavedPages(
  companyId: string,
  before: SiteVisit | null,
  pages: readonly WebResponse[],
): SiteVisit {
  const old = before?.captures ?? [];
  const known = new Set(old.filter(({ via }) => via === "file").map(({ sha256, url }) => `${url} ${sha256}`));
  const added: PageCapture[] = [];
  for (const page of pages) {
    const ordinal = String(old.length + added.length + 1).padStart(2, "0");
    const capture = readSaved(page, `${companyId}#${ordinal}`);
    const key = `${capture.url} ${capture.sha256}`;
    if (!known.has(key)) added.push(capture);
    known.add(key);
  }
  const last = added.at(-1)?.capturedAt ?? null;
  const isVisited = before?.outcome === "visited" || added.length === 0;
  return {
    companyId,
    startUrl: before?.startUrl ?? added[0]?.requestedUrl ?? null,
    finalUrl: before?.finalUrl ?? added[0]?.url ?? null,
    outcome: isVisited ? (before?.outcome ?? "not_eligible") : "partial",
    reason: isVisited ? (before?.reason ?? null) : "saved_pages",
    startedAt: before?.startedAt ?? added[0]?.capturedAt ?? null,
    finishedAt: before?.finishedAt ?? last,
    declaredPlatforms: before?.declaredPlatforms ?? [],
    captures: [...old, ...added],
  };
}
