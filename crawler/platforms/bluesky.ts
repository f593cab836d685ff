import {
  isTab,
  other,
  type PathRules,
  platformFrom,
  post,
  type Reading,
  readPath,
  words,
} from "./grammar.ts";
import { blueskyAppView } from "./observers/bluesky.ts";
import { blueskyPds } from "./observers/bluesky-pds.ts";
import { hostOf } from "./url-parts.ts";

/**
 * A handle is a domain name: two labels or more, ASCII, at most 253 characters, the last not beginning with a digit.
 * @see https://atproto.com/specs/handle
 */
const handle = /^(?=.{3,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])?$/;
const did = /^did:(?:plc:[a-z2-7]{24}|web:[a-z\d.-]+\.[a-z\d-]+)$/;
const tabs = words("followers follows rss");

function readActor([first = "", ...rest]: readonly string[]): Reading {
  const actor = first.replace(/^@/, "");
  const account = did.test(actor) ? actor : actor.toLowerCase();
  if (account === "") return other("empty");
  if (!isTab(rest, tabs)) return post;
  return did.test(account) || handle.test(account) ? account : other("grammar");
}

const rules: PathRules = {
  routes: { profile: readActor },
  shares: words("intent"),
  reserved: words(
    "search hashtag settings notifications messages feeds lists about support login moderation starter-pack start",
  ),
};

/** Bluesky. Handles are domain names and may change; the DID does not. */
export const bluesky = platformFrom({
  id: "bluesky",
  name: "Bluesky",
  group: "social",
  hosts: ["bsky.app", "*.bsky.social"],
  read(url) {
    const host = hostOf(url);
    if (host === "bsky.app") return readPath(url, rules);
    return url.pathname === "/" ? readActor([host]) : other("unknown_path");
  },
  canonical: (account) => `https://bsky.app/profile/${account}`,
  observers: [blueskyAppView, blueskyPds],
  examples: [
    ["https://bsky.app/profile/Nature.com", "nature.com"],
    ["https://lonza.bsky.social/", "lonza.bsky.social"],
    ["https://bsky.app/profile/novonordisk.com/post/3k7qmjev5lr2s", null],
  ],
});
