import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { directoryOf } from "../../../../datasets/synthetic/directory.ts";
import { postsOf } from "../../../../datasets/synthetic/posts.ts";
import { articleMain, articlesOf, mainOf } from "../../../../datasets/synthetic/sites/content.ts";
import { siteOf } from "../../../../datasets/synthetic/sites/site.ts";
import { leaders } from "../../../../datasets/synthetic/sites/strangers.ts";
import { pageRoles } from "../../../../datasets/synthetic/sites/words.ts";
import { directory, industry, plainSite, scenario, siteWithNews } from "../small.ts";

const newsroom = siteWithNews(
  ({ companyId, mishap }) =>
    mishap === "none" &&
    directory
      .accountsOf(companyId)
      .some(({ platform, process }) => platform === "feed" && process === "busy"),
);
const hrefsIn = (html: string) =>
  load(html)("a")
    .toArray()
    .map((link) => link.attribs["href"] ?? "");

test("articles are the newest posts of the feed, at their instants", () => {
  const { site, articles } = newsroom;
  expect(site.feed).not.toBeNull();
  const instants = site.feed ? postsOf(site.feed, scenario.seed).map(({ at }) => at) : [];
  expect(articles.map(({ at }) => at)).toEqual(instants.slice(0, scenario.feedLength));
  expect(instants.length).toBeGreaterThan(scenario.feedLength);
});

test("the pages of a feed go on where the one before ended, to the last article", () => {
  const { site } = newsroom;
  const all = site.feed ? postsOf(site.feed, scenario.seed).map(({ at }) => at) : [];
  const pages = Array.from({ length: Math.ceil(all.length / scenario.feedLength) + 1 }, (_, page) =>
    articlesOf(site, scenario.seed, page + 1),
  );
  expect(pages.flat().map(({ at }) => at)).toEqual(all);
  expect(new Set(pages.flat().map(({ path }) => path)).size).toBe(all.length);
  expect(pages.at(-1)).toEqual([]);
});

test("how much of its past a feed shows can differ by the kind of its site", () => {
  const { site } = newsroom;
  const { siteKind } = site.company;
  const long = directoryOf({ ...industry, scenario: { ...scenario, feedLengthOf: { [siteKind]: 25 } } });
  expect(articlesOf(siteOf(site.company, long), scenario.seed)).toHaveLength(25);
});

test("an article keeps its address when newer ones come", () => {
  const { site, articles } = newsroom;
  const [newest, second] = articles;
  expect(new Set(articles.map(({ path }) => path)).size).toBe(articles.length);
  const earlier = site.feed && { ...site.feed, endsAt: (newest?.at ?? 0) - 1_000 };
  const before = articlesOf({ ...site, feed: earlier }, scenario.seed);
  expect(before[0]?.path).toBe(second?.path);
});

test("a site without a feed has three articles, one with an empty feed none", () => {
  expect(articlesOf(plainSite, scenario.seed)).toHaveLength(3);
  const feed = newsroom.site.feed && { ...newsroom.site.feed, process: "empty" as const, ratePerDay: 0 };
  expect(articlesOf({ ...plainSite, feed }, scenario.seed)).toEqual([]);
});

test.each(pageRoles)("the %s page has a heading and text in the site's language", (role) => {
  const { site, articles } = newsroom;
  const page = load(mainOf(site, role, articles));
  expect(page("h1").text()).toBe(role === "home" ? site.name : site.words.labels[role]);
  expect(page("p").toArray().length).toBeGreaterThanOrEqual(4);
  expect(site.words.sentences.some((sentence) => page.text().includes(sentence))).toBe(true);
});

test("partners stand on the home page, leaders on the page about the company, neither elsewhere", () => {
  const hrefs = Object.fromEntries(pageRoles.map((role) => [role, hrefsIn(mainOf(plainSite, role, []))]));
  expect(pageRoles.filter((role) => hrefs[role]?.includes("https://x.com/partner"))).toEqual(["home"]);
  expect(pageRoles.filter((role) => hrefs[role]?.includes(leaders[0].href))).toEqual(["about"]);
});

test("the contact page gives an address of the company's domain", () => {
  const { site } = newsroom;
  expect(hrefsIn(mainOf(site, "contact", []))).toEqual([`mailto:info@${site.company.domain}`]);
});

test("news link articles, their authors and share buttons for each", () => {
  const { site, articles } = newsroom;
  const hrefs = hrefsIn(mainOf(site, "news", articles));
  for (const { path, author } of articles) {
    expect(hrefs).toContain(path);
    expect(hrefs).toContain(author.href);
    expect(hrefs.some((href) => href.includes(encodeURIComponent(site.origin + path)))).toBe(true);
  }
});

test("an article links its subject and its author, and embeds somebody's post where the site does so", () => {
  const [article] = newsroom.articles;
  if (!article) throw new Error("no article");
  const hrefs = hrefsIn(articleMain(plainSite, article));
  expect(hrefs).toContain(article.subject.href);
  expect(hrefs).toContain(article.author.href);
  expect(hrefs.some((href) => href.includes("/status/"))).toBe(true);
  expect(
    hrefsIn(articleMain({ ...plainSite, hasEmbeds: false }, article)).some((href) =>
      href.includes("/status/"),
    ),
  ).toBe(false);
});
