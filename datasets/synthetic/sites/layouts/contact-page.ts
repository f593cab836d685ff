import { each, escaped } from "../html.ts";
import { agencyCredit, feedLink, menuList, relMe } from "../parts.ts";
import type { Page } from "../site.ts";

/** A sober site that names its accounts in one place only: a list on the contact page. */
export function contactPage({ site, role, url, title, main }: Page): string {
  const { words, name, own, parents, company } = site;
  const links = each(
    [...own, ...parents],
    (icon) => `<li><a href="${escaped(icon.href)}"${relMe(icon)}>${icon.label}</a></li>`,
  );
  const accounts =
    role === "contact"
      ? `<section><h2>${escaped(words.follow)}</h2><ul class="channels">${links}</ul></section>`
      : "";
  return `<!DOCTYPE html>
<html lang="${company.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="canonical" href="${url}">${feedLink(site)}</head>
<body><header><p class="name">${escaped(name)}</p></header><nav>${menuList(site)}</nav>
<main>${main}${accounts}</main>
<footer><p>&copy; ${escaped(name)}</p>${agencyCredit(site.agency, words.madeBy)}</footer></body></html>`;
}
