/** From a link to the account it names, by the URL grammar alone: pure, without network. */
import { feed } from "./feed.ts";
import { isShortener, platformOf } from "./hosts.ts";
import { mastodon } from "./mastodon.ts";
import type { ParsedUrl, Platform, UrlHint } from "./platform.ts";
import { toUrl } from "./to-url.ts";
import { innerUrl } from "./wrappers.ts";

/** The account a link names. `person` is true for a person's profile and absent otherwise. */
export interface ResolvedAccount {
  platform: string;
  account: string;
  url: string;
  person?: true;
}

/** Why a link names an account or none. */
export interface Explanation {
  found: ResolvedAccount | null;
  /** Platform that reads the URL; null when none does. */
  platform: string | null;
  /** What the platform reads it as; null when none does. */
  kind: ParsedUrl["kind"] | null;
  /**
   * Why it names no account, null when it does: `no_url`, `too_deep`, `port`, `unknown_host`, `needs_resolve`, `service_host`,
   * `empty`, `reserved`, `grammar`, `post`, `share`, `group`, `contact`, ...
   */
  reason: string | null;
  /** The URLs looked at, from the one written in the page to the innermost. */
  steps: readonly string[];
}

/** Wrappers within wrappers that are opened. */
const maxDepth = 3;

/**
 * The account a link of a page names, or null. Never throws.
 *
 * @param href as written in the page, character references decoded
 * @param base URL of the page
 * @param hint what stands around the link
 */
export function resolve(href: string, base: string, hint: UrlHint = {}): ResolvedAccount | null {
  return explain(href, base, hint).found;
}

/** Like `resolve`, with the reason and the steps. */
export function explain(href: string, base: string, hint: UrlHint = {}): Explanation {
  // Of the base only the host counts where the address is absolute.
  const origin = /^https?:\/\//i.test(href) ? base.slice(0, base.indexOf("/", longestScheme) + 1) : "";
  if (origin === "") return explainAnew(href, base, hint);
  const key = [origin, hint.rel, hint.label, href].join("\n");
  const known = recent.get(key);
  if (known !== undefined) return known;
  if (recent.size >= mostRecent) recent.clear();
  const explained = explainAnew(href, base, hint);
  recent.set(key, explained);
  return explained;
}

/** What was read a moment ago: the pages of a site repeat their links, each is looked at more than once, and many sites are under way. */
const recent = new Map<string, Explanation>();
const mostRecent = 10_000;
const longestScheme = "https://".length;

function explainAnew(href: string, base: string, hint: UrlHint): Explanation {
  const steps: string[] = [];
  let url = toUrl(href, base);
  while (url !== null) {
    steps.push(url.href);
    const inner = hint.rel === "alternate" ? null : innerUrl(url, base);
    if (inner === null) return read(url, hint, steps);
    if (steps.length > maxDepth) return refuse("too_deep", steps);
    url = toUrl(inner, url.href);
  }
  return refuse("no_url", steps);
}

function read(url: URL, hint: UrlHint, steps: readonly string[]): Explanation {
  if (isShortener(url.hostname)) return refuse("needs_resolve", steps);
  const platform = platformOf(url.hostname);
  if (platform === undefined) return readByHint(url, hint, steps);
  return url.port === "" ? explained(platform, platform.parse(url, hint), steps) : refuse("port", steps);
}

/** Any host may serve a feed or Mastodon: only what stands around the link says so. */
function readByHint(url: URL, hint: UrlHint, steps: readonly string[]): Explanation {
  const platform = hint.rel === "alternate" ? feed : mastodon;
  const parsed = platform.parse(url, hint);
  const isServed = parsed.kind === "account" && (url.port === "" || platform === feed);
  return isServed ? explained(platform, parsed, steps) : refuse("unknown_host", steps);
}

function explained(platform: Platform, parsed: ParsedUrl, steps: readonly string[]): Explanation {
  const { kind } = parsed;
  const reading = { platform: platform.id, kind, steps };
  if (kind !== "account" && kind !== "person") {
    return { ...reading, found: null, reason: parsed.reason ?? kind };
  }
  const { account, url } = parsed;
  const found = { platform: platform.id, account, url };
  return { ...reading, found: kind === "person" ? { ...found, person: true } : found, reason: null };
}

function refuse(reason: string, steps: readonly string[]): Explanation {
  return { found: null, platform: null, kind: null, reason, steps };
}
