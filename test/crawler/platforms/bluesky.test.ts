import { expect, test } from "vitest";
import { bluesky } from "../../../crawler/platforms/bluesky.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.bsky.app/profile/Acme.com/follows", "acme.com"],
  ["https://bsky.app/profile/acme.com/rss", "acme.com"],
  ["https://bsky.app/profile/%40acme.com", "acme.com"],
  ["https://bsky.app/profile/acme", "!grammar"],
  ["https://bsky.app/profile/acme.com.", "!grammar"],
  ["https://bsky.app/profile/acme.1com", "!grammar"],
  ["https://bsky.app/profile/-acme.com", "!grammar"],
  ["https://bsky.app/profile/did:plc:tooshort", "!grammar"],
  ["https://bsky.app/profile/acme.com/lists/1", "!post"],
  ["https://bsky.app/starter-pack/acme.com/1", "!reserved"],
  ["https://bsky.app/search?q=acme", "!reserved"],
  ["https://bsky.app/profile/", "!empty"],
  ["https://a.b.bsky.social/x", "!unknown_path"],
])("%s is read as %s", (url, expected) => {
  expect(read(bluesky, url)).toBe(expected);
});
