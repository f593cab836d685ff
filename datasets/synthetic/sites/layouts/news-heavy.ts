import { each, escaped } from "../html.ts";
import { agencyCredit, authorBox, embeddedPost, feedLink, menuList, relMe, shareButtons } from "../parts.ts";
import type { Page } from "../site.ts";
import { authors, subjects } from "../strangers.ts";

/** A newsroom: share buttons, authors and embedded posts on every page, and among all that the company's own accounts. */
export function newsHeavy({ site, url, title, main }: Page): string {
  const { words, name, own, parents, company } = site;
  const x = own.find(({ platform }) => platform === "x");
  const card = x ? `<meta name="twitter:site" content="@${x.accountId.slice("x:".length)}">` : "";
  const follow = each(
    [...own, ...parents],
    (icon) =>
      `<a class="btn-follow" href="${escaped(icon.href)}"${relMe(icon)} title="${icon.label}">${icon.label}</a>`,
  );
  const contributors = each(authors, (author) => authorBox(author, words.by));
  return `<!DOCTYPE html>
<html lang="${company.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="canonical" href="${url}">
<meta property="og:site_name" content="${escaped(name)}"><meta property="og:type" content="article">${card}
<meta name="twitter:creator" content="@dana_okafor_md">${feedLink(site)}</head>
<body><header><a href="/" class="logo">${escaped(name)}</a><nav>${menuList(site)}</nav></header>
<main><div class="story">${main}${shareButtons(url, title)}</div>
<div class="contributors">${contributors}</div><div class="social-wall">${each(subjects.slice(0, 2), embeddedPost)}</div></main>
<footer><div class="follow"><strong>${escaped(words.follow)}</strong>${follow}</div>${agencyCredit(site.agency, words.madeBy)}</footer></body></html>`;
}
