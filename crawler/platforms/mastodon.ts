import {
  isNamedBy,
  isTab,
  other,
  type PathReader,
  type PathRules,
  platformFrom,
  post,
  type Reading,
  readPath,
  words,
} from "./grammar.ts";
import { mastodonHosts } from "./mastodon-hosts.ts";
import { activityPubOutbox } from "./observers/activitypub.ts";
import { mastodonApi } from "./observers/mastodon.ts";
import type { UrlHint } from "./platform.ts";
import { hostOf } from "./url-parts.ts";

const user = /^(?=.{1,64}$)[a-z\d_]+(?:[.-][a-z\d_]+)*$/i;
const domain = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i;
const tabs = words("with_replies media followers following featured");

/** Hosts that write accounts `/@name` but speak no ActivityPub: rel=me there proves nothing. */
const strangers = words(`npmjs.com unsplash.com flipboard.com substack.com newsbreak.com rumble.com odysee.com
  observablehq.com steemit.com hive.blog peakd.com ello.co vero.co hashnode.com`);

/** `@user` or `@user@home.host`, perhaps as a feed. The home host wins over the one that shows the account. */
const readUser: PathReader = ([first = "", ...rest], url) => {
  const written = first.replace(/^@/, "").replace(/\.(?:rss|atom|json)$/i, "");
  const [name = "", home = hostOf(url), ...more] = written.split("@");
  const isAddress = user.test(name) && domain.test(home) && more.length === 0;
  if (!isAddress) return other("grammar");
  return isTab(rest, tabs) ? `${name}@${home}`.toLowerCase() : post;
};

/** `/name` without `@` is an account only on a known server, and only where the link says that it leads to one. */
const readAny: PathReader = (path, url, hint) =>
  path[0]?.startsWith("@") || (mastodonHosts.has(hostOf(url)) && isFediverse(hint))
    ? readUser(path, url, hint)
    : other("unknown_path");

const rules: PathRules = {
  routes: {
    users: readUser,
    web: (path, url, hint) => (path[0]?.startsWith("@") ? readUser(path, url, hint) : other("reserved")),
  },
  shares: words("share authorize_interaction interact"),
  posts: words("notice objects deck notes"),
  reserved:
    words(`explore public about tags settings auth api home notifications search directory privacy-policy media_proxy
    login signup local terms-of-service timeline`),
  names: readAny,
};

function isFediverse(hint: UrlHint): boolean {
  const isSamePublisher = hint.rel !== undefined && words(hint.rel).has("me");
  return (
    isSamePublisher ||
    isNamedBy(hint, /mastodon|fediverse|mstdn|pleroma|akkoma|pixelfed|friendica|misskey|gotosocial/i)
  );
}

function readOn(host: string, url: URL, hint: UrlHint): Reading {
  const isServer = mastodonHosts.has(host) || (isFediverse(hint) && !strangers.has(host));
  return isServer ? readPath(url, rules, hint) : other("unknown_host");
}

/**
 * Mastodon and other servers that speak ActivityPub, on any host: one of `hosts`, or another beside which the page says so by
 * rel=me or by name. The account is `user@host`.
 */
export const mastodon = platformFrom({
  id: "mastodon",
  name: "Mastodon and the fediverse",
  group: "social",
  hosts: [...mastodonHosts],
  read: (url, hint) => readOn(hostOf(url), url, hint),
  canonical: (account) => account.replace(/^(.+)@(.+)$/, "https://$2/@$1"),
  observers: [mastodonApi, activityPubOutbox],
  examples: [
    ["https://fediscience.org/@trialist.rss", "trialist@fediscience.org"],
    ["https://mastodon.social/@lonza@mstdn.social", "lonza@mstdn.social"],
    ["https://mastodon.social/@Novartis/109302436954721982", null],
  ],
});
