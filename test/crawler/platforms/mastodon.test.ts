import { expect, test } from "vitest";
import { mastodon } from "../../../crawler/platforms/mastodon.ts";
import { read } from "./read.ts";

test.each([
  ["https://mastodon.social/@Acme/media", "acme@mastodon.social"],
  ["https://mastodon.social/users/acme/followers", "acme@mastodon.social"],
  ["https://mastodon.social/users/acme.rss", "acme@mastodon.social"],
  ["https://fosstodon.org/@acme@mastodon.social", "acme@mastodon.social"],
  ["https://mastodon.social/web/@acme", "acme@mastodon.social"],
  ["https://mastodon.social/@acme/109302436954721982", "!post"],
  ["https://mastodon.social/users/acme/statuses/1", "!post"],
  ["https://mastodon.social/web/@acme/1", "!post"],
  ["https://mastodon.social/explore", "!reserved"],
  ["https://mastodon.social/about", "!reserved"],
  ["https://mastodon.social/acme", "!unknown_path"],
  ["https://mastodon.social/@acme@other@third", "!grammar"],
])("%s is read as %s", (url, expected) => {
  expect(read(mastodon, url)).toBe(expected);
});

test("an account on an unknown host needs a sign beside the link", () => {
  const url = "https://social.acme.example/@news";
  expect(read(mastodon, url)).toBe("!unknown_host");
  expect(read(mastodon, url, { label: "Blog" })).toBe("!unknown_host");
  expect(read(mastodon, url, { rel: "nofollow me noopener" })).toBe("news@social.acme.example");
  expect(read(mastodon, url, { label: "Follow us in the Fediverse" })).toBe("news@social.acme.example");
});

test("rel=me proves nothing on a host that is known to be another thing, nor for any other path", () => {
  expect(read(mastodon, "https://unsplash.com/@news", { rel: "me" })).toBe("!unknown_host");
  expect(read(mastodon, "https://jane.example/about", { rel: "me" })).toBe("!reserved");
  expect(read(mastodon, "https://jane.example/jane", { rel: "me" })).toBe("!unknown_path");
});

test("a name without @ on a known server is an account only where the link says so", () => {
  expect(read(mastodon, "https://mastodon.social/acme", { label: "Mastodon" })).toBe("acme@mastodon.social");
  expect(read(mastodon, "https://mastodon.social/acme")).toBe("!unknown_path");
});
