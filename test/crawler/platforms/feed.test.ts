import { expect, test } from "vitest";
import { feed } from "../../../crawler/platforms/feed.ts";
import { read } from "./read.ts";

const alternate = { rel: "alternate" };

test.each([
  ["https://www.acme.example/news/feed/", "www.acme.example/news/feed/"],
  ["http://www.acme.example/feed?type=rss2#top", "www.acme.example/feed?type=rss2"],
  ["https://user:secret@ACME.example/rss.xml", "acme.example/rss.xml"],
  ["http://127.0.0.1:8080/feed", "127.0.0.1:8080/feed"],
  ["https://acme.example/comments/feed/", "!no_own_feed"],
  ["https://acme.example/?feed=comments-rss2", "!no_own_feed"],
  ["https://acme.example/wp-json/oembed/1.0/embed?url=a", "!no_own_feed"],
])("an alternate link to %s is read as %s", (url, expected) => {
  expect(read(feed, url, alternate)).toBe(expected);
});

test("a URL that only looks like a feed is none", () => {
  expect(read(feed, "https://acme.example/feed/")).toBe("!unknown_host");
  expect(read(feed, "https://acme.example/feed/", { rel: "me" })).toBe("!unknown_host");
});

test("http and https are one feed", () => {
  const [http, https] = ["http", "https"].map((scheme) =>
    feed.parse(new URL(`${scheme}://acme.example/rss`), alternate),
  );
  expect(http).toEqual(https);
  expect(https).toMatchObject({ account: "acme.example/rss", url: "https://acme.example/rss" });
});
