import { expect, test } from "vitest";
import {
  flickrFeed,
  mediumFeed,
  pinterestFeed,
  tumblrFeed,
  vimeoFeed,
} from "../../../../crawler/platforms/observers/platform-feeds.ts";
import { accountOn, daysAgo, fixture, period } from "./fixture.ts";

const item = `<item><guid>https://a.example/1</guid><title>SECRET</title><pubDate>${new Date(daysAgo(3)).toUTCString()}</pubDate></item>`;
const body = `<rss><channel>${item}</channel></rss>`;

test.each([
  [tumblrFeed, "lab", "https://lab.tumblr.com/rss", "unknown"],
  [mediumFeed, "@lab", "https://medium.com/feed/@lab", "unknown"],
  [mediumFeed, "publication/lab", "https://medium.com/feed/lab", "unknown"],
  [vimeoFeed, "lab", "https://vimeo.com/lab/videos/rss", "original"],
  [
    flickrFeed,
    "12345678@N05",
    "https://api.flickr.com/services/feeds/photos_public.gne?id=12345678%40N05&format=atom",
    "original",
  ],
  [pinterestFeed, "lab", "https://www.pinterest.com/lab/feed.rss", "unknown"],
] as const)("%o of %s is read at %s", async (observer, name, url, kind) => {
  const { effects, asked } = fixture(() => ({ body }));
  const observation = await observer.observe(accountOn("any", name, "https://any.example/"), period, effects);
  expect(asked).toEqual([url]);
  expect(observation).toMatchObject({
    observer: observer.name,
    sided: "two",
    lastPostAt: daysAgo(3),
    posts: [{ kind }],
  });
  expect(JSON.stringify(observation)).not.toContain("SECRET");
});

test("a Flickr member known by name only cannot be asked for", async () => {
  const { effects, asked } = fixture(() => ({ body }));
  const account = accountOn("flickr", "lab", "https://www.flickr.com/photos/lab");
  expect(await flickrFeed.observe(account, period, effects)).toMatchObject({
    status: "presence_only",
    reason: "no_feed_address",
  });
  expect(asked).toEqual([]);
});

test("a refusal is no silence", async () => {
  const { effects } = fixture(() => ({ status: 429, outcome: "rate_limited", body: "" }));
  const account = accountOn("medium", "@lab", "https://medium.com/@lab");
  expect(await mediumFeed.observe(account, period, effects)).toMatchObject({
    status: "rate_limited",
    sided: "none",
  });
});
