import { each, escaped } from "../html.ts";
import { agencyCredit, feedLink, menu, relMe } from "../parts.ts";
import type { Page } from "../site.ts";

/** An enterprise content system: components in grids, and a footer that is a fragment shared by all pages. */
export function aem({ site, role, url, title, main }: Page): string {
  const { words, name, own, parents, company } = site;
  const entries = each(
    menu(site),
    ({ href, label }) =>
      `<li class="cmp-navigation__item cmp-navigation__item--level-0"><a class="cmp-navigation__item-link" href="${href}">${escaped(label)}</a></li>`,
  );
  const icons = each(
    [...own, ...parents],
    (
      icon,
    ) => `<li class="cmp-socialmedia__item cmp-socialmedia__item--${icon.platform}"><a class="cmp-socialmedia__link"
href="${escaped(icon.href)}"${relMe(icon)} target="_blank" data-cmp-clickable><span class="cmp-socialmedia__label">${icon.label}</span></a></li>`,
  );
  const layer = escaped(
    JSON.stringify({ [`page-${role}`]: { "@type": "acme/components/page", "dc:title": title } }),
  );
  return `<!DOCTYPE HTML>
<html lang="${company.language}"><head><meta charset="UTF-8"/><title>${escaped(title)}</title><link rel="canonical" href="${url}"/>
<meta name="template" content="content-page"/><meta property="og:site_name" content="${escaped(name)}"/>${feedLink(site)}
<link rel="stylesheet" href="/etc.clientlibs/site/clientlibs/clientlib-base.lc-7ae2-lc.min.css" type="text/css"/></head>
<body class="page basicpage" id="page-${role}" data-cmp-data-layer-enabled data-cmp-data-layer="${layer}">
<div class="root container responsivegrid"><div class="cmp-container"><div class="aem-Grid aem-Grid--12 aem-Grid--default--12">
<header class="experiencefragment aem-GridColumn"><div class="cmp-experiencefragment cmp-experiencefragment--header"><a class="cmp-image__link" href="/">${escaped(name)}</a>
<nav class="cmp-navigation" itemscope itemtype="http://schema.org/SiteNavigationElement"><ul class="cmp-navigation__group">${entries}</ul></nav></div></header>
<main class="container responsivegrid aem-GridColumn"><div class="cmp-text">${main}</div></main>
<footer class="experiencefragment aem-GridColumn"><div class="cmp-experiencefragment cmp-experiencefragment--footer"><div class="socialmedia">
<h3 class="cmp-title__text">${escaped(words.follow)}</h3><ul class="cmp-socialmedia">${icons}</ul></div>
<div class="cmp-text"><p>&copy; ${escaped(name)}</p>${agencyCredit(site.agency, words.madeBy)}</div></div></footer></div></div></div></body></html>`;
}
