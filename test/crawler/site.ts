import { resolveAccounts } from "../../crawler/accounts.ts";
import { findClaims } from "../../crawler/claims.ts";
import { type PageReading, readPage } from "../../crawler/extract/index.ts";
import { barelyKnown } from "../../datasets/company.ts";
import type { Company, Declaration, Ownership, PageCapture, SiteVisit } from "../../datasets/schema.ts";

/** Reads hand-written HTML as a page of acme.example. */
export function read(html: string, url = "https://www.acme.example/"): PageReading {
  return readPage({ body: new TextEncoder().encode(html), url, contentType: "text/html; charset=utf-8" });
}

/** The only declaration of some HTML. */
export function onlyDeclaration(html: string): Declaration {
  const [first, ...others] = read(html).declares;
  if (first === undefined || others.length > 0) throw new Error(`expected one declaration in ${html}`);
  return first;
}

export function declaration(parts: Partial<Declaration> = {}): Declaration {
  const href = "https://x.com/acme";
  return {
    kind: "link",
    region: "unknown",
    locator: "a",
    href,
    text: null,
    context: [],
    list: null,
    leadsTo: null,
    ...parts,
  };
}

export function companyOf(parts: Partial<Company> = {}): Company {
  return {
    companyId: "acme",
    name: "Acme Research",
    website: "https://www.acme.example/",
    ...barelyKnown,
    segment: "cro",
    ...parts,
  };
}

export function captureOf(html: string, url = "https://www.acme.example/", ordinal = 1): PageCapture {
  const { charset, title, names, declares } = read(html, url);
  return {
    captureId: `acme#0${ordinal}`,
    requestedUrl: url,
    url,
    capturedAt: "2026-01-02T03:04:05.000Z",
    via: "http",
    etag: null,
    lastModified: null,
    unchangedSince: null,
    outcome: "visited",
    reason: null,
    status: 200,
    bytes: html.length,
    sha256: null,
    charset,
    title,
    names,
    declares,
  };
}

export function visitOf(captures: PageCapture[], finalUrl = "https://www.acme.example/"): SiteVisit {
  return {
    companyId: "acme",
    startUrl: "https://www.acme.example/",
    finalUrl,
    outcome: "visited",
    reason: null,
    startedAt: null,
    finishedAt: null,
    declaredPlatforms: [],
    captures,
  };
}

/** HTML of the home page, or URL and HTML of another. */
type Page = string | readonly [url: string, html: string];

/** Ownerships by accountId of a site of these pages. */
export function judge(...pages: readonly Page[]): Map<string, Ownership> {
  const captures = pages.map((page, index) =>
    typeof page === "string" ? captureOf(page, undefined, index + 1) : captureOf(page[1], page[0], index + 1),
  );
  const { ownerships } = resolveAccounts(companyOf(), visitOf(captures), captures.flatMap(findClaims));
  return new Map(ownerships.map((ownership) => [ownership.accountId, ownership]));
}

/** Accounts a site of these pages owns. */
export function ownAccounts(...pages: readonly Page[]): string[] {
  return [...judge(...pages).values()].filter(({ own }) => own === "true").map(({ accountId }) => accountId);
}
