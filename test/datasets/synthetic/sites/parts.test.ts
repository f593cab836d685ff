import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import {
  agencyCredit,
  authorBox,
  embeddedPost,
  feedLink,
  leftovers,
  menu,
  menuList,
  partnerLogos,
  relMe,
  shareButtons,
  themeIcons,
} from "../../../../datasets/synthetic/sites/parts.ts";
import { authors, subjects, themeDefaults } from "../../../../datasets/synthetic/sites/strangers.ts";
import { plainSite, siteWithNews, someAccount } from "../small.ts";

const hrefsIn = (html: string) =>
  load(html)("a")
    .toArray()
    .map((link) => link.attribs["href"] ?? "");

test("the menu leads to every page", () => {
  expect(menu(plainSite).map(({ href }) => href)).toEqual(Object.values(plainSite.words.paths));
  expect(hrefsIn(menuList(plainSite))).toEqual(Object.values(plainSite.words.paths));
});

test("a site that closes a part to robots links it all the same", () => {
  const { site } = siteWithNews(({ mishap }) => mishap === "robots_path");
  expect(menu(site).map(({ href }) => href)).toContain("/investors/");
});

test("share buttons carry the page's own address and name no account", () => {
  const hrefs = hrefsIn(shareButtons("https://www.acme.test/news/1/?a=b&c=d", "Acme & more"));
  expect(hrefs).toHaveLength(5);
  for (const href of hrefs)
    expect(decodeURIComponent(href)).toContain("https://www.acme.test/news/1/?a=b&c=d");
  expect(hrefs.map((href) => new URL(href).pathname)).toEqual([
    "/sharer/sharer.php",
    "/intent/tweet",
    "/shareArticle",
    "/intent/compose",
    "",
  ]);
});

test("an author box leads to the person's profile", () => {
  const [author] = authors;
  expect(hrefsIn(authorBox(author, "By"))).toEqual([author.href]);
});

test("partners' logos lead to the partners' accounts; without partners there is no such section", () => {
  expect(hrefsIn(partnerLogos(plainSite.partners, "Partners"))).toEqual(["https://x.com/partner"]);
  expect(partnerLogos([], "Partners")).toBe("");
});

test("an agency signs with its site and its accounts; without an agency there is no line", () => {
  expect(hrefsIn(agencyCredit(plainSite.agency, "by"))).toEqual([
    "https://makers.test/",
    "https://x.com/makers",
  ]);
  expect(agencyCredit(null, "by")).toBe("");
});

test("an embedded post links the post, not the account", () => {
  const [subject] = subjects;
  expect(hrefsIn(embeddedPost(subject))).toEqual([
    "https://twitter.com/natmedboard/status/1839231145019302144",
  ]);
});

test("theme icons nobody replaced are in the page and not to be seen", () => {
  const html = themeIcons(themeDefaults);
  expect(hrefsIn(html)).toEqual(themeDefaults.map(({ href }) => href));
  expect(html).toContain("display:none");
});

test.each([
  ["/feed/", "application/rss+xml"],
  ["/news/rss.xml", "application/rss+xml"],
  ["/atom.xml", "application/atom+xml"],
  ["/feed.json", "application/feed+json"],
])("a feed at %s is announced as %s", (path, type) => {
  const url = `https://a.test${path}`;
  const feed = someAccount(({ platform }) => platform === "feed");
  const html = feedLink({ ...plainSite, feed: { ...feed, url } });
  expect(html).toContain(`type="${type}"`);
  expect(html).toContain(`href="${url}"`);
});

test("a site without a feed announces none", () => {
  expect(feedLink(plainSite)).toBe("");
});

test("only Mastodon links say that they are the site's own identity", () => {
  expect(plainSite.own.map((icon) => relMe(icon).includes("me "))).toEqual([false, false, false, true]);
});

test("leftovers name no account: one is commented out, two are bare platforms, one is text", () => {
  const html = leftovers(plainSite);
  expect(hrefsIn(html)).toEqual(["https://www.pinterest.com/", "https://twitter.com/"]);
  expect(html).toContain("<!-- <a href=");
  expect(load(html)("textarea").text()).toContain("/status/1839");
  expect(leftovers({ ...plainSite, hasLeftovers: false })).toBe("");
});
