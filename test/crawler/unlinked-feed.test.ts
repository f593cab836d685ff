import { expect, test } from "vitest";
import { findUnlinkedFeed, hasNewsroom } from "../../crawler/unlinked-feed.ts";
import { type Declaration, PageCapture } from "../../datasets/schema.ts";
import { fixture, now, type Told } from "./platforms/observers/fixture.ts";

const capture = (declares: Declaration[] = [], outcome = "visited") =>
  PageCapture.parse({
    ...{ captureId: "c#01", requestedUrl: "https://lab.example/", url: "https://www.lab.example/en/" },
    ...{ capturedAt: now, via: "http", outcome, reason: null, status: 200, bytes: 1, sha256: null },
    ...{ charset: null, title: null, names: [], declares },
    ...{ etag: null, lastModified: null, unchangedSince: null },
  });
const feedLink: Declaration = {
  ...{ kind: "feed", region: "unknown", locator: "link", href: "https://lab.example/feed", text: null },
  ...{ context: [], list: null, leadsTo: null },
};
const rss = { body: "<?xml version='1.0'?><rss version='2.0'><channel><title>News</title></channel></rss>" };

async function find(
  answers: Record<string, Told>,
  {
    captures = [capture()],
    links = ["https://www.lab.example/news/"],
    sitemaps = [] as string[],
    pagesLeft = 3,
  } = {},
) {
  const { effects, asked } = fixture(({ host, pathname }) => answers[host + pathname]);
  const asLinks = links.map((href) => ({ href }));
  const looked = {
    captures,
    hasNewsroom: hasNewsroom(asLinks),
    captureId: "c#02",
    budget: { leftMs: 1_000 },
    pagesLeft,
  };
  const found = await findUnlinkedFeed(looked, { ...effects, sitemaps: async () => sitemaps });
  return { found, asked };
}

test("a feed at a usual path of a site with a newsroom is a page that declares itself", async () => {
  const { found, asked } = await find({ "www.lab.example/rss.xml": rss });
  expect(asked).toEqual(["https://www.lab.example/feed/", "https://www.lab.example/rss.xml"]);
  expect(PageCapture.parse(found)).toMatchObject({
    captureId: "c#02",
    outcome: "visited",
    sha256: expect.stringMatching(/^[\da-f]{64}$/),
    declares: [{ kind: "feed", href: "https://www.lab.example/rss.xml", context: ["unlinked"] }],
  });
});

test("a news sitemap that robots.txt names is asked for first, one of another site never", async () => {
  const news = {
    body: "<urlset><url><news:publication_date>2026-11-20</news:publication_date></url></urlset>",
  };
  const sitemaps = [
    "https://lab.example/sitemap.xml",
    "https://lab.example/news-sitemap.xml",
    "https://o.test/news.xml",
  ];
  const { found, asked } = await find({ "lab.example/news-sitemap.xml": news }, { sitemaps });
  expect(asked).toEqual(["https://lab.example/news-sitemap.xml"]);
  expect(found?.declares).toMatchObject([{ href: "https://lab.example/news-sitemap.xml" }]);
});

test("guesses count as pages: where none may be asked for any more, there is none", async () => {
  const answers = { "www.lab.example/rss.xml": rss };
  expect((await find(answers, { pagesLeft: 1 })).asked).toHaveLength(1);
  expect((await find(answers, { pagesLeft: 0 })).asked).toEqual([]);
});

test("a site that links a feed, has no newsroom, or was not read is not asked", async () => {
  const answers = { "www.lab.example/feed/": rss };
  expect((await find(answers, { captures: [capture(), capture([feedLink])] })).asked).toEqual([]);
  expect((await find(answers, { links: ["https://www.lab.example/about"] })).asked).toEqual([]);
  expect((await find(answers, { captures: [capture([], "partial")] })).asked).toEqual([]);
});

test.each<[string, Told]>([
  ["a page", { body: "<!doctype html><html><body>News</body></html>" }],
  ["readers' comments", { body: "<rss><channel><title>Comments on: Lab</title></channel></rss>" }],
  ["a refusal", { status: 403, outcome: "blocked", body: "<rss>" }],
  ["a robots denial", { status: null, outcome: "robots_disallowed" }],
  [
    "a sitemap without publication dates",
    { body: "<urlset><url><lastmod>2026-11-20</lastmod></url></urlset>" },
  ],
])("%s is no feed, and two guesses are enough", async (_, told) => {
  const { found, asked } = await find({ "www.lab.example/feed/": told, "www.lab.example/rss.xml": told });
  expect(found).toBeNull();
  expect(asked).toHaveLength(2);
});
