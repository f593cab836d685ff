import { each, escaped } from "../html.ts";
import { agencyCredit, feedLink, leftovers, menuList } from "../parts.ts";
import type { Page } from "../site.ts";

/** A modern company site: icons without any text in the footer, named only by the title inside each drawing. */
export function iconList({ site, url, title, main }: Page): string {
  const { words, name, own, parents, company } = site;
  const icons = each(
    [...own, ...parents],
    ({
      href,
      label,
    }) => `<a class="footer__social-icon" href="${escaped(href)}" target="_blank" rel="noopener noreferrer">
<svg role="img" viewBox="0 0 24 24" aria-hidden="false"><title>${label}</title><path d="M2 2h20v20H2z"></path></svg></a>`,
  );
  return `<!doctype html>
<html lang="${company.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="canonical" href="${url}">
<meta property="og:site_name" content="${escaped(name)}"><meta property="og:title" content="${escaped(title)}">${feedLink(site)}
<link rel="stylesheet" href="/assets/app.3f9c1.css"></head><body>
<div class="cookie-banner" role="dialog"><p>${escaped(words.cookies)}</p><button>OK</button></div>
<header class="header"><a class="header__logo" href="/"><img src="/assets/logo.svg" alt="${escaped(name)}"></a><nav class="header__nav">${menuList(site)}</nav></header>
<main>${main}</main>
<footer class="footer"><div class="footer__social">${icons}${leftovers(site)}</div><nav class="footer__links">${menuList(site)}</nav>
<small>&copy; ${escaped(name)}</small>${agencyCredit(site.agency, words.madeBy)}</footer><script src="/assets/app.3f9c1.js" defer></script></body></html>`;
}
