import { each, escaped } from "../html.ts";
import { agencyCredit, feedLink, menuList } from "../parts.ts";
import type { Page } from "../site.ts";

/** A site that shows no icons: its accounts stand in structured data alone, slashes escaped as PHP writes them. */
export function jsonLd({ site, url, title, main }: Page): string {
  const { words, name, own, parents, company, origin } = site;
  const accounts = [...own, ...parents];
  const organisation = JSON.stringify({
    "@context": "https://schema.org",
    "@type": "Organization",
    name,
    url: origin,
    logo: { "@type": "ImageObject", url: `${origin}/logo.png` },
    sameAs: accounts.map(({ href }) => href.replace(/^\/\//, "https://")),
  }).replaceAll("/", "\\/");
  const identities = accounts.filter(({ platform }) => platform === "mastodon");
  return `<!DOCTYPE html>
<html lang="${company.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="canonical" href="${url}">
<script type="application/ld+json">${organisation}</script>${each(identities, ({ href }) => `<link rel="me" href="${href}">`)}${feedLink(site)}</head>
<body><header><a href="/">${escaped(name)}</a><nav>${menuList(site)}</nav></header>
<main>${main}</main>
<footer><p>${escaped(name)}, ${escaped(words.address)}.</p>${agencyCredit(site.agency, words.madeBy)}</footer></body></html>`;
}
