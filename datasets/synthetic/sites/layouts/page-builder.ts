import { each, escaped } from "../html.ts";
import { agencyCredit, feedLink, menu } from "../parts.ts";
import type { Page } from "../site.ts";

/** A site made by dragging boxes: nothing but nested divisions with made-up ids; regions are told by ids and roles alone. */
export function pageBuilder({ site, url, title, main }: Page): string {
  const { words, name, own, parents, company } = site;
  const entries = each(
    menu(site),
    ({ href, label }, at) =>
      `<div id="comp-m${at}" data-testid="linkElement"><a href="${href}"><p>${escaped(label)}</p></a></div>`,
  );
  const icons = each(
    [...own, ...parents],
    (
      { href, label },
      at,
    ) => `<li id="dataItem-s${at}" class="bar-entry"><a data-testid="linkElement" href="${escaped(href)}" target="_blank"
rel="noreferrer noopener" aria-label="${label}"><div><img src="/media/${at}.png" alt="${label}"></div></a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="${company.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="canonical" href="${url}">
<meta property="og:site_name" content="${escaped(name)}"><meta name="generator" content="Site Builder">${feedLink(site)}</head>
<body><div id="SITE_CONTAINER"><div id="SITE_HEADER" role="banner"><div><div><p>${escaped(name)}</p></div><div role="navigation">${entries}</div></div></div>
<div id="PAGES_CONTAINER" role="main"><div><div>${main}</div></div></div>
<div id="SITE_FOOTER" role="contentinfo"><div><div><h6>${escaped(words.follow)}</h6><ul class="link-bar" aria-label="Social Bar">${icons}</ul></div>
<div>${agencyCredit(site.agency, words.madeBy)}</div></div></div></div></body></html>`;
}
