import { expect, test } from "vitest";
import { readSitemap } from "../../../../crawler/platforms/observers/sitemap-entries.ts";
import { growth, linear } from "../../../cost.ts";

const sitemap = (...urls: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls
    .map((url) => `<url>${url}</url>`)
    .join("\n")}</urlset>`;

test("a news sitemap dates its pages, whatever its prefix is", () => {
  const body = sitemap(
    "<loc>https://lab.example.com/a?x=1&amp;y=2</loc><news:news><news:publication_date>2026-11-20</news:publication_date><news:title>SECRET</news:title></news:news>",
    "<loc><![CDATA[https://lab.example.com/b]]></loc><n:publication_date>2026-11-21T10:00Z</n:publication_date>",
  );
  expect(readSitemap(body)).toEqual({
    isBroken: false,
    siteUrl: null,
    entries: [
      { id: "https://lab.example.com/a?x=1&y=2", published: ["2026-11-20"], updated: [] },
      { id: "https://lab.example.com/b", published: ["2026-11-21T10:00Z"], updated: [] },
    ],
  });
});

test("the address of an article may hold its day or its month; the last change of a page is no publication", () => {
  const body = sitemap(
    "<loc>https://lab.example.com/2026/11/22/trial-opens/</loc>",
    "<loc>https://lab.example.com/news/2026/10/</loc>",
    "<loc>https://lab.example.com/report-2026-results</loc><lastmod>2026-11-22</lastmod>",
    "<loc>https://lab.example.com/trials/2026/1234/</loc>",
  );
  const dates = readSitemap(body)?.entries.map(({ published }) => published);
  expect(dates).toEqual([["2026-11-22"], ["2026-10"], [], []]);
});

test("feeds, pages and indexes of sitemaps are no lists of pages", () => {
  for (const body of [
    "<rss></rss>",
    "<html><body>urlset</body></html>",
    "<sitemapindex><sitemap/></sitemapindex>",
    "",
  ])
    expect(readSitemap(body)).toBeNull();
});

test("a sitemap that breaks off gives the pages that are whole", () => {
  const whole = sitemap(
    "<loc>https://lab.example.com/2026/01/02/a</loc>",
    "<loc>https://lab.example.com/b</loc>",
  );
  expect(readSitemap(whole.slice(0, -30))).toMatchObject({ isBroken: true, entries: [{}] });
});

test("a hostile sitemap is read in linear time", () => {
  const sitemap = (count: number) => `<urlset>${"<url><loc>".repeat(count)}`;
  expect(growth(sitemap, (text) => void readSitemap(text), 200_000)).toBeLessThan(linear);
});
