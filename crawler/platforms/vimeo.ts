import { named, type PathRules, platformFrom, post, readPath, words } from "./grammar.ts";
import { vimeoFeed } from "./observers/platform-feeds.ts";

const readName = named({
  name: /^[\w-]{1,60}$/,
  tabs: words("videos about albums collections followers following likes"),
});

const rules: PathRules = {
  reserved:
    words(`search showcase album channels groups categories ondemand watch blog features upgrade about help terms
    privacy log_in join event manage settings solutions enterprise home upload user users for-hire stock create live pricing`),
  names([first = "", tab, ...rest]) {
    if (/^\d+$/.test(first)) return post;
    const isFeed = tab === "videos" && rest.join("/") === "rss";
    return readName(isFeed || tab === undefined ? [first] : [first, tab, ...rest]);
  },
};

/** Vimeo. A number is a video. */
export const vimeo = platformFrom({
  id: "vimeo",
  name: "Vimeo",
  group: "social",
  hosts: ["vimeo.com"],
  read: (url) => readPath(url, rules),
  canonical: (account) => `https://vimeo.com/${account}`,
  observers: [vimeoFeed],
  examples: [
    ["https://vimeo.com/parexel/videos", "parexel"],
    ["https://vimeo.com/148751763", null],
  ],
});
