import { parseUrl } from "../../datasets/url.ts";
import { platformOf } from "./hosts.ts";
import { hostOf, pathOf } from "./url-parts.ts";

/** A post that a URL names, and whose it is. */
export interface PostLink {
  platform: string;
  /** Accounts in canonical form, any of which may have written it: the URL of a LinkedIn post does not tell its author's kind. */
  accounts: readonly string[];
  postId: string;
}

/**
 * Reads the URL of a single post. Null where it is none, or does not say who wrote it (`linkedin.com/feed/update/...`,
 * `instagram.com/p/...`): nobody's activity can be shown by that.
 */
export function readPostLink(href: string): PostLink | null {
  const url = parseUrl(href);
  if (url === null) return null;
  const host = hostOf(url);
  const platform = platformOf(host)?.id ?? "mastodon";
  const path = `/${pathOf(url).join("/")}`;
  const found = forms[platform]?.exec(path)?.groups;
  if (found === undefined) return null;
  const { name = "", postId = "" } = found;
  return { platform, accounts: authors(platform, name, host), postId };
}

/** Paths of posts that name their author; what follows the id is a tab, a slug or nothing. */
const forms: Readonly<Record<string, RegExp>> = {
  x: /^\/(?<name>\w{1,15})\/status(?:es)?\/(?<postId>\d{1,20})(?:\/|$)/,
  linkedin: /^\/posts\/(?<name>[^/_]+)_[^/]*?(?:activity|ugcPost|share)-(?<postId>\d{15,20})(?:[-/]|$)/,
  mastodon: /^\/(?:@|users\/)(?<name>[\w.-]{1,64})\/(?:statuses\/)?(?<postId>\d{10,20})(?:\/|$)/,
  tiktok: /^\/@(?<name>[\w.]{2,24})\/(?:video|photo)\/(?<postId>\d{1,20})(?:\/|$)/,
  bluesky: /^\/profile\/(?<name>[^/]+)\/post\/(?<postId>[2-7a-z]{13})(?:\/|$)/,
  facebook:
    /^\/(?<name>[\w.-]{1,100})\/(?:posts|videos|photos)\/(?:[^/]+\/)*?(?<postId>pfbid\w+|\d{5,})(?:\/|$)/,
  instagram: /^\/(?<name>[\w.]{1,30})\/(?:p|reel)\/(?<postId>[\w-]{5,20})(?:\/|$)/,
  threads: /^\/@(?<name>[\w.]{1,30})\/post\/(?<postId>[\w-]{5,20})(?:\/|$)/,
};

function authors(platform: string, name: string, host: string): string[] {
  const lower = name.startsWith("did:") ? name : name.toLowerCase();
  if (platform === "mastodon") return [`${lower}@${host}`];
  if (platform === "linkedin") return [`company/${lower}`, `showcase/${lower}`, `school/${lower}`];
  return [lower];
}
