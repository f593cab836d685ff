import { named, type PathRules, platformFrom, readPath, words } from "./grammar.ts";

const rules: PathRules = {
  posts: words("slideshow"),
  shares: words("share"),
  reserved: words(
    "search login signup upload explore featured popular about business developers help category browse mobile tag",
  ),
  names: named({
    name: /^[\w-]{1,60}$/,
    tabs: words("presentations documents infographics videos followers following clipboards"),
  }),
};

/** SlideShare. */
export const slideshare = platformFrom({
  id: "slideshare",
  name: "SlideShare",
  group: "social",
  hosts: ["slideshare.net", "*.slideshare.net"],
  accountHosts: /^(?:[a-z]{2}\.)?slideshare\.net$/,
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://www.slideshare.net/${account}`,
  observers: [],
  examples: [
    ["https://de.slideshare.net/bayer/presentations", "bayer"],
    ["https://www.slideshare.net/parexel/a-deck", null],
  ],
});
