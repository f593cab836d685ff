import { decodeXML } from "entities";
import { z } from "zod";
import { parseUrl } from "../../../datasets/url.ts";
import { maybe, text } from "./tolerant.ts";

/** What a page of a feed says about the pages after it and about itself. */
export interface FeedPaging {
  /** Where older entries are, on the same host; null when the feed does not tell. */
  next: string | null;
  /** Whether the feed says that it holds every entry there ever was (RFC 5005, section 2). */
  isComplete: boolean;
  /** Whether it is a stream of readers' comments, which the company did not write. */
  isComments: boolean;
}

/**
 * Reads the paging of a feed: `rel=next` and `prev-archive` of Atom and RSS (RFC 5005), `next_url` of JSON Feed, and `paged` where
 * the feed says that WordPress wrote it.
 *
 * @param url where the feed was, after redirects
 */
export function pagingOf(body: string, url: string): FeedPaging {
  const said = /^\s*\{/.test(body) ? jsonPaging(body) : xmlPaging(headOf(body), url);
  const next = said.next === null ? null : parseUrl(said.next, url);
  return { ...said, next: next !== null && next.host === new URL(url).host ? next.href : null };
}

const JsonPaging = z.object({ next_url: text, title: maybe(z.string()) });

function jsonPaging(body: string): FeedPaging {
  const none = { next: null, isComplete: false, isComments: false };
  try {
    const { success, data } = JsonPaging.safeParse(JSON.parse(body));
    return success ? { ...none, next: data.next_url, isComments: comments.test(data.title ?? "") } : none;
  } catch {
    return none;
  }
}

/** What stands before the first entry, at most 20,000 characters of it. */
function headOf(body: string): string {
  const head = body.slice(0, 20_000);
  const first = /<(?:[\w-]+:)?(?:item|entry)[\s>]/i.exec(head);
  return first ? head.slice(0, first.index) : head;
}

/** How blog systems title the feed of comments: "Comments on: ...", "Kommentare zu: ...". */
const comments = /^\s*(?:comments?|kommentare?|commentaires?|comentarios?|commenti)\b/i;

function xmlPaging(head: string, url: string): FeedPaging {
  const title = /<(?:[\w-]+:)?title\b[^>]*>\s*(?:<!\[CDATA\[)?([^<\]]*)/i.exec(head)?.[1] ?? "";
  return {
    next: linkedNext(head) ?? (/<generator\b[^>]*>[^<]*\bwordpress\b/i.test(head) ? paged(url) : null),
    isComplete: /<[\w-]+:complete\s*(?:\/>|>)/i.test(head),
    isComments: comments.test(title),
  };
}

function linkedNext(head: string): string | null {
  const links = Array.from(
    head.matchAll(/<(?:[\w-]+:)?link\b([^>]{0,2000})>/gi),
    ([, written = ""]) => written,
  );
  const next = links.find((link) => /\brel\s*=\s*["'](?:next|prev-archive)["']/i.test(link));
  const href = next && /\bhref\s*=\s*["']([^"']+)["']/i.exec(next)?.[1];
  return href ? decodeXML(href) : null;
}

function paged(url: string): string {
  const next = new URL(url);
  const page = Number(next.searchParams.get("paged") ?? 1);
  next.searchParams.set("paged", String(page + 1));
  return next.href;
}
