import { expect, test } from "vitest";
import { feedWindow } from "../../../../crawler/platforms/observers/feed.ts";
import { readSeries } from "../../../../crawler/platforms/observers/feed-series.ts";
import { accountOn, daysAgo, fixture, now, period, type Told } from "./fixture.ts";

const address = "https://lab.example.com/feed";
const account = accountOn("feed", "lab.example.com/feed", address);
const wordPress = "<generator>https://wordpress.org/?v=6.6</generator>";
const item = (days: number) =>
  `<item><guid>https://lab.example.com/${days}</guid><pubDate>${new Date(daysAgo(days)).toUTCString()}</pubDate></item>`;
const rss = (days: readonly number[], head = wordPress) => ({
  body: `<rss><channel>${head}${days.map(item).join("")}</channel></rss>`,
});

/** Pages by number; what is not there is a 404. */
const site = (...pages: Told[]) =>
  fixture(({ searchParams }) => pages[Number(searchParams.get("paged") ?? 1) - 1]);

async function observe(...pages: Told[]) {
  const { effects, asked } = site(...pages);
  return { observation: await feedWindow.observe(account, period, effects), asked };
}

test("pages are turned back to the begin of the period, and no further", async () => {
  const { observation, asked } = await observe(rss([1, 60]), rss([120, 300]), rss([350, 400]), rss([500]));
  expect(observation).toMatchObject({ sided: "two", window: { from: period.from, complete: true, cap: 6 } });
  expect(observation.posts).toHaveLength(5);
  expect(asked).toHaveLength(3);
});

test("a feed that was seen to turn pages is whole when it comes to its end", async () => {
  const { observation } = await observe(rss([1, 60]), rss([120]));
  expect(observation).toMatchObject({
    status: "observed",
    window: { from: period.from, complete: true, cap: null },
  });
});

test("a page number that is not known proves nothing about what is behind the first page", async () => {
  const { observation, asked } = await observe(rss([1, 60]));
  expect(asked).toHaveLength(2);
  expect(observation.window).toMatchObject({ from: daysAgo(60), complete: false, cap: 2 });
});

test("a server that gives its first page again does not know of pages", async () => {
  const { observation, asked } = await observe(rss([1, 60]), rss([1, 60]), rss([1, 60]));
  expect(asked).toHaveLength(2);
  expect(observation.window).toMatchObject({ from: daysAgo(60), complete: false });
  expect(observation.posts).toHaveLength(2);
});

test("a page that fails leaves the window open", async () => {
  const { observation } = await observe(rss([1, 60]), rss([90]), { status: 503, body: "" });
  expect(observation.window).toMatchObject({ from: daysAgo(90), complete: false, cap: 3 });
});

test("a feed that says it is complete needs no other page", async () => {
  const { observation } = await observe(rss([1, 60], "<fh:complete/>"));
  expect(observation.window).toMatchObject({ from: period.from, complete: true, cap: null });
});

test("no feed is read without end", async () => {
  const { effects, asked } = fixture(({ searchParams }) => rss([Number(searchParams.get("paged") ?? 1)]));
  await readSeries(address, { period, now, fetch: (url) => effects.fetch({ url, kind: "feed" }) });
  expect(asked).toHaveLength(20);
});

test("readers' comments are not the company's posts", async () => {
  const { observation } = await observe(rss([1], "<title>Comments on: Lab</title>"));
  expect(observation).toMatchObject({ status: "error", reason: "comment_feed", sided: "none", posts: [] });
});

test("a news sitemap proves activity and never silence: it shows two days", async () => {
  const news = `<urlset><url><loc>https://lab.example.com/a</loc><news:publication_date>${daysAgo(1)}</news:publication_date></url></urlset>`;
  const { observation } = await observe({ body: news });
  expect(observation).toMatchObject({
    status: "partial",
    reason: "newest_pages_only",
    sided: "active_only",
    lastPostAt: daysAgo(1),
    window: { order: "other", complete: false },
  });
  const undated = await observe({ body: "<urlset><url><loc>https://lab.example.com/a</loc></url></urlset>" });
  expect(undated.observation).toMatchObject({ reason: "no_publication_dates", sided: "none" });
});
