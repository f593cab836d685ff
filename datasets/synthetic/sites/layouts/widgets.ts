import { each, escaped } from "../html.ts";
import { agencyCredit, feedLink, menuList, relMe } from "../parts.ts";
import type { Icon, Page } from "../site.ts";

/** A site that shows its accounts by the platforms' own follow buttons and page plug-ins. */
export function widgets({ site, url, title, main }: Page): string {
  const { words, name, own, parents, company } = site;
  return `<!DOCTYPE html>
<html lang="${company.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="canonical" href="${url}">
<meta property="og:site_name" content="${escaped(name)}">${feedLink(site)}</head>
<body><div id="fb-root"></div><header><a href="/">${escaped(name)}</a><nav>${menuList(site)}</nav></header>
<main>${main}</main>
<aside class="social-column"><h3>${escaped(words.follow)}</h3>${each([...own, ...parents], widget)}</aside>
<footer><p>&copy; ${escaped(name)}</p>${agencyCredit(site.agency, words.madeBy)}</footer>
<script async src="https://platform.twitter.com/widgets.js"></script></body></html>`;
}

const plugins: Partial<Record<Icon["platform"], (icon: Icon) => string>> = {
  x: ({ accountId }) =>
    `<a class="twitter-follow-button" data-show-count="false" href="https://twitter.com/${accountId.slice("x:".length)}">Follow</a>`,
  facebook: ({ href, label }) =>
    `<div class="fb-page" data-href="${escaped(href)}" data-tabs="timeline">${label}</div>`,
  youtube: ({ accountId, href, label }) => {
    const channel = /^youtube:channel\/(.+)$/.exec(accountId)?.[1];
    if (!channel) return `<a href="${escaped(href)}">${label}</a>`;
    return `<div class="g-ytsubscribe" data-channelid="${channel}" data-layout="full"></div>`;
  },
};

function widget(icon: Icon): string {
  const plain = `<a href="${escaped(icon.href)}"${relMe(icon)}>${icon.label}</a>`;
  return `<div class="widget">${plugins[icon.platform]?.(icon) ?? plain}</div>`;
}
