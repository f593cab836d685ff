import { expect, test } from "vitest";
import { isShortener, platformOf } from "../../../crawler/platforms/hosts.ts";

test.each([
  ["x.com", "x"],
  ["www.twitter.com", "x"],
  ["mobile.twitter.com", "x"],
  ["de.linkedin.com", "linkedin"],
  ["acme.bsky.social", "bluesky"],
  ["a.b.tumblr.com", "tumblr"],
  ["www.acme.medium.com", "medium"],
  ["pinterest.co.uk", "pinterest"],
  ["mastodon.social", "mastodon"],
])("%s belongs to %s", (host, id) => {
  expect(platformOf(host)?.id).toBe(id);
});

test.each([
  "netflix.com",
  "x.com.example",
  "notx.com",
  "com",
  "",
  "api.x.com",
  "linkedin.com.example",
  "mylinkedin.com",
  "tumblr.com.example",
  "youtube.co",
])("%s belongs to no platform", (host) => {
  expect(platformOf(host)).toBeUndefined();
});

test("short links are opaque, with and without www.", () => {
  expect(["t.co", "www.bit.ly", "vm.tiktok.com", "tiktok.com"].map(isShortener)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
