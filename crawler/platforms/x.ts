import {
  named,
  other,
  type PathReader,
  type PathRules,
  platformFrom,
  prefixed,
  readPath,
  readQuery,
  share,
  words,
} from "./grammar.ts";
import { xCounts } from "./observers/x-counts.ts";
import { xLookup } from "./observers/x-lookup.ts";
import { xTimeline } from "./observers/x-timeline.ts";
import { hashbang, hostOf } from "./url-parts.ts";

const name = /^\w{1,15}$/;
const numeric = /^\d{1,20}$/;

/** `/intent/follow` and `/intent/user` name an account; every other intent shares or posts. */
const intent: PathReader = ([action], url) => {
  if (action !== "user" && action !== "follow") return share;
  const handle = readQuery(url, "screen_name", name);
  return typeof handle === "string" ? handle : prefixed("id", readQuery(url, "user_id", numeric));
};

const rules: PathRules = {
  routes: {
    intent,
    i: ([kind, id = ""]) => (kind === "user" && numeric.test(id) ? `id/${id}` : other("reserved")),
  },
  shares: words("share"),
  posts: words("statuses"),
  reserved:
    words(`home search hashtag login logout signup explore messages notifications settings privacy tos about jobs
    download compose account oauth widgets start who_to_follow oct`),
  names: named({
    name,
    tabs: words(`with_replies media likes highlights articles affiliates followers following lists photo header_photo
      communities favorites verified_followers`),
    at: "dropped",
  }),
  finalDot: "dropped",
};

/** Embedded timelines name their account; nothing else on their host does. */
const embeds: PathRules = {
  routes: {
    srv: ([kind, by, ...path]) =>
      kind === "timeline-profile" && by === "screen-name" ? named({ name })(path) : other("service_host"),
  },
  finalDot: "dropped",
};

/** X, until 2023 Twitter: one platform under two domains. */
export const x = platformFrom({
  id: "x",
  name: "X (Twitter)",
  group: "social",
  hosts: [
    "x.com",
    "mobile.x.com",
    "m.x.com",
    "twitter.com",
    "mobile.twitter.com",
    "m.twitter.com",
    "syndication.twitter.com",
  ],
  read: (url) =>
    hostOf(url) === "syndication.twitter.com" ? readPath(url, embeds) : readPath(hashbang(url), rules),
  canonical: (account) => `https://x.com/${account.replace(/^id\//, "i/user/")}`,
  observers: [xLookup, xCounts, xTimeline],
  examples: [
    ["https://twitter.com/#!/IQVIA_global", "iqvia_global"],
    ["https://x.com/intent/follow?screen_name=Parexel", "parexel"],
    ["https://x.com/i/user/48762911", "id/48762911"],
    ["https://x.com/IQVIA_global/status/1259924082067374088", null],
    ["https://x.com/intent/tweet?via=Parexel", null],
  ],
});
