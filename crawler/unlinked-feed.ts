import { createHash } from "node:crypto";
import type { PageCapture } from "../datasets/schema.ts";
import { parseUrl } from "../datasets/url.ts";
import type { Budget, Effects, WebResponse } from "./effects.ts";
import { siteOf } from "./pages.ts";
import { pagingOf } from "./platforms/observers/feed-pages.ts";

/** What was read of a site, and how much of its time is left. */
interface Looked {
  /** The start page first. */
  captures: readonly PageCapture[];
  /** Whether its start page links a newsroom; see `hasNewsroom`. */
  hasNewsroom: boolean;
  captureId: string;
  budget: Budget;
  /** Pages that may still be asked for. */
  pagesLeft: number;
}

/** Guesses at most, a news sitemap included, and no more than the pages that may still be asked for. */
const mostGuesses = 2;

/** Where the two most common makers of sites keep their feeds. */
const usualPaths = ["/feed/", "/rss.xml"] as const;

/**
 * A feed that a site with a newsroom has but does not link: the news sitemap that its robots.txt names, else one at a usual path.
 *
 * @returns the feed as a page that declares itself; null where there is none, where a feed is linked, or where there is no newsroom
 */
export async function findUnlinkedFeed(looked: Looked, effects: Effects): Promise<PageCapture | null> {
  const { captures, captureId, budget, pagesLeft } = looked;
  const start = captures[0];
  const hasFeed = captures.some(({ declares }) => declares.some(({ kind }) => kind === "feed"));
  if (pagesLeft < 1 || start?.outcome !== "visited" || hasFeed || !looked.hasNewsroom) return null;
  const home = new URL(start.url);
  const named = ((await effects.sitemaps?.(start.url)) ?? []).filter((each) => isNewsSitemap(each, home));
  const guesses = [...named, ...usualPaths.map((path) => home.origin + path)].slice(
    0,
    Math.min(mostGuesses, pagesLeft),
  );
  for (const url of guesses) {
    const answer = await effects.fetch({ url, kind: "feed", budget });
    if (isFeed(answer, home)) return captureOf(answer, captureId);
  }
  return null;
}

/** Whether one of these addresses is that of a newsroom. */
export function hasNewsroom(links: readonly { href: string }[]): boolean {
  return links.some(({ href }) => newsroom.test(href));
}

const newsroom = /\/(?:news|newsroom|press|presse|blog|aktuelles|actualites|noticias|media)(?:[/.?#-]|$)/i;

function isNewsSitemap(address: string, home: URL): boolean {
  const url = parseUrl(address);
  return url !== null && siteOf(url) === siteOf(home) && /news/i.test(url.pathname);
}

function isFeed({ outcome, body, url }: WebResponse, home: URL): boolean {
  const at = parseUrl(url);
  if (outcome !== "ok" || at === null || siteOf(at) !== siteOf(home)) return false;
  const head = Buffer.from(body.subarray(0, 20_000)).toString("latin1");
  const isNews = /<(?:\w+:)?urlset[\s>]/i.test(head) && /:publication_date>/i.test(head);
  return (
    isNews ||
    (/<(?:\w+:)?(?:rss|feed|rdf)[\s>]/i.test(head.slice(0, 2_000)) && !pagingOf(head, url).isComments)
  );
}

function captureOf(
  { requestedUrl, url, finishedAt, status, body }: WebResponse,
  captureId: string,
): PageCapture {
  return {
    ...{
      captureId,
      requestedUrl,
      url,
      capturedAt: finishedAt,
      via: "http",
      outcome: "visited",
      reason: null,
    },
    ...{ status, bytes: body.length, sha256: createHash("sha256").update(body).digest("hex") },
    ...{ etag: null, lastModified: null, unchangedSince: null },
    ...{ charset: null, title: null, names: [] },
    declares: [
      {
        ...{ kind: "feed", region: "unknown", locator: "usual path", href: url, leadsTo: null, text: null },
        ...{ context: ["unlinked"], list: null },
      },
    ],
  };
}
