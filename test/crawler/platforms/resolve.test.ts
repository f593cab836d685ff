import fc from "fast-check";
import { expect, test } from "vitest";
import { explain, resolve } from "../../../crawler/platforms/resolve.ts";

const base = "https://www.acme.example/about/";
const wrap = (url: string) => `https://www.google.com/url?q=${encodeURIComponent(url)}`;

test("a link gives platform, account and canonical URL", () => {
  expect(resolve("//www.twitter.com/@Acme?lang=de#top", base)).toEqual({
    platform: "x",
    account: "acme",
    url: "https://x.com/acme",
  });
});

test("a person's profile says so", () => {
  expect(resolve("https://www.linkedin.com/in/jane-doe", base)).toEqual({
    platform: "linkedin",
    account: "in/jane-doe",
    url: "https://www.linkedin.com/in/jane-doe",
    person: true,
  });
});

test.each([
  ["mailto:press@acme.example", "no_url", null],
  ["/contact", "unknown_host", null],
  ["https://t.co/abc", "needs_resolve", null],
  ["https://x.com:8080/acme", "port", null],
  ["https://x.com/", "empty", "x"],
  ["https://x.com/explore", "reserved", "x"],
  ["https://x.com/acme/status/1", "post", "x"],
  ["https://x.com/intent/tweet?url=a", "share", "x"],
  ["https://x.com/a.b", "grammar", "x"],
  ["https://blog.linkedin.com/x", "service_host", "linkedin"],
  ["https://wa.me/49301234", "contact", "whatsapp"],
  ["https://social.example/@acme", "unknown_host", null],
])("%s names no account: %s", (href, reason, platform) => {
  expect(explain(href, base)).toMatchObject({ found: null, reason, platform });
});

test("the steps show what was unwrapped", () => {
  const href = wrap("https://l.facebook.com/l.php?u=x.com%2Facme");
  const { found, steps } = explain(href, base);
  expect(found?.account).toBe("acme");
  expect(steps).toEqual([href, "https://l.facebook.com/l.php?u=x.com%2Facme", "https://x.com/acme"]);
});

test("three wrappers are opened, four are not", () => {
  const three = wrap(wrap(wrap("https://x.com/acme")));
  expect(resolve(three, base)?.account).toBe("acme");
  expect(explain(wrap(three), base)).toMatchObject({ found: null, reason: "too_deep" });
});

test("what stands around a link can make it a feed or a Mastodon account", () => {
  expect(resolve("/news/feed", base, { rel: "alternate" })).toEqual({
    platform: "feed",
    account: "www.acme.example/news/feed",
    url: "https://www.acme.example/news/feed",
  });
  expect(resolve("https://social.example/@acme", base, { rel: "me" })?.account).toBe("acme@social.example");
  expect(resolve("https://social.example:8443/@acme", base, { rel: "me" })).toBeNull();
  expect(explain("https://jane.example/", base, { rel: "me" })).toMatchObject({
    platform: null,
    reason: "unknown_host",
  });
});

test("a platform's own feed is the account, and no feed", () => {
  const found = resolve("https://acme.tumblr.com/rss", base, { rel: "alternate" });
  expect(found).toMatchObject({ platform: "tumblr", account: "acme" });
  expect(resolve("https://www.reddit.com/search.rss?q=acme", base, { rel: "alternate" })).toBeNull();
});

const scraps = [
  "https://",
  "//",
  "x.com",
  "/",
  "?",
  "#!",
  "%",
  "%E9",
  "@",
  ":",
  "\\",
  "facebook.com",
  "url=",
  "\u200b",
  ".",
];

test("arbitrary text never makes it throw", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 3 })))
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, text, text, (href, page, label) => {
      const { found, reason } = explain(href, page, { rel: label, label });
      expect(found === null).toBe(reason !== null);
    }),
    { numRuns: 2_000, seed: 1 },
  );
});
