import { isBefore } from "../../../datasets/order.ts";
import type { WebResponse } from "../../effects.ts";
import type { Period } from "../platform.ts";
import type { FeedEntry } from "./feed-entries.ts";
import { pagingOf } from "./feed-pages.ts";
import { type FeedPosts, postsOfEntries } from "./feed-posts.ts";
import { type Answer, failureOf, textOf } from "./responses.ts";
import { readSitemap } from "./sitemap-entries.ts";

/** All pages of a feed that were read. */
export interface FeedSeries {
  seen: FeedPosts;
  /** How many entries they hold. */
  entries: number;
  /** Whether they are every entry there ever was. */
  isWhole: boolean;
  /** Whether the last page that was read ends early or is broken. */
  isBroken: boolean;
  /** Whether it is a sitemap: a list of pages, of which only the dated ones tell anything. */
  isSitemap: boolean;
  /** The site whose feed it says it is; null where it does not say. */
  siteUrl: string | null;
}

/** Pages of one feed that are read at most. Own choice: a year of a daily writer at 20 entries a page. */
const mostPages = 20;

interface Reading {
  period: Period;
  /** The clock: entries of its future are left out. */
  now: string;
  fetch(url: string): Promise<WebResponse>;
}

/**
 * Reads a feed and, while it reaches back no further than the period and says where its older entries are, its further pages. Only
 * a feed that was seen to turn pages can come to an end: a page number that is not known proves nothing by itself.
 */
export async function readSeries(url: string, reading: Reading): Promise<Answer<FeedSeries>> {
  const first = await readPage(await reading.fetch(url));
  if (first.failure) return first;
  const { entries, isBroken, isSitemap, paging } = first.data;
  if (paging.isComments) return { data: null, failure: { status: "error", reason: "comment_feed" } };
  const turned = isBroken ? onePage : await turnPages(first.data, reading);
  const all = [...entries, ...turned.entries];
  const seen = postsOfEntries(all, reading.now);
  return {
    data: {
      seen: isSitemap ? { ...seen, isChronological: false, undated: 0 } : seen,
      entries: all.length,
      isWhole: (paging.isComplete || turned.isAtEnd) && seen.undated === 0 && !isBroken,
      isBroken,
      isSitemap,
      siteUrl: first.data.siteUrl,
    },
    failure: null,
  };
}

interface FeedPage {
  entries: readonly FeedEntry[];
  isBroken: boolean;
  isSitemap: boolean;
  siteUrl: string | null;
  paging: ReturnType<typeof pagingOf>;
}

async function readPage(response: WebResponse): Promise<Answer<FeedPage>> {
  const refusal = failureOf(response);
  if (refusal) return { data: null, failure: refusal };
  const body = textOf(response);
  const sitemap = readSitemap(body);
  // Loaded where there is a feed: the parser is two hundred files, and an audit that is resumed has to start at once.
  const { readFeed } = await import("./feed-entries.ts");
  const feed = sitemap ?? readFeed(body);
  const paging = pagingOf(body, response.url);
  if (feed) return { data: { ...feed, isSitemap: sitemap !== null, paging }, failure: null };
  return { data: null, failure: { status: "error", reason: whatInstead(body) } };
}

const whatInstead = (body: string) => (/^\s*[{[]/.test(body) ? "malformed" : "not_a_feed");

interface Turned {
  entries: readonly FeedEntry[];
  isAtEnd: boolean;
}

const onePage: Turned = { entries: [], isAtEnd: false };

async function turnPages(first: FeedPage, { period, now, fetch }: Reading): Promise<Turned> {
  const entries: FeedEntry[] = [];
  const known = new Set(first.entries.map(nameOf));
  let page = first;
  for (let pages = 1; pages < mostPages && page.paging.next !== null; pages += 1) {
    if (hasOlder(page.entries, period, now)) return { entries, isAtEnd: false };
    const next = await readPage(await fetch(page.paging.next));
    if (next.failure) return { entries, isAtEnd: pages > 1 && next.failure.reason === "not_found" };
    const fresh = next.data.entries.filter((entry) => !known.has(nameOf(entry)));
    // A server that does not know of pages gives the first one again.
    if (fresh.length === 0 || next.data.isBroken) return { entries, isAtEnd: false };
    entries.push(...fresh);
    for (const entry of fresh) known.add(nameOf(entry));
    page = next.data;
  }
  return { entries, isAtEnd: page !== first && page.paging.next === null };
}

const nameOf = ({ id, published, updated }: FeedEntry) => JSON.stringify([id, published, id ? [] : updated]);

const hasOlder = (entries: readonly FeedEntry[], { from }: Period, now: string) =>
  postsOfEntries(entries, now).posts.some(({ pinned, postedAt }) => !pinned && isBefore(postedAt, from));
