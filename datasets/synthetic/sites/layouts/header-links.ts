import { each, escaped } from "../html.ts";
import { agencyCredit, feedLink, leftovers, menuList, relMe } from "../parts.ts";
import type { Page } from "../site.ts";

/** Icons of an icon font in a bar above the menu, named by their class alone. */
export function headerLinks({ site, url, title, main }: Page): string {
  const { words, name, own, parents, company } = site;
  const icons = each(
    [...own, ...parents],
    (icon) =>
      `<li><a href="${escaped(icon.href)}" class="social-icon"${relMe(icon)}><i class="fab fa-${icon.platform}" aria-hidden="true"></i></a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="${company.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="canonical" href="${url}">
<meta property="og:site_name" content="${escaped(name)}">${feedLink(site)}<link rel="stylesheet" href="/css/font-awesome.min.css"></head>
<body><header class="site-header"><div class="top-bar"><span class="phone">+00 000 0000</span><ul class="top-social">${icons}</ul>${leftovers(site)}</div>
<div class="brand"><a href="/">${escaped(name)}</a></div><nav class="navbar">${menuList(site)}</nav></header>
<main class="container">${main}</main>
<footer class="container"><p>&copy; 2026 ${escaped(name)}. <a href="${words.paths.privacy}">${escaped(words.labels.privacy)}</a></p>
${agencyCredit(site.agency, words.madeBy)}</footer></body></html>`;
}
