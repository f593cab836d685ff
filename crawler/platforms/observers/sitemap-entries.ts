import { decodeXML } from "entities";
import type { FeedEntries, FeedEntry } from "./feed-entries.ts";

/** Pages read of one sitemap; the format allows 50,000. */
const mostPages = 50_000;

/**
 * Pages of a sitemap as entries: dated by `news:publication_date`, else by the date in their address (`/2026/11/22/...`). When a
 * page was last changed says nothing about when it was published, and is left out.
 *
 * @returns null for what is no list of pages
 * @see https://www.sitemaps.org/protocol.html, https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function readSitemap(body: string): FeedEntries | null {
  if (!/<(?:\w+:)?urlset[\s>]/i.test(body.slice(0, 5_000))) return null;
  const entries = Array.from(body.matchAll(page), ([, inside = ""]) => entryOf(inside)).slice(0, mostPages);
  return { entries, isBroken: !/<\/(?:\w+:)?urlset\s*>/i.test(body), siteUrl: null };
}

const page = /<(?:\w+:)?url(?:\s[^>]*)?>((?:(?!<\/?(?:\w+:)?url[\s>])[\s\S])*)<\/(?:\w+:)?url\s*>/gi;

function entryOf(inside: string): FeedEntry {
  const address = decodeXML(textIn(inside, "loc") ?? "");
  const published = textIn(inside, "publication_date") ?? dateIn(address);
  return { id: address || null, published: published === null ? [] : [published], updated: [] };
}

function textIn(xml: string, name: string): string | null {
  const found = new RegExp(
    `<(?:\\w+:)?${name}\\b[^>]*>\\s*(?:<!\\[CDATA\\[)?\\s*([^<\\]]{1,2000})`,
    "i",
  ).exec(xml);
  return found?.[1]?.trim() || null;
}

/** `/2026/11/22/` or `/2026/11/`, as blogs and newsrooms write addresses. */
function dateIn(address: string): string | null {
  const [, year, month, day] = /\/((?:19|20)\d{2})[/-](\d{2})(?:[/-](\d{2}))?(?=[/-]|$)/.exec(address) ?? [];
  return year && month ? [year, month, ...(day ? [day] : [])].join("-") : null;
}
