import { hash } from "node:crypto";
import type { AuditConfig } from "../datasets/config.ts";
import type { Company, PageCapture, SiteVisit } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { withoutForgotten } from "../datasets/tombstones.ts";
import type { Budget, Effects } from "./effects.ts";
import { readExclusions, withoutExcluded } from "./exclusions.ts";
import { type Page, readOne } from "./page.ts";
import { choosePages, type PageLink, siteOf } from "./pages.ts";
import { followShortLinks } from "./short-links.ts";
import { pagesOfSitemap } from "./sitemap.ts";
import { oncePerSite } from "./sites.ts";
import type { Stage } from "./stage.ts";
import { feedBefore, knownPages, pagesBefore } from "./unchanged.ts";
import { findUnlinkedFeed, hasNewsroom } from "./unlinked-feed.ts";

/**
 * How long the answers of one site may take in all, robots.txt and the silence it asks for included. Own choice: honest sites need a
 * tenth of it, and it lets the longest Crawl-delay be kept between four pages.
 */
const siteMs = 80_000;

/**
 * Visits the site of a company: its start page, then the pages likeliest to hold accounts. One visit a company, always.
 *
 * @param budgetMs what a site may cost; then it is `timeout`, or `partial` where the start page was read
 */
export function visitSite(config: AuditConfig, budgetMs = siteMs): Stage<Company, SiteVisit> {
  return {
    name: "visit",
    keyOf: (company) => company.companyId,
    async run(company, effects) {
      const unvisited = reasonNotToVisit(company, config);
      return [unvisited ?? (await visit(company, { config, budget: { leftMs: budgetMs } }, effects))];
    },
    outcomeOf: ([visit]) => visit?.outcome ?? "nothing",
  };
}

/** What an audit says of whom to visit. */
type Asked = Pick<Snapshot, "config" | "input" | "manifest"> & { visits: Pick<Snapshot["visits"], "has"> };

/**
 * The companies of an audit that are still to be visited, in the order of their visits. Those that asked not to be audited, or were
 * forgotten, are left alone; a website that several companies share is visited once.
 */
export function toVisit(
  companies: readonly Company[],
  { config, input, manifest, visits }: Asked,
): Company[] {
  const known = withoutForgotten(companies, manifest());
  const asked = oncePerSite(withoutExcluded(known, readExclusions(input("exclusions"))));
  return inVisitingOrder(
    asked.filter(({ companyId }) => !visits.has(companyId)),
    config.seed,
  );
}

/** Companies in the order of their visits: random by seed, so that an audit cut short is a random subsample. */
export function inVisitingOrder(companies: readonly Company[], seed: number): Company[] {
  const rank = (company: Company) => hash("sha256", `${seed} ${company.companyId}`);
  return companies
    .map((company) => ({ company, rank: rank(company) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ company }) => company);
}

function reasonNotToVisit(company: Company, { include }: AuditConfig): SiteVisit | null {
  const nothing = { ...notBegun, companyId: company.companyId };
  if (company.status !== "active" && !include.includes(company.status)) {
    return { ...nothing, outcome: "not_eligible", reason: `status_${company.status.replace(/\W+/g, "_")}` };
  }
  return company.website ? null : { ...nothing, outcome: "no_website" };
}

const notBegun: Omit<SiteVisit, "companyId" | "outcome"> = {
  startUrl: null,
  finalUrl: null,
  reason: null,
  startedAt: null,
  finishedAt: null,
  declaredPlatforms: [],
  captures: [],
};

interface VisitOptions {
  config: AuditConfig;
  budget: Budget;
}

async function visit(
  company: Company,
  { config, budget }: VisitOptions,
  effects: Effects,
): Promise<SiteVisit> {
  const startedAt = effects.now();
  const { render } = config;
  const earlier = effects.earlier?.(company.companyId) ?? null;
  const known = knownPages(earlier);
  const readAt = (url: string, ordinal: number): Promise<Page> =>
    readOne({ url, captureId: captureId(company, ordinal), budget, render, known }, effects);
  const begin = async () => {
    const { page, startUrl } = await readStart(company, (url) => readAt(url, 1));
    // From a page that has not changed the same pages would be chosen.
    const before = page.isUnchanged ? earlier : null;
    const chosen =
      before === null ? await furtherPages(page, { config, budget }, effects) : pagesBefore(before);
    return { ...detached({ start: startOf(page, startUrl), chosen }), before };
  };
  const { start, chosen, before } = await begin();
  const captures = [start.capture];
  for (const url of chosen) captures.push(detached((await readAt(url, captures.length + 1)).capture));
  const next = captureId(company, captures.length + 1);
  const pagesLeft = config.pagesPerSite - captures.length;
  const { hasNewsroom } = start;
  const feed =
    before === null
      ? await findUnlinkedFeed({ captures, hasNewsroom, captureId: next, budget, pagesLeft }, effects)
      : feedBefore(before, next);
  if (feed) captures.push(feed);
  const followed = await followShortLinks(captures, effects);
  return {
    companyId: company.companyId,
    startUrl: start.startUrl,
    finalUrl: start.capture.url,
    ...outcomeOf(start, captures),
    startedAt,
    finishedAt: effects.now(),
    declaredPlatforms: [],
    captures: followed,
  };
}

/** What a visit still needs of its start page while it reads the others. */
interface Start {
  startUrl: string;
  capture: PageCapture;
  isRead: boolean;
  isEmpty: boolean;
  hasNewsroom: boolean;
}

function startOf({ capture, reading, isUnchanged }: Page, startUrl: string): Start {
  const isEmpty = reading?.textLength === 0 && reading.declares.length + reading.frames.length === 0;
  const isRead = reading !== null || isUnchanged === true;
  return { startUrl, capture, isRead, isEmpty, hasNewsroom: hasNewsroom(reading?.links ?? []) };
}

/** The same with texts of its own: a text cut out of a page holds the whole page in memory, and a thousand sites are under way at once. */
const detached = structuredClone;

/** With fewer promising links than this on the start page, the sitemap is asked for more. */
const fewPages = 2;

async function furtherPages({ reading, capture }: Page, { config, budget }: VisitOptions, effects: Effects) {
  if (reading === null) return [];
  const most = config.pagesPerSite - 1;
  const { links, frames } = reading;
  const choose = (from: readonly PageLink[]) =>
    [...new Set([...frames, ...choosePages(from, capture.url, most)])].slice(0, most);
  const chosen = choose(links);
  if (chosen.length >= Math.min(fewPages, most)) return chosen;
  return choose([...links, ...(await pagesOfSitemap(capture.url, budget, effects))]);
}

const captureId = (company: Company, ordinal: number) =>
  `${company.companyId}#${String(ordinal).padStart(2, "0")}`;

/** Outcomes after which another spelling of the address is worth a try. */
const unreachable: readonly string[] = ["dns_error", "tls_error", "connect_error"];

/** Reads the start page; where the frame gives no scheme, https is tried, then https with www., then http. */
async function readStart(company: Company, readAt: (url: string) => Promise<Page>) {
  const [first, ...others] = startUrls(company.website ?? "");
  const page = await readAt(first);
  if (!unreachable.includes(page.capture.outcome)) return { page, startUrl: first };
  for (const url of others) {
    const next = await readAt(url);
    if (!unreachable.includes(next.capture.outcome)) return { page: next, startUrl: url };
  }
  return { page, startUrl: first };
}

function startUrls(website: string): [string, ...string[]] {
  if (/^https?:/.test(website)) return [new URL(website).href];
  const www = website.startsWith("www.") ? [] : [`https://www.${website}`];
  return [
    new URL(`https://${website}`).href,
    ...[...www, `http://${website}`].map((url) => new URL(url).href),
  ];
}

/** Ways a page may end that leave the site completely read: it was read, or is not there. */
const read: readonly string[] = ["visited", "not_found", "gone"];

/** Reasons of a partial page that are the site's reason too, the gravest first; every other one is `page_failed`. */
const toldReasons: readonly (string | null)[] = ["needs_browser", "budget"];

function outcomeOf(
  { capture, isRead, isEmpty, startUrl }: Start,
  captures: readonly PageCapture[],
): Pick<SiteVisit, "outcome" | "reason"> {
  const { outcome, reason, url } = capture;
  if (!isRead) return { outcome, reason };
  if (outcome === "visited" && isEmpty) return { outcome: "empty", reason: null };
  const failed = captures.filter((capture) => !read.includes(capture.outcome));
  if (failed.length > 0) {
    const told = toldReasons.find((each) => failed.some((capture) => capture.reason === each));
    return { outcome: "partial", reason: told ?? "page_failed" };
  }
  const isOffsite = siteOf(new URL(url)) !== siteOf(new URL(startUrl));
  return { outcome: "visited", reason: isOffsite ? "redirected_offsite" : null };
}
