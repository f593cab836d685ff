import type { Article } from "./content.ts";
import { each, escaped } from "./html.ts";
import type { Site } from "./site.ts";

/** A feed as it is sent. */
export interface FeedFile {
  type: string;
  body: string;
}

/** The site's feed in the format that its path names; entries are the newest articles, newest first. */
export function renderFeed(site: Site, path: string, articles: readonly Article[]): FeedFile {
  if (path.endsWith(".json")) return { type: "application/feed+json", body: jsonFeed(site, articles) };
  if (path.endsWith("/atom.xml")) return { type: "application/atom+xml", body: atom(site, articles) };
  return { type: "application/rss+xml; charset=UTF-8", body: rss(site, articles) };
}

function rss({ name, origin, company }: Site, articles: readonly Article[]): string {
  const generator =
    company.siteKind === "wordpress" ? "<generator>https://wordpress.org/?v=6.8.3</generator>" : "";
  const entries = each(
    articles,
    ({ path, title, at, text }) => `<item><title>${escaped(title)}</title><link>${origin}${path}</link>
<guid isPermaLink="false">${origin}/?p=${escaped(path)}</guid><pubDate>${rfc822(at)}</pubDate><description><![CDATA[${text}]]></description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${escaped(name)}</title><link>${origin}</link>
<description>News</description>${generator}${entries}</channel></rss>`;
}

/** `Wed, 30 Sep 2026 12:00:00 +0000`, as blog systems write it. */
function rfc822(at: number): string {
  return new Date(at).toUTCString().replace("GMT", "+0000");
}

function atom({ name, origin, feed }: Site, articles: readonly Article[]): string {
  const entries = each(
    articles,
    ({
      path,
      title,
      at,
      text,
    }) => `<entry><title>${escaped(title)}</title><id>${origin}${path}</id><link href="${origin}${path}"/>
<published>${iso(at)}</published><updated>${iso(at)}</updated><summary>${escaped(text)}</summary></entry>`,
  );
  const newest = articles[0] ? `<updated>${iso(articles[0].at)}</updated>` : "";
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${escaped(name)}</title>
<id>${origin}/</id><link rel="self" href="${feed?.url ?? origin}"/><link href="${origin}/"/>${newest}${entries}</feed>`;
}

function jsonFeed({ name, origin }: Site, articles: readonly Article[]): string {
  const items = articles.map(({ path, title, at, text }) => ({
    id: origin + path,
    url: origin + path,
    title,
    content_text: text,
    date_published: iso(at),
  }));
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: name,
    home_page_url: `${origin}/`,
    items,
  });
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
