import { createHash } from "node:crypto";
import type { AuditConfig } from "../datasets/config.ts";
import type { Company, PageCapture, SiteVisit } from "../datasets/schema.ts";
import type { Effects, WebResponse } from "./effects.ts";
import { type PageReading, readPage } from "./extract/index.ts";
import { isChallenge, recogniseDisguise } from "./page-kind.ts";
import { choosePages, siteOf } from "./pages.ts";
import { oncePerSite } from "./sites.ts";
import type { Stage } from "./stage.ts";

/** Visits the site of a company: its start page, then the pages likeliest to hold accounts. One visit a company, always. */
export function visitSite(config: AuditConfig): Stage<Company, SiteVisit> {
  return {
    name: "visit",
    keyOf: (company) => company.companyId,
    async run(company, effects) {
      const unvisited = reasonNotToVisit(company, config);
      return [unvisited ?? (await visit(company, config, effects))];
    },
    outcomeOf: ([visit]) => visit?.outcome ?? "nothing",
  };
}

/**
 * Companies in the order of their visits: random by seed, so that an audit cut short is a random subsample. A website that
 * several companies share is visited once.
 */
export function inVisitingOrder(companies: readonly Company[], seed: number): Company[] {
  const rank = (company: Company) =>
    createHash("sha256").update(`${seed} ${company.companyId}`).digest("hex");
  return oncePerSite(companies)
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

async function visit(company: Company, config: AuditConfig, effects: Effects): Promise<SiteVisit> {
  const startedAt = effects.now();
  const { page: start, startUrl } = await readStart(company, effects);
  const captures = [start.capture];
  const further = start.reading
    ? choosePages(start.reading.links, start.capture.url, config.pagesPerSite - 1)
    : [];
  for (const url of further) {
    captures.push((await readOne(url, captureId(company, captures.length + 1), effects)).capture);
  }
  return {
    companyId: company.companyId,
    startUrl,
    finalUrl: start.capture.url,
    ...outcomeOf(start, captures, startUrl),
    startedAt,
    finishedAt: effects.now(),
    declaredPlatforms: [],
    captures,
  };
}

const captureId = (company: Company, ordinal: number) =>
  `${company.companyId}#${String(ordinal).padStart(2, "0")}`;

/** A page that was asked for; `reading` where it could be read. */
interface Page {
  capture: PageCapture;
  reading: PageReading | null;
}

/** Outcomes after which another spelling of the address is worth a try. */
const unreachable: readonly string[] = ["dns_error", "tls_error", "connect_error"];

/** Reads the start page; where the frame gives no scheme, https is tried, then https with www., then http. */
async function readStart(company: Company, effects: Effects): Promise<{ page: Page; startUrl: string }> {
  const [first, ...others] = startUrls(company.website ?? "");
  const page = await readOne(first, captureId(company, 1), effects);
  if (!unreachable.includes(page.capture.outcome)) return { page, startUrl: first };
  for (const url of others) {
    const next = await readOne(url, captureId(company, 1), effects);
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

/** Asks for one page, follows a refresh tag once, and reads it. */
async function readOne(url: string, id: string, effects: Effects): Promise<Page> {
  const page = readAnswer(await effects.fetch({ url, kind: "page" }), id);
  const refresh = page.reading?.metaRefresh;
  if (!refresh || refresh === page.capture.url) return page;
  const next = readAnswer(await effects.fetch({ url: refresh, kind: "page" }), id);
  return { ...next, capture: { ...next.capture, requestedUrl: url } };
}

function readAnswer(answer: WebResponse, id: string): Page {
  const unread: PageCapture = {
    captureId: id,
    requestedUrl: answer.requestedUrl,
    url: answer.url,
    capturedAt: answer.finishedAt,
    via: "http",
    outcome: answer.outcome === "ok" ? "visited" : answer.outcome,
    reason: answer.reason,
    status: answer.status,
    bytes: answer.body.length,
    sha256: answer.body.length > 0 ? createHash("sha256").update(answer.body).digest("hex") : null,
    charset: null,
    title: null,
    names: [],
    declares: [],
  };
  const source = Buffer.from(answer.body.subarray(0, sourceHead)).toString("latin1");
  if (answer.outcome !== "ok") {
    return { capture: isChallenge(source) ? { ...unread, outcome: "challenge" } : unread, reading: null };
  }
  if (answer.body.length === 0) return { capture: { ...unread, outcome: "empty" }, reading: null };
  const contentType = answer.headers["content-type"] ?? null;
  const reading = readPage({ body: answer.body, url: answer.url, contentType });
  if (!reading.isHtml) return { capture: { ...unread, outcome: "not_html" }, reading: null };
  const described = { ...unread, charset: reading.charset, title: reading.title };
  const disguise = recogniseDisguise({ title: reading.title, textLength: reading.textLength, source });
  if (disguise) return { capture: { ...described, ...disguise }, reading: null };
  return { capture: { ...described, names: reading.names, declares: reading.declares }, reading };
}

/** Bytes of a page in which a challenge or a parked domain would show its marks. */
const sourceHead = 65_536;

/** Ways a page may end that leave the site completely read: it was read, or is not there. */
const read: readonly string[] = ["visited", "not_found", "gone"];

function outcomeOf(
  start: Page,
  captures: readonly PageCapture[],
  startUrl: string,
): Pick<SiteVisit, "outcome" | "reason"> {
  const { outcome, reason, url } = start.capture;
  if (outcome !== "visited" || !start.reading) return { outcome, reason };
  const { isEmptyWithoutScripts, textLength, declares } = start.reading;
  if (isEmptyWithoutScripts) return { outcome: "partial", reason: "needs_browser" };
  if (textLength === 0 && declares.length === 0) return { outcome: "empty", reason: null };
  if (captures.some((capture) => !read.includes(capture.outcome)))
    return { outcome: "partial", reason: "page_failed" };
  const isOffsite = siteOf(new URL(url)) !== siteOf(new URL(startUrl));
  return { outcome: "visited", reason: isOffsite ? "redirected_offsite" : null };
}
