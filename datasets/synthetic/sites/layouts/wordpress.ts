import { each, escaped } from "../html.ts";
import { agencyCredit, feedLink, leftovers, menuList, relMe, themeIcons } from "../parts.ts";
import { type Page, type Site, withoutNewest } from "../site.ts";
import { blogService, themeDefaults } from "../strangers.ts";

/** A blog system's theme: block icons with hidden labels in the footer, an organisation graph, a generator line. */
export function wordpress({ site, url, title, main }: Page): string {
  const { words, name, own, parents, company, origin } = site;
  const icons = each(
    [...own, ...parents],
    (icon) => `<li class="wp-social-link wp-social-link-${icon.platform} wp-block-social-link">
<a href="${escaped(icon.href)}"${relMe(icon)} class="wp-block-social-link-anchor"><svg width="24" height="24"><path d="M0 0h24v24H0z"/></svg>
<span class="wp-block-social-link-label screen-reader-text">${icon.label}</span></a></li>`,
  );
  const graph = JSON.stringify({
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "WebSite", url: origin, name },
      { "@type": "Organization", "@id": `${origin}/#organization`, name, url: origin, ...sameAs(site) },
    ],
  });
  return `<!DOCTYPE html>
<html lang="${company.language}"><head><meta charset="UTF-8"><title>${escaped(title)}</title>
<link rel="canonical" href="${url}"><meta property="og:site_name" content="${escaped(name)}">
<meta name="generator" content="WordPress 6.8"><meta name="viewport" content="width=device-width, initial-scale=1">${feedLink(site)}${publisher(site)}
<script type="application/ld+json" class="yoast-schema-graph">${graph}</script></head>
<body class="wp-theme"><div id="page"><header id="masthead" class="site-header"><a href="/" class="custom-logo-link">${escaped(name)}</a>
<nav id="site-navigation" class="main-navigation">${menuList(site)}</nav></header>
<div id="content" class="site-content"><main id="main">${main}</main>
<aside id="secondary" class="widget-area">${site.hasThemeDefaults ? themeIcons(themeDefaults) : ""}</aside></div>
<footer id="colophon" class="site-footer"><p>${escaped(words.follow)}</p><ul class="wp-block-social-links">${icons}</ul>${leftovers(site)}
<p>&copy; 2026 ${escaped(name)}</p>${agencyCredit(site.agency, words.madeBy)}</footer></div></body></html>`;
}

/** The publisher's account that a blog service enters for its customers until they enter their own. */
function publisher({ hasThemeDefaults }: Site): string {
  if (!hasThemeDefaults) return "";
  return `<meta property="article:publisher" content="${blogService.href}">`;
}

/** Accounts entered into the structured data once, before the newest one was opened; most sites never entered any. */
function sameAs({ company, own }: Site): { sameAs?: string[] } {
  return company.slip === "stale_json_ld" ? { sameAs: withoutNewest(own).map(({ href }) => href) } : {};
}
