import { expect, test } from "vitest";
import { readPostLink } from "../../../crawler/platforms/post-links.ts";

test.each([
  [
    "https://twitter.com/IQVIA_global/status/1839231145019302144?s=20",
    "x",
    "iqvia_global",
    "1839231145019302144",
  ],
  ["https://mobile.x.com/lab/statuses/123/photo/1", "x", "lab", "123"],
  [
    "https://www.linkedin.com/posts/evotec-ag_trials-open-activity-7123456789012345678-AbCd/",
    "linkedin",
    "company/evotec-ag",
    "7123456789012345678",
  ],
  [
    "https://de.linkedin.com/posts/lab_ugcPost-7123456789012345678-x",
    "linkedin",
    "company/lab",
    "7123456789012345678",
  ],
  ["https://fosstodon.org/@Lab/109302436954721982", "mastodon", "lab@fosstodon.org", "109302436954721982"],
  [
    "https://social.lab.example/users/lab/statuses/109302436954721982",
    "mastodon",
    "lab@social.lab.example",
    "109302436954721982",
  ],
  [
    "https://www.tiktok.com/@lab.official/video/6718335390845095173",
    "tiktok",
    "lab.official",
    "6718335390845095173",
  ],
  [
    "https://bsky.app/profile/Lab.example.com/post/3k7qmjev5lr2s",
    "bluesky",
    "lab.example.com",
    "3k7qmjev5lr2s",
  ],
  ["https://www.facebook.com/Lab/posts/a-slug/1234567890", "facebook", "lab", "1234567890"],
  ["https://www.instagram.com/lab/p/CxYz12-_A/", "instagram", "lab", "CxYz12-_A"],
  ["https://www.threads.com/@lab/post/CxYz12-_A", "threads", "lab", "CxYz12-_A"],
])("%s is a post of a %s account", (url, platform, account, postId) => {
  expect(readPostLink(url)).toMatchObject({ platform, postId });
  expect(readPostLink(url)?.accounts).toContain(account);
});

test.each([
  "https://x.com/lab",
  "https://x.com/i/web/status/1839231145019302144x",
  "https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345678/",
  "https://www.instagram.com/p/CxYz12-_A/",
  "https://bsky.app/profile/lab.example.com/feed/aaa",
  "https://www.youtube.com/watch?v=abc",
  "https://www.lab.example/@lab/news",
  "not a url",
])("%s names no post of anybody", (url) => {
  expect(readPostLink(url)).toBeNull();
});

test("a handle that is a DID keeps its case", () => {
  const url = "https://bsky.app/profile/did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/post/3k7qmjev5lr2s";
  expect(readPostLink(url)?.accounts).toEqual(["did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"]);
});
