import { each, escaped } from "../html.ts";
import { agencyCredit, feedLink, leftovers, menuList, relMe } from "../parts.ts";
import type { Page } from "../site.ts";

/** A content management system with regions and a list of platform links in the last footer region. */
export function drupal({ site, url, title, main }: Page): string {
  const { words, name, own, parents, company } = site;
  const icons = each(
    [...own, ...parents],
    (
      icon,
    ) => `<li class="platform-${icon.platform}"><a href="${escaped(icon.href)}"${relMe(icon)} aria-label="${icon.label}">
<span class="icon icon-${icon.platform}"></span></a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="${company.language}" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8">
<meta name="Generator" content="Drupal 11 (https://www.drupal.org)"><link rel="canonical" href="${url}">
<meta property="og:site_name" content="${escaped(name)}"><title>${escaped(title)}</title>${feedLink(site)}</head>
<body class="path-frontpage"><a href="#main-content" class="visually-hidden focusable">Skip to main content</a>
<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div class="layout-container">
<header role="banner"><div class="region region-header"><div id="block-site-branding"><a href="/" rel="home">${escaped(name)}</a></div>
<nav role="navigation" id="block-main-menu">${menuList(site)}</nav></div></header>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content">${main}</div></main>
<footer role="contentinfo"><div class="region region-footer-fifth"><div id="block-social-media-links" class="block">
<h2>${escaped(words.follow)}</h2><ul class="social-media-links--platforms platforms inline horizontal">${icons}</ul>${leftovers(site)}</div>
${agencyCredit(site.agency, words.madeBy)}</div></footer></div></div></body></html>`;
}
