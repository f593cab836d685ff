import { parseUrl } from "../datasets/url.ts";
import type { Budget, Effects } from "./effects.ts";
import { type PageLink, siteOf } from "./pages.ts";

/** Addresses read of one sitemap, and how much of it: what matters stands near the beginning. Own choice. */
const mostAddresses = 5_000;
const readBytes = 1024 * 1024;

/**
 * Pages of a site by its sitemap: the first one that robots.txt names, else `/sitemap.xml`; of an index, the one sitemap in it that
 * holds pages rather than posts or products. At most two requests.
 *
 * @param startUrl where the start page was, after redirects
 * @returns addresses without link texts; none where there is no sitemap of this site
 */
export async function pagesOfSitemap(
  startUrl: string,
  budget: Budget,
  effects: Effects,
): Promise<PageLink[]> {
  const start = new URL(startUrl);
  const named = (await effects.sitemaps?.(startUrl)) ?? [];
  const isOnSite = (href: string) => {
    const url = parseUrl(href);
    return url !== null && siteOf(url) === siteOf(start);
  };
  const read = async (url: string) => {
    const { outcome, body } = await effects.fetch({ url, kind: "sitemap", budget });
    const text = outcome === "ok" ? Buffer.from(body.subarray(0, readBytes)).toString("utf8") : "";
    return { isIndex: /<sitemapindex[\s>]/i.test(text), addresses: addressesIn(text).filter(isOnSite) };
  };
  const first = await read(named.find(isOnSite) ?? `${start.origin}/sitemap.xml`);
  const [nested] = first.isIndex ? first.addresses.toSorted((a, b) => promise(b) - promise(a)) : [];
  const { isIndex, addresses } = nested === undefined ? first : await read(nested);
  return isIndex ? [] : addresses.map((href) => ({ href, text: null }));
}

/** How likely a nested sitemap holds the site's own pages, by its name (WordPress, Yoast and others write page-sitemap.xml). */
function promise(address: string): number {
  if (/pages?\b|page[-_]/i.test(address)) return 1;
  return /post|product|tag|categor|author|image|video|news/i.test(address) ? -1 : 0;
}

function addressesIn(text: string): string[] {
  const found = text.matchAll(/<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]\s]{1,2000})/gi);
  return Array.from(found, ([, address = ""]) => address.replace(/&amp;/g, "&")).slice(0, mostAddresses);
}
