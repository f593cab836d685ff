import { barelyKnown } from "../datasets/company.ts";
import type { Company, Declaration, Ownership, PageCapture, SiteVisit } from "../datasets/schema.ts";
import { parseUrl } from "../datasets/url.ts";
import { resolveAccounts } from "./accounts.ts";
import { findClaims } from "./claims.ts";
import { type PageSource, readPage } from "./extract/index.ts";

/** One account a page names, and whether it is the publisher's own. */
export interface Detection extends Pick<Ownership, "kind" | "confidence" | "own" | "reasons"> {
  platform: string;
  account: string;
  url: string;
  evidence: Declaration[];
}

/**
 * The accounts one page names, read as a site of one page whose publisher is known only by the page itself.
 *
 * @returns own accounts first, the surest first; with `all` also those that are somebody else's, and the page's feeds and podcasts
 */
export function detect(page: PageSource, { all = false } = {}): Detection[] {
  const visit = visitOf(page);
  const claims = visit.captures.flatMap(findClaims);
  const { accounts, ownerships } = resolveAccounts(publisherOf(page), visit, claims);
  const evidence = new Map(claims.map((claim) => [claim.claimId, claim.evidence]));
  const detections = accounts.flatMap(({ platform, account, url, group }, index) => {
    const ownership = ownerships[index];
    if (ownership === undefined || (!all && (ownership.own !== "true" || group === "owned"))) return [];
    const { kind, confidence, own, reasons, claimIds } = ownership;
    const found = claimIds.flatMap((id) => evidence.get(id) ?? []);
    return [{ platform, account, url, kind, confidence, own, reasons, evidence: found }];
  });
  return detections.sort((a, b) => rank(b) - rank(a));
}

function rank({ own, confidence }: Detection): number {
  return own === "true" ? 2 + confidence : own === "unknown" ? 1 : -confidence;
}

function visitOf(page: PageSource): SiteVisit {
  const reading = readPage(page);
  const capture: PageCapture = {
    captureId: "page#01",
    requestedUrl: page.url,
    url: page.url,
    capturedAt: noInstant,
    via: "file",
    outcome: "visited",
    reason: null,
    status: null,
    bytes: page.body.length,
    sha256: null,
    etag: null,
    lastModified: null,
    unchangedSince: null,
    charset: reading.charset,
    title: reading.title,
    names: reading.names,
    declares: reading.declares,
  };
  return {
    companyId: "page",
    startUrl: page.url,
    finalUrl: page.url,
    outcome: "visited",
    reason: null,
    startedAt: null,
    finishedAt: null,
    declaredPlatforms: [],
    captures: [capture],
  };
}

/** A page from a file was captured at no known instant, and nothing reads it here. */
const noInstant = "1970-01-01T00:00:00.000Z";

function publisherOf({ url }: PageSource): Company {
  return {
    companyId: "page",
    name: parseUrl(url)?.hostname ?? url,
    website: url,
    ...barelyKnown,
    segment: "page",
  };
}
