import { other, platformFrom } from "./grammar.ts";
import { feedWindow } from "./observers/feed.ts";

/** Comments on one article or on all, and descriptions for embedding, are not what the company publishes. */
const otherStreams = /\/comments(?:\/|$)|[?&]feed=comments|\/oembed\b/i;

/**
 * The company's own RSS, Atom and JSON feeds. An address alone does not show that it is one: `rel="alternate"` does, which is
 * to be given only for links whose type is a feed's. The account is the address without scheme and fragment, so that http and
 * https are one feed; a reader asks by https first.
 */
export const feed = platformFrom({
  id: "feed",
  name: "The company's own feeds",
  group: "owned",
  hosts: [],
  read(url, hint) {
    if (hint.rel !== "alternate") return other("unknown_host");
    const address = `${url.host}${url.pathname}${url.search}`;
    return otherStreams.test(address) ? other("no_own_feed") : address;
  },
  canonical: (account) => `https://${account}`,
  observers: [feedWindow],
  examples: [],
});
