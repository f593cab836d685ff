import { expect, test } from "vitest";
import { readFeed } from "../../../../crawler/platforms/observers/feed-entries.ts";

const entry = { id: "urn:1", published: ["2026-11-01"], updated: [] };

test.each([
  [
    "RSS 2.0",
    "<rss version='2.0'><channel><item><guid>urn:1</guid><pubDate>2026-11-01</pubDate></item></channel></rss>",
  ],
  [
    "Atom",
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>urn:1</id><published>2026-11-01</published></entry></feed>",
  ],
  [
    "RSS 1.0",
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="urn:1"><link>https://a.example</link>
      <dc:date>2026-11-01</dc:date></item></rdf:RDF>`,
  ],
  [
    "JSON Feed",
    '{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"urn:1","date_published":"2026-11-01"}]}',
  ],
])("%s is read with ids and dates", (_, body) => {
  expect(readFeed(body)).toMatchObject({ entries: [entry], isBroken: false });
});

test("the date of publication comes before other dates, and changes are kept apart", () => {
  const body = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
    <channel><item><link>https://a.example/1</link><dc:date>2026-11-02</dc:date><pubDate>2026-11-01</pubDate>
    <atom:updated>2026-11-09</atom:updated></item></channel></rss>`;
  expect(readFeed(body)?.entries).toEqual([
    { id: "https://a.example/1", published: ["2026-11-01", "2026-11-02"], updated: ["2026-11-09"] },
  ]);
});

test.each([
  [
    "cut off within an entry",
    "<rss><channel><item><guid>urn:1</guid><pubDate>2026-11-01</pubDate></item><item><pubDate>2026-1",
  ],
  [
    "cut off within an Atom entry",
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><published>2026-11-01</published></entry><entry`,
  ],
  [
    "with what its own program had to say before it",
    "<br />Warning: no date in <b>feed.php</b><rss><channel><item><guid>urn:1</guid><pubDate>2026-11-01</pubDate></item>",
  ],
])("a feed %s still gives its whole entries", (_, body) => {
  expect(readFeed(body)).toMatchObject({ entries: [entry], isBroken: true });
});

test.each([
  ["a page", "<!doctype html><html><body>feed</body></html>"],
  ["nothing", ""],
  [
    "a site map",
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><lastmod>2026-11-01</lastmod></url></urlset>",
  ],
  ["other JSON", '{"items":3}'],
])("%s is no feed", (_, body) => {
  expect(readFeed(body)).toBeNull();
});

test.each([
  [
    "RSS",
    "<rss version='2.0'><channel><link>https://acme.com/</link><item><guid>1</guid></item></channel></rss>",
  ],
  [
    "Atom",
    `<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='https://feeds.example/1'/><link href='https://acme.com/'/>
      <entry><id>urn:1</id></entry></feed>`,
  ],
  [
    "JSON Feed",
    '{"version":"https://jsonfeed.org/version/1.1","title":"t","home_page_url":"https://acme.com/","items":[{"id":"1"}]}',
  ],
])("%s says whose feed it is", (_, body) => {
  expect(readFeed(body)?.siteUrl).toBe("https://acme.com/");
});
