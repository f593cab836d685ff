import { expect, test } from "vitest";
import { findClaims } from "../../crawler/claims.ts";
import { AccountClaim } from "../../datasets/schema.ts";
import { captureOf } from "./site.ts";

const claimsIn = (html: string, url?: string) => findClaims(captureOf(html, url));
const accountsIn = (html: string, url?: string) =>
  claimsIn(html, url).map(({ platform, account }) => `${platform}:${account}`);

test("a link to an account is a claim with its evidence", () => {
  const [claim] = claimsIn('<footer><a href="https://twitter.com/Acme?lang=en">Follow us</a></footer>');
  expect(claim).toMatchObject({
    claimId: "acme#01/001",
    companyId: "acme",
    platform: "x",
    account: "acme",
    url: "https://x.com/acme",
    captureId: "acme#01",
    evidence: { kind: "link", region: "footer", href: "https://twitter.com/Acme?lang=en", text: "Follow us" },
  });
  expect(AccountClaim.safeParse(claim).success).toBe(true);
});

test.each([
  ["a share link", '<a href="https://www.facebook.com/sharer/sharer.php?u=https://acme.example">Share</a>'],
  ["a single post", '<a href="https://x.com/acme/status/1234567890">post</a>'],
  ["a bare platform", '<a href="https://twitter.com/">X</a>'],
  ["a search", '<a href="https://www.youtube.com/results?search_query=acme">YouTube</a>'],
  ["a script of the platform", '<script>load("https://platform.twitter.com/widgets.js")</script>'],
  ["a commented link", '<!-- <a href="https://x.com/acme">X</a> -->'],
])("%s is no claim", (_, html) => {
  expect(accountsIn(html)).toEqual([]);
});

test("ids count declarations, so that they stay when one of them is no claim", () => {
  const ids = claimsIn('<a href="https://twitter.com/">X</a><a href="https://x.com/acme">X</a>').map(
    ({ claimId }) => claimId,
  );
  expect(ids).toEqual(["acme#01/002"]);
});

test("a company id may hold the mark that separates it from the ordinal", () => {
  const capture = { ...captureOf('<a href="https://x.com/acme">X</a>'), captureId: "a#b#01" };
  expect(findClaims(capture)[0]).toMatchObject({ companyId: "a#b", claimId: "a#b#01/001" });
});

test("a feed the page links is a claim of the platform feed", () => {
  const html = '<link rel="alternate" type="application/rss+xml" href="/news.rss">';
  expect(accountsIn(html)).toEqual(["feed:www.acme.example/news.rss"]);
});

test("a Mastodon account on any host is known by its context", () => {
  const account = "https://social.acme.example/@acme";
  expect(accountsIn(`<a rel="me" href="${account}">us</a>`)).toEqual(["mastodon:acme@social.acme.example"]);
  expect(accountsIn(`<a href="${account}" title="Mastodon"></a>`)).toEqual([
    "mastodon:acme@social.acme.example",
  ]);
});

test("other people's profiles are dropped, whatever icon leads to them", () => {
  const icons =
    '<a href="https://www.linkedin.com/in/jane-doe-42">LinkedIn</a> <a href="https://x.com/acme">X</a>';
  expect(accountsIn(`<footer>${icons}</footer>`)).toEqual(["x:acme"]);
});

test("the profile of the person whose site it is stays", () => {
  const html = '<a rel="me" href="https://www.linkedin.com/in/jane-doe-42">LinkedIn</a>';
  expect(accountsIn(html)).toEqual(["linkedin:in/jane-doe-42"]);
  const byName = '<a href="https://www.linkedin.com/in/jane-doe-42">LinkedIn</a>';
  expect(accountsIn(byName, "https://www.janedoe.example/")).toEqual(["linkedin:in/jane-doe-42"]);
});
