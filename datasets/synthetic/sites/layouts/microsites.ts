import { each, escaped } from "../html.ts";
import { agencyCredit, feedLink, menuList, relMe } from "../parts.ts";
import type { Page, Site } from "../site.ts";

/** What stands before a company's domain in the names of its microsites. */
export const micrositeLabels: readonly string[] = ["patients", "careers"];

/** A company with several small sites under its domain; all of them show the accounts in the same footer. */
export function microsites({ site, url, title, main }: Page): string {
  const { name, company, words } = site;
  const others = each(
    micrositeLabels,
    (label) => `<li><a href="https://${label}.${company.domain}/">${escaped(name)} ${label}</a></li>`,
  );
  return `<!doctype html>
<html lang="${company.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="canonical" href="${url}">
<meta property="og:site_name" content="${escaped(name)}">${feedLink(site)}</head>
<body><header><a href="/">${escaped(name)}</a><nav>${menuList(site)}</nav></header><main>${main}</main>
<footer><nav aria-label="Sites"><ul class="our-sites">${others}</ul></nav>${followUs(site)}
<p>&copy; ${escaped(name)}</p>${agencyCredit(site.agency, words.madeBy)}</footer></body></html>`;
}

/** The one page of a microsite. */
export function microsite(site: Site, label: string): string {
  const { name, origin, company, words } = site;
  const heading = `${escaped(name)} ${label}`;
  return `<!doctype html>
<html lang="${company.language}"><head><meta charset="utf-8"><title>${heading}</title></head>
<body><header><a href="${origin}/">${escaped(name)}</a></header><main><h1>${heading}</h1>${each(words.sentences, (text) => `<p>${escaped(text)}</p>`)}</main>
<footer>${followUs(site)}</footer></body></html>`;
}

function followUs({ words, own, parents }: Site): string {
  const links = each(
    [...own, ...parents],
    (icon) =>
      `<li><a class="follow-${icon.platform}" href="${escaped(icon.href)}"${relMe(icon)}>${icon.label}</a></li>`,
  );
  return `<section class="follow"><h2>${escaped(words.follow)}</h2><ul>${links}</ul></section>`;
}
