import { feedObserver } from "./feed.ts";

/** Tumblr's feed of a blog: its newest 20 posts, reblogs among them unmarked. */
export const tumblrFeed = feedObserver({
  name: "tumblr_feed",
  urlOf: ({ account }) => `https://${account}.tumblr.com/rss`,
  kind: "unknown",
});

/** Medium's feed of a user or a publication: 10 stories, and of a user responses among them. */
export const mediumFeed = feedObserver({
  name: "medium_feed",
  urlOf: ({ account }) => `https://medium.com/feed/${account.replace(/^publication\//, "")}`,
  kind: "unknown",
});

/** Vimeo's feed of a user's videos. */
export const vimeoFeed = feedObserver({
  name: "vimeo_feed",
  urlOf: ({ account }) => `https://vimeo.com/${account}/videos/rss`,
  kind: "original",
});

/** Flickr's feed of a member's newest 20 photos. It is asked for by number: a name chosen by the member leads nowhere. */
export const flickrFeed = feedObserver({
  name: "flickr_feed",
  urlOf: ({ account }) =>
    /^\d+@N\d+$/.test(account)
      ? `https://api.flickr.com/services/feeds/photos_public.gne?${new URLSearchParams({ id: account, format: "atom" })}`
      : null,
  kind: "original",
});

/** Pinterest's feed of a member's newest pins; most pins repeat a picture of somebody else, unmarked. */
export const pinterestFeed = feedObserver({
  name: "pinterest_feed",
  urlOf: ({ account }) => `https://www.pinterest.com/${account}/feed.rss`,
  kind: "unknown",
});
