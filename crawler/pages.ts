import { getDomain } from "tldts";
import { parseUrl } from "../datasets/url.ts";

/** A link of a page to its own site. */
export interface PageLink {
  href: string;
  text: string | null;
}

/**
 * Subjects of pages that promise accounts, by weight, with the words that paths and links use for them in the languages of the
 * frames that ship.
 */
const subjectWords: readonly (readonly [weight: number, spaced: string, unspaced?: string])[] = [
  [10, "social[-_ ]?media|social|follow[-_ ]us|connect[-_ ]with[-_ ]us|stay[-_ ]connected"],
  [
    8,
    "contacts?|contact[-_ ]?us|kontakt|contacto|contatti|contato|nous[-_ ]contacter|inquiry",
    "お問い合わせ|联系",
  ],
  [
    8,
    "about|about[-_ ]?us|company|who[-_ ]we[-_ ]are|(?:ü|ue)ber[-_ ]?uns|unternehmen|[aà][-_ ]propos|qui[-_ ]sommes[-_ ]nous|sobre|chi[-_ ]siamo|over[-_ ]ons",
    "会社|企業|关于",
  ],
  [6, "imprint|impressum|mentions[-_ ]l[eé]gales|aviso[-_ ]legal"],
  [
    6,
    "news|newsroom|press|press[-_ ]?room|presse|media|media[-_ ]?cent(?:er|re)|aktuelles|noticias|actualit[eé]s|blog",
    "ニュース|新闻",
  ],
  [3, "careers?|karriere|jobs|investors?"],
];

const subjects = subjectWords.map(([weight, ...words]) => ({ weight, words: wholeWords(...words) }));

/** Any of their words: most links have none, and cost no more than this look. */
const promising = wholeWords(
  subjectWords.map(([, spaced]) => spaced).join("|"),
  subjectWords.flatMap(([, , unspaced]) => unspaced ?? []).join("|"),
);

/** Words of scripts that put spaces between words have to stand alone; the others may stand anywhere. */
function wholeWords(spaced: string, unspaced = "(?!)"): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced})(?![\\p{L}\\p{N}])|${unspaced}`, "iu");
}

/** Paths that never end: calendars, searches, print versions, files. */
const traps =
  /\.(pdf|zip|docx?|xlsx?|pptx?|jpe?g|png|gif|svg|webp|mp4|ics|xml|rss|css|js)$|\/(calendar|search|login|cart|wp-json)(\/|$)/i;

/**
 * The further pages of a site that are likeliest to hold its accounts.
 *
 * @param links links of the start page
 * @param startUrl where the start page was, after redirects; it is not chosen again
 * @param most how many at the most
 * @returns URLs without fragment on the same registrable domain, most promising first
 */
export function choosePages(links: readonly PageLink[], startUrl: string, most: number): string[] {
  const start = new URL(startUrl);
  const weighed = links.flatMap((link) => weigh(link, start) ?? []).sort((a, b) => b.weight - a.weight);
  const firsts = new Map([...weighed].reverse().map((page) => [page.subject, page.href]));
  const firstOfEach = weighed.filter((page) => firsts.get(page.subject) === page.href);
  const pages = new Map<string, string>();
  for (const { href } of [...firstOfEach, ...weighed]) {
    const page = withoutSession(href);
    if (!pages.has(page)) pages.set(page, href);
  }
  return [...pages.values()].slice(0, most);
}

interface Weighed {
  href: string;
  subject: number;
  weight: number;
}

/** A page's promise less its depth; null where it promises nothing or is on another site. */
function weigh(link: PageLink, start: URL): Weighed | null {
  const url = sameSite(link.href, start);
  if (!url) return null;
  const path = topicsOf(url);
  if (!promising.test(path) && !promising.test(link.text ?? "")) return null;
  const subject = subjects.findIndex(({ words }) => words.test(path) || words.test(link.text ?? ""));
  const weight = (subjects[subject]?.weight ?? 0) - depth(url) - (url.host === start.host ? 0 : 1);
  return weight > 0 ? { href: url.href, subject, weight } : null;
}

/** Longer addresses are traps, not pages. */
const longestUrl = 2_000;

function sameSite(href: string, start: URL): URL | null {
  const url = href.length > longestUrl ? null : parseUrl(href);
  if (url === null) return null;
  url.hash = "";
  const isSame = url.host === start.host || siteOf(url) === siteOf(start);
  const isStart = url.pathname === start.pathname && url.search === start.search;
  return isSame && !isStart && /^https?:$/.test(url.protocol) && !traps.test(url.pathname) ? url : null;
}

/** Registrable domain, or the host itself where there is none: an address, a bare name. */
export function siteOf(url: URL): string {
  return getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.hostname;
}

/** Articles lie deep, overviews do not; a query makes a page doubtful. */
function depth(url: URL): number {
  return 2 * Math.max(0, url.pathname.split("/").filter(Boolean).length - 1) + (url.search ? 2 : 0);
}

/** A segment of many words is an article's headline: what it mentions is not what the page is about. */
const mostTopicWords = 4;

function topicsOf(url: URL): string {
  const segments = decode(url.pathname).split("/");
  return segments.filter((segment) => segment.split(/[-_ ]+/).length <= mostTopicWords).join("/");
}

/** The same page under another session is the same page. */
function withoutSession(href: string): string {
  return href
    .replace(/;jsessionid=[^?#;/]*/i, "")
    .replace(
      /(?<=[?&])(?:PHPSESSID|ASPSESSIONID\w*|jsessionid|session_?id|sid|cfid|cftoken|utm_\w+)=[^&]*&?/gi,
      "",
    )
    .replace(/[?&]$/, "");
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
