import { each, escaped } from "../html.ts";
import { agencyCredit, feedLink, menuList } from "../parts.ts";
import type { Page } from "../site.ts";

/**
 * An application that a server draws first: the text is there without scripts, but the icons are drawn in the browser, from the
 * settings that stand in the page as JSON.
 */
export function appState({ site, role, url, title, main }: Page): string {
  const { words, name, own, parents, company, origin } = site;
  const accounts = [...own, ...parents].map(({ platform, href, label }) => ({
    ...{ type: platform, title: label },
    url: href.replace(/^\/\//, "https://"),
  }));
  const settings = { siteName: name, footer: { heading: words.follow, socialLinks: accounts } };
  const state = {
    props: { pageProps: { settings } },
    page: `/${role}`,
    buildId: "q7Xn2bV",
    locale: company.language,
  };
  const identities = [...own, ...parents].filter(({ platform }) => platform === "mastodon");
  return `<!DOCTYPE html>
<html lang="${company.language}"><head><meta charSet="utf-8"/><title>${escaped(title)}</title><link rel="canonical" href="${url}"/>
<meta property="og:site_name" content="${escaped(name)}"/><meta property="og:url" content="${origin}"/>${each(identities, ({ href }) => `<link rel="me" href="${href}"/>`)}${feedLink(site)}
<script src="/_next/static/chunks/main-5f1c.js" defer></script></head>
<body><div id="__next"><header><a href="/">${escaped(name)}</a><nav>${menuList(site)}</nav></header><main>${main}</main>
<footer><p>${escaped(words.follow)}</p><div class="footer-social"></div><small>&copy; ${escaped(name)}</small>${agencyCredit(site.agency, words.madeBy)}</footer></div>
<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(state).replaceAll("<", "\\u003c")}</script></body></html>`;
}
