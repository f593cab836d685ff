import {
  named,
  other,
  type PathReader,
  type PathRules,
  platformFrom,
  prefixed,
  readPath,
  words,
} from "./grammar.ts";
import { hostOf } from "./url-parts.ts";

const name = /^[\w.-]{2,60}$/;

const at = named({ name: /^@[\w.-]{2,60}$/, tabs: words("likes collections stats") });
const plain = named({ name, tabs: words("appreciated moodboards info projects") });
/** `/pro/NAME/TITLE` is the page of a firm; the title may be left out. */
const professional: PathReader = (path) => named({ name })(path.slice(0, 1));

/** Networks on which firms have profiles too seldom for a platform each: by host, where the profiles are. */
const networks: Readonly<Record<string, PathRules>> = {
  "behance.net": {
    reserved: words("gallery search galleries joblist live onboarding assets about blog dev"),
    names: plain,
  },
  "houzz.com": {
    routes: { pro: professional },
    reserved: words("photos products professionals magazine discussions ideabooks user search pic"),
    names: named({ name }),
  },
  "unsplash.com": { names: at },
  "flipboard.com": { names: at },
  "foursquare.com": {
    posts: words("v"),
    reserved: words("explore about user download login signup businesses products city developers legal"),
    names: named({ name }),
  },
};

/** Houzz, Foursquare brands, Behance, Unsplash, Flipboard: told apart by the host in the account. */
export const otherNetworks = platformFrom({
  id: "other",
  name: "Other networks",
  group: "social",
  hosts: Object.keys(networks),
  read(url) {
    const host = hostOf(url);
    const rules = networks[host];
    return rules === undefined ? other("unknown_host") : prefixed(host, readPath(url, rules));
  },
  canonical: (account) => `https://${account}`,
  observers: [],
  examples: [
    ["https://www.houzz.com/pro/upwardconstruction/upward-construction", "houzz.com/upwardconstruction"],
    ["https://unsplash.com/@doschu", "unsplash.com/@doschu"],
    ["https://foursquare.com/v/the-hotel/4ad0f753f964a52090db20e3", null],
  ],
});
