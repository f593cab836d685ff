import { each, escaped } from "./html.ts";
import type { Icon, Site } from "./site.ts";
import type { Agency, Stranger } from "./strangers.ts";
import { pageRoles } from "./words.ts";

/** One entry of a site's menu. */
export interface MenuEntry {
  href: string;
  label: string;
}

/** The pages a site's menu leads to. Sites that keep crawlers from a part of them link that part all the same. */
export function menu({ words, company }: Site): MenuEntry[] {
  const pages = pageRoles.map((role) => ({ href: words.paths[role], label: words.labels[role] }));
  const closed = company.mishap === "robots_path" ? [{ href: "/investors/", label: "Investors" }] : [];
  const calendar =
    company.mishap === "endless_links" ? [{ href: "/calendar/1/", label: words.labels.news }] : [];
  return [...pages, ...closed, ...calendar];
}

/** A plain list of the menu. */
export function menuList(site: Site): string {
  return `<ul>${each(menu(site), ({ href, label }) => `<li><a href="${href}">${escaped(label)}</a></li>`)}</ul>`;
}

/** Buttons that share the page itself: they name platforms, and no account. */
export function shareButtons(url: string, title: string): string {
  const [page, text] = [encodeURIComponent(url), encodeURIComponent(title)];
  const targets = [
    ["Facebook", `https://www.facebook.com/sharer/sharer.php?u=${page}`],
    ["X", `https://twitter.com/intent/tweet?url=${page}&text=${text}`],
    ["LinkedIn", `https://www.linkedin.com/shareArticle?mini=true&url=${page}&title=${text}`],
    ["Bluesky", `https://bsky.app/intent/compose?text=${text}%20${page}`],
    ["E-Mail", `mailto:?subject=${text}&body=${page}`],
  ] as const;
  const buttons = each(
    targets,
    ([label, href]) =>
      `<a class="share-${label.toLowerCase()}" href="${escaped(href)}" rel="nofollow">${label}</a>`,
  );
  return `<div class="share-buttons" aria-label="Share">${buttons}</div>`;
}

/** The person who wrote an article, with a link to the person's own profile. */
export function authorBox(author: Stranger, by: string): string {
  const photo = `<img class="avatar" src="/assets/people/${author.name.split(" ")[0]?.toLowerCase()}.jpg" alt="">`;
  const profile = `<a class="author-social" href="${escaped(author.href)}">${escaped(author.name)}</a>`;
  return `<div class="author-box">${photo}<p class="author">${escaped(by)} ${profile}</p></div>`;
}

/** Logos of other companies; each leads to an account of that company. */
export function partnerLogos(partners: readonly Stranger[], heading: string): string {
  if (partners.length === 0) return "";
  const logos = each(
    partners,
    ({ name, href }) =>
      `<a href="${escaped(href)}"><img src="/assets/logos/partner.png" alt="${escaped(name)}"></a>`,
  );
  return `<section class="partners"><h2>${escaped(heading)}</h2>${logos}</section>`;
}

/** The line by which a web agency signs a site, with the agency's own accounts. */
export function agencyCredit(agency: Agency | null, madeBy: string): string {
  if (!agency) return "";
  const accounts = each(agency.accounts, ({ href }) => `<a href="${escaped(href)}">@</a>`);
  return `<div class="site-credit">${escaped(madeBy)} <a href="${agency.site}">${agency.name}</a> ${accounts}</div>`;
}

/** Somebody else's post, embedded as the platform's own code does it. */
export function embeddedPost({ name, href }: Stranger): string {
  const account = href.split("/").at(-1) ?? "";
  return `<blockquote class="twitter-tweet"><p>${escaped(name)}: enrolment opens today</p>&mdash; ${escaped(name)}
(@${account}) <a href="https://twitter.com/${account}/status/1839231145019302144">September 26, 2026</a></blockquote>
<script async src="https://platform.twitter.com/widgets.js"></script>`;
}

/** The company's own newest posts, as a home page shows them off; nothing when it shows none. */
export function ownPosts(latest: readonly string[]): string {
  if (latest.length === 0) return "";
  return `<section class="latest">${each(latest, (href) => `<p><a href="${href}">→</a></p>`)}</section>`;
}

/** Icons that the theme came with and nobody replaced or removed. */
export function themeIcons(defaults: readonly Stranger[]): string {
  const icons = each(defaults, ({ name, href }) => `<li><a href="${href}" title="${name}"></a></li>`);
  return `<div class="widget widget_social_demo" style="display:none"><ul>${icons}</ul></div>`;
}

/**
 * What templates gather over the years: an account commented out, links to platforms without any account, and another's post
 * held back until visitors agree to cookies.
 */
export function leftovers({ hasLeftovers }: Site): string {
  if (!hasLeftovers) return "";
  return `<!-- <a href="https://www.youtube.com/@templatedemo">YouTube</a> -->
<a class="icon-empty" href="https://www.pinterest.com/" title="Pinterest"></a><a class="icon-empty" href="https://twitter.com/" title="Twitter"></a>
<textarea class="consent-placeholder" hidden>&lt;blockquote class="twitter-tweet"&gt;&lt;a href="https://twitter.com/trialgossip/status/1839"&gt;&lt;/a&gt;&lt;/blockquote&gt;</textarea>`;
}

/** A feed's link in the head of a page; nothing when the site has none. */
export function feedLink({ feed, name }: Site): string {
  if (!feed) return "";
  const type = feedTypes.find(([ending]) => feed.url.endsWith(ending))?.[1] ?? "application/rss+xml";
  return `<link rel="alternate" type="${type}" title="${escaped(name)}" href="${feed.url}">`;
}

const feedTypes = [
  ["/atom.xml", "application/atom+xml"],
  ["/feed.json", "application/feed+json"],
] as const;

/** `rel="me"` for Mastodon, whose servers can have any name; nothing for the others. */
export function relMe({ platform }: Icon): string {
  return platform === "mastodon" ? ' rel="me noopener"' : ' rel="noopener"';
}
