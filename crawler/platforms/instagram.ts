import { named, type PathRules, platformFrom, readPath, words } from "./grammar.ts";
import { businessDiscovery } from "./observers/instagram.ts";
import { hostOf } from "./url-parts.ts";

const names = named({
  // Single dots inside only
  name: /^(?=.{1,30}$)\w+(?:\.\w+)*$/,
  tabs: words("reels tagged channel embed followers following live igtv guides"),
  at: "dropped",
});

const rules: PathRules = {
  routes: { _u: names },
  posts: words("p reel reels tv stories s"),
  shares: words("share"),
  reserved:
    words(`explore accounts direct directory legal about developer web challenge ads emails push session settings
    your_activity invites graphql api oauth privacy terms`),
  names,
  finalDot: "dropped",
};

/** `ig.me/m/NAME` opens a conversation with the account. */
const conversations: PathRules = { routes: { m: names }, finalDot: "dropped" };

/** Instagram. */
export const instagram = platformFrom({
  id: "instagram",
  name: "Instagram",
  group: "social",
  hosts: ["instagram.com", "m.instagram.com", "instagr.am", "ig.me"],
  read: (url) => readPath(url, hostOf(url) === "ig.me" ? conversations : rules),
  canonical: (account) => `https://www.instagram.com/${account}`,
  observers: [businessDiscovery],
  examples: [
    ["https://www.instagram.com/sanofi/tagged/", "sanofi"],
    ["https://instagr.am/parexel", "parexel"],
    ["https://www.instagram.com/p/Cabc123/", null],
  ],
});
