import {
  isTab,
  named,
  other,
  type PathRules,
  platformFrom,
  post,
  type Reading,
  readPath,
  words,
} from "./grammar.ts";
import { tumblrFeed } from "./observers/platform-feeds.ts";
import { hostOf } from "./url-parts.ts";

const tabs = words("rss archive about ask");
const readBlog = named({ name: /^[a-z\d-]{1,32}$/i, tabs });
const ownLabels = words("assets api embed static media px support");

const rules: PathRules = {
  routes: { blog: ([first = "", ...rest]) => readBlog(first === "view" ? rest : [first, ...rest]) },
  shares: words("share widgets"),
  reserved:
    words(`tagged dashboard explore search login register privacy policy likes following inbox settings new docs about
    help communities apps`),
  names: readBlog,
};

/** `NAME.tumblr.com`; deeper names such as 64.media.tumblr.com are Tumblr's own. */
function readSubdomain(label: string, url: URL): Reading {
  if (label.includes(".") || ownLabels.has(label)) return other("service_host");
  const blog = readBlog([label]);
  return url.pathname === "/" ? blog : readPath(url, { names: (path) => (isTab(path, tabs) ? blog : post) });
}

/** Tumblr. Blogs on domains of their own cannot be told from any other site. */
export const tumblr = platformFrom({
  id: "tumblr",
  name: "Tumblr",
  group: "social",
  hosts: ["tumblr.com", "*.tumblr.com"],
  read(url) {
    const host = hostOf(url);
    return host === "tumblr.com" ? readPath(url, rules) : readSubdomain(host.slice(0, -11), url);
  },
  canonical: (account) => `https://www.tumblr.com/${account}`,
  observers: [tumblrFeed],
  examples: [
    ["https://bayer.tumblr.com/rss", "bayer"],
    ["https://www.tumblr.com/blog/medpace", "medpace"],
    ["https://pfizer.tumblr.com/post/123456789/title", null],
  ],
});
