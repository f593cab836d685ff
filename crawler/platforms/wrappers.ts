/** Links that only lead to another link. Share links carry a URL, too, but are never among them: it is the page they share. */
import { getDomain } from "tldts";
import { words } from "./grammar.ts";
import { platformOf } from "./hosts.ts";
import { isKnownHost } from "./to-url.ts";
import { decoded } from "./url-parts.ts";

/**
 * The URL inside a link, as written there: the target of a wrapper, of the site's own interstitial, or a whole URL pasted where a
 * handle belongs.
 *
 * @param base URL of the page: only its own site may have interstitials
 * @returns null when the link means itself
 */
export function innerUrl(url: URL, base: string): string | null {
  const target = url.port === "" ? wrapped(url) : null;
  if (target !== null) return target;
  return platformOf(url.hostname) === undefined ? ownTarget(url, base) : pastedUrl(url);
}

/** Whether a host's links may be wrappers of others. */
export function isWrapperHost(hostname: string): boolean {
  return wrappersOf(hostname) !== undefined;
}

interface Wrapper {
  path: RegExp;
  parameters: readonly string[];
}

const facebookExit: Wrapper = { path: /^\/l\.php$/, parameters: ["u"] };
const pagePlugin: Wrapper = {
  path: /^\/(?:v\d+\.\d+\/)?plugins\/(?:page|likebox|fan|follow)\.php$/,
  parameters: ["href"],
};

/** Hosts whose links of a given path carry their target in a parameter. */
const wrappers = new Map<string, readonly Wrapper[]>([
  ["l.facebook.com", [facebookExit]],
  ["lm.facebook.com", [facebookExit]],
  ["facebook.com", [pagePlugin, facebookExit]],
  ["l.instagram.com", [{ path: /^\/$/, parameters: ["u"] }]],
  ["youtube.com", [{ path: /^\/redirect$/, parameters: ["q"] }]],
  ["google.com", [{ path: /^\/url$/, parameters: ["q", "url"] }]],
  [
    "linkedin.com",
    [
      { path: /^\/redir\/redirect\/?$/, parameters: ["url"] },
      { path: /^\/authwall\/?$/, parameters: ["sessionRedirect"] },
      { path: /^\/(?:uas\/)?login\/?$/, parameters: ["session_redirect"] },
    ],
  ],
  ["out.reddit.com", [{ path: /^/, parameters: ["url"] }]],
  ["vk.com", [{ path: /^\/away\.php$/, parameters: ["to"] }]],
  ["t.umblr.com", [{ path: /^\/redirect$/, parameters: ["z"] }]],
  ["w.soundcloud.com", [{ path: /^\/player\/?$/, parameters: ["url"] }]],
  ["safelinks.protection.outlook.com", [{ path: /^/, parameters: ["url"] }]],
  ["urldefense.com", [{ path: /^\/v3\//, parameters: [] }]],
  ["urldefense.proofpoint.com", [{ path: /^\/v2\//, parameters: [] }]],
]);

/** Labels before a wrapper's host that change nothing: mobile sites, languages, regions of Outlook. */
const prefix = /^(?:www|m|web|[a-z]{2}|[a-z]{2}-[a-z]{2}|[a-z]{2,4}\d\d)\./;

function wrappersOf(hostname: string): readonly Wrapper[] | undefined {
  const host = hostname.replace(/^((?:www\.)?google)\.(?:com?\.)?[a-z]{2,3}$/, "$1.com");
  return wrappers.get(host) ?? wrappers.get(host.replace(prefix, ""));
}

function wrapped(url: URL): string | null {
  const wrapper = wrappersOf(url.hostname)?.find(({ path }) => path.test(url.pathname));
  if (wrapper === undefined) return null;
  if (url.hostname.startsWith("urldefense.")) return defended(url);
  return wrapper.parameters.map((name) => url.searchParams.get(name)).find(Boolean) ?? null;
}

/** Proofpoint: `/v3/__URL__;...` as it is, `/v2/url?u=` with `-XX` for `%XX` and `_` for `/`. */
function defended(url: URL): string | null {
  const target = url.searchParams.get("u");
  if (url.pathname.startsWith("/v2/")) {
    return target && decoded(target.replace(/-([\dA-F]{2})/gi, "%$1").replaceAll("_", "/"));
  }
  const start = url.href.indexOf("__") + 2;
  const end = url.href.indexOf("__;", start);
  return start < 2 || end < 0 ? null : url.href.slice(start, end).replace(/^(https?:)\/+/i, "$1//");
}

/** Parameters in which sites name the target of their own "you are leaving" pages. `ref` and `utm_source` are none. */
const exitParameters = words(
  "url u q to target dest destination redirect redirect_uri redirect_url href link goto out z exit external",
);

/** The target of the site's own interstitial: on its registrable domain only, an absolute URL only. */
function ownTarget(url: URL, base: string): string | null {
  if (url.search === "" || isShare(url)) return null;
  for (const [name, value] of url.searchParams) {
    const isTarget = exitParameters.has(name.toLowerCase()) && /^https?:\/\//i.test(value);
    if (isTarget) return isSameSite(url, base) ? value : null;
  }
  return null;
}

const isShare = (url: URL): boolean => /\/(?:share|sharer|tweet)(?:\.\w+)?(?:\/|$)/i.test(url.pathname);

function isSameSite(url: URL, base: string): boolean {
  const site = getDomain(base, { allowPrivateDomains: true });
  return site !== null && site === getDomain(url.hostname, { allowPrivateDomains: true });
}

/** First segments after which a handle stands. */
const beforeHandles = "company|showcase|school|in|channel|user|c|profile|add|r|u|pages|pg";
const pastedAbsolute = new RegExp(`^/+(?:(?:${beforeHandles})/+)?@?https?:/+(.+)$`, "is");

/** `twitter.com/https://twitter.com/Name` and `www.facebook.com/www.facebook.com/name`. */
function pastedUrl(url: URL): string | null {
  if (!/[.:%]/.test(url.pathname)) return null;
  const path = /%3a/i.test(url.pathname) ? decoded(url.pathname) : url.pathname;
  const rest = pastedAbsolute.exec(path)?.[1] ?? pastedHost(path);
  return rest === null ? null : `https://${rest}${url.search}${url.hash}`;
}

function pastedHost(path: string): string | null {
  const [, rest, host] = /^\/+(([a-z\d.-]+\.[a-z]{2,})\/+.+)$/is.exec(path) ?? [];
  return rest !== undefined && host !== undefined && isKnownHost(host.toLowerCase()) ? rest : null;
}
