import { createHash } from "node:crypto";
import type { AuditConfig } from "../datasets/config.ts";
import type { PageCapture } from "../datasets/schema.ts";
import { parseUrl } from "../datasets/url.ts";
import { isBinary, isData } from "./binary.ts";
import type { Budget, Effects, WebResponse } from "./effects.ts";
import { type PageReading, type PageSource, readPage } from "./extract/index.ts";
import { refreshTarget } from "./extract/meta.ts";
import { isCalledChallenge, isChallenge, recogniseDisguise } from "./page-kind.ts";
import { type KnownPages, seenAgain, validatorsOf } from "./unchanged.ts";

/** A page that was asked for; `reading` where it could be read. */
export interface Page {
  capture: PageCapture;
  reading: PageReading | null;
  /** Whether it was captured by an earlier audit and has not changed since: then there is nothing to read. */
  isUnchanged?: true;
}

/** Refresh tags followed from one page on; a site that wants more goes round in circles. */
const mostRefreshes = 3;

/** Which page to read, and how. Requests of one `budget` share the time that is left in it. */
export interface PageWish {
  url: string;
  captureId: string;
  budget: Budget;
  render: AuditConfig["render"];
  known: KnownPages;
}

/** Asks for one page, follows its refresh tags, reads it, and where that is wanted reads it again as a browser shows it. */
export async function readOne(wish: PageWish, effects: Effects): Promise<Page> {
  const { url, captureId, budget, known } = wish;
  const seen = new Set<string>();
  let next = url;
  for (let refreshes = 0; ; refreshes += 1) {
    const answer = await effects.fetch({ url: next, kind: "page", budget, known });
    const before = answer.status === 304 ? known.get(answer.url) : undefined;
    if (before !== undefined) {
      const capture = { ...seenAgain(before, answer), captureId, requestedUrl: url };
      return { capture, reading: null, isUnchanged: true };
    }
    const page = await readApart(answer, captureId, effects);
    const capture = { ...page.capture, requestedUrl: url };
    const refresh = page.reading?.metaRefresh ?? refreshHeader(answer);
    seen.add(next).add(capture.url);
    // A page that only reloads itself is read as it is.
    if (!refresh || refresh === capture.url || refresh === next) {
      return await withScripts({ ...page, capture }, { wish, answer }, effects);
    }
    if (seen.has(refresh) || refreshes === mostRefreshes) {
      return { capture: { ...capture, outcome: "too_many_redirects", reason: "refresh" }, reading: null };
    }
    next = refresh;
  }
}

/** Where the header that meta refresh copies leads, absolute; browsers follow it, too. */
function refreshHeader({ outcome, headers, url }: WebResponse): string | null {
  const target = outcome === "ok" ? refreshTarget(headers["refresh"] ?? "") : null;
  return target === null ? null : (parseUrl(target, url)?.href ?? null);
}

/**
 * The page as a browser shows it, where it shows nothing without one or the audit shows every page. A page that then lacks
 * something is `partial`, and keeps what it declares all the same.
 */
async function withScripts(
  page: Page,
  { wish, answer }: { wish: PageWish; answer: WebResponse },
  effects: Effects,
): Promise<Page> {
  const { captureId, budget, render } = wish;
  const isEmpty = page.reading?.isEmptyWithoutScripts === true;
  if (page.reading === null || !(isEmpty || render === "always")) return page;
  const partial = (capture: PageCapture, reason: string) => ({
    ...capture,
    outcome: "partial" as const,
    reason,
  });
  const rendering =
    render === "never" ? "needs_browser" : await effects.render?.({ page: answer, budget }, effects.fetch);
  if (rendering === undefined || typeof rendering === "string") {
    return { ...page, capture: partial(page.capture, rendering ?? "needs_browser") };
  }
  const { capture, reading } = await readApart(rendering, captureId, effects);
  const { requestedUrl } = page.capture;
  const shown = { ...capture, requestedUrl, via: "browser" as const };
  if (reading === null) return { capture: shown, reading };
  const missing = reading.isEmptyWithoutScripts ? "needs_browser" : rendering.reason;
  return { capture: missing === null ? shown : partial(shown, missing), reading };
}

/** A page that a person saved, as a capture. */
export function readSaved(answer: WebResponse, captureId: string): PageCapture {
  return { ...readAnswer(answer, captureId).capture, via: "file" };
}

/** Bytes of a page in which a challenge or a parked domain would show its marks. */
const sourceHead = 65_536;

function readAnswer(answer: WebResponse, captureId: string): Page {
  const head = headOf(answer.body);
  return (
    unreadable(answer, captureId, head) ?? judge(answer, captureId, { head, ...readPage(sourceOf(answer)) })
  );
}

/** The same, read where the effects say that pages are read. */
async function readApart(answer: WebResponse, captureId: string, effects: Effects): Promise<Page> {
  const head = headOf(answer.body);
  const unread = unreadable(answer, captureId, head);
  if (unread !== null) return unread;
  const reading = await (effects.read ?? readPage)(sourceOf(answer));
  return reading === null
    ? unreadAs(answer, captureId, { outcome: "too_large", reason: "parse" })
    : judge(answer, captureId, { head, ...reading });
}

const sourceOf = ({ body, url, headers }: WebResponse): PageSource => ({
  body,
  url,
  contentType: headers["content-type"] ?? null,
});

const headOf = ({ buffer, byteOffset, length }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, Math.min(length, sourceHead)).toString("latin1");

const unreadAs = (answer: WebResponse, captureId: string, said: Partial<PageCapture>): Page => ({
  capture: { ...captureOf(answer, captureId), ...said },
  reading: null,
});

/** An answer that is no page, by its status, its headers or its first bytes; null where it has to be read. */
function unreadable(answer: WebResponse, captureId: string, source: string): Page | null {
  const { outcome, reason, body, headers } = answer;
  const unread = (said: Partial<PageCapture>) => unreadAs(answer, captureId, said);
  if (isCalledChallenge(headers) || (outcome !== "ok" && isChallenge(source))) {
    return unread({ outcome: "challenge", reason: null });
  }
  if (outcome !== "ok") return unread({ outcome, reason });
  if (source.trim() === "") return unread({ outcome: "empty" });
  return isBinary(body) ? unread({ outcome: "not_html" }) : null;
}

/** What was read, unless the page turns out to be no page of the site. */
function judge(
  answer: WebResponse,
  captureId: string,
  { head: source, ...reading }: PageReading & { head: string },
): Page {
  const { charset, title, names, declares, textLength, links } = reading;
  const { url } = answer;
  const look = { url, title, textLength, linkCount: links.length, declaredCount: declares.length, source };
  const disguise = recogniseDisguise(look);
  if (disguise) return unreadAs(answer, captureId, { charset, title, ...disguise });
  if (!reading.isHtml || isData(source)) return unreadAs(answer, captureId, { outcome: "not_html" });
  const capture = { ...captureOf(answer, captureId), outcome: "visited" as const };
  return { capture: { ...capture, charset, title, names, declares }, reading };
}

function captureOf(answer: WebResponse, captureId: string): PageCapture {
  const { body, evidence } = answer;
  return {
    captureId,
    requestedUrl: answer.requestedUrl,
    url: answer.url,
    capturedAt: answer.finishedAt,
    via: "http",
    outcome: answer.outcome === "ok" ? "visited" : answer.outcome,
    reason: answer.reason,
    status: answer.status,
    bytes: body.length,
    sha256: body.length > 0 ? createHash("sha256").update(body).digest("hex") : null,
    ...validatorsOf(answer),
    unchangedSince: null,
    ...(evidence && { evidence }),
    charset: null,
    title: null,
    names: [],
    declares: [],
  };
}
