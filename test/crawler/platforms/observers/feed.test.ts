import { expect, test } from "vitest";
import { feedWindow } from "../../../../crawler/platforms/observers/feed.ts";
import { Observation } from "../../../../datasets/schema.ts";
import { accountOn, daysAgo, fixture, now, period, type Told } from "./fixture.ts";

const account = accountOn("feed", "lab.example.com/feed", "https://lab.example.com/feed");

const item = (days: number) =>
  `<item><title>SECRET</title><guid>https://lab.example.com/${days}</guid>
   <pubDate>${new Date(daysAgo(days)).toUTCString()}</pubDate></item>`;
const rss = (...items: string[]) =>
  `<rss version="2.0"><channel><title>SECRET</title>${items.join("")}</channel></rss>`;
const atom = (dates: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id>${dates}<title>SECRET</title></entry></feed>`;

async function observe(told: Told) {
  const { effects, asked } = fixture(() => told);
  const observation = await feedWindow.observe(account, period, effects);
  expect(() => Observation.parse(observation)).not.toThrow();
  expect(JSON.stringify(observation)).not.toContain("SECRET");
  expect(asked).toEqual(["https://lab.example.com/feed"]);
  return observation;
}

test("a feed whose entries are all inside the period is truncated, never the whole history", async () => {
  expect(await observe({ body: rss(item(2), item(30), item(90)) })).toMatchObject({
    observationId: "feed:lab.example.com/feed/feed/1",
    status: "observed",
    reason: null,
    sided: "two",
    lastPostAt: daysAgo(2),
    window: { from: daysAgo(90), to: now, order: "newest_first", cap: 3, complete: false },
    posts: [{}, {}, {}],
  });
});

test("a feed that reaches back before the period is complete for it", async () => {
  expect(await observe({ body: rss(item(2), item(30), item(400)) })).toMatchObject({
    window: { from: period.from, cap: 3, complete: true },
    posts: [{}, {}],
  });
});

test("an old entry put on top does not pass for the end of the feed", async () => {
  const observation = await observe({ body: rss(item(900), item(2), item(30), item(90)) });
  expect(observation).toMatchObject({ sided: "two", window: { from: daysAgo(90), complete: false, cap: 4 } });
  expect(observation.posts).toHaveLength(3);
});

test("a feed in no order of time proves activity but no silence", async () => {
  const observation = await observe({ body: rss(...[400, 20, 300, 10, 200, 350, 30].map(item)) });
  expect(observation).toMatchObject({
    sided: "active_only",
    lastPostAt: daysAgo(10),
    window: { order: "other", complete: false },
  });
});

test("a feed without entries says nothing about its company", async () => {
  expect(await observe({ body: rss() })).toMatchObject({
    status: "partial",
    reason: "empty_feed",
    sided: "none",
  });
});

test("entries that tell only their last change are posts with a warning", async () => {
  expect(await observe({ body: atom(`<updated>${daysAgo(3)}</updated>`) })).toMatchObject({
    status: "partial",
    reason: "updated_only",
    lastPostAt: daysAgo(3),
  });
  const both = atom(`<published>${daysAgo(300)}</published><updated>${daysAgo(3)}</updated>`);
  expect(await observe({ body: both })).toMatchObject({ status: "observed", lastPostAt: daysAgo(300) });
});

test("an entry without a date leaves the window open", async () => {
  const body = rss(item(2), "<item><title>SECRET</title></item>", item(400));
  expect(await observe({ body })).toMatchObject({
    status: "partial",
    reason: "undated_posts",
    window: { complete: false },
  });
});

test("an entry announced for the future is no post", async () => {
  const observation = await observe({ body: rss(item(-30), item(5)) });
  expect(observation).toMatchObject({ lastPostAt: daysAgo(5), window: { cap: 2 } });
});

test("a truncated feed gives the entries that are whole", async () => {
  const body = rss(item(2), item(30), item(90)).slice(0, -60);
  expect(await observe({ body })).toMatchObject({
    status: "partial",
    reason: "truncated_body",
    lastPostAt: daysAgo(2),
    window: { from: daysAgo(30), complete: false },
  });
});

test.each<[string, Told, string, string]>([
  ["a missing feed", { status: 404, body: "" }, "gone", "not_found"],
  ["a feed given up", { status: 410, body: "" }, "gone", "gone"],
  ["a page instead of a feed", { body: "<!doctype html><html></html>" }, "error", "not_a_feed"],
  ["an empty answer", { body: "" }, "error", "not_a_feed"],
  [
    "half a JSON feed",
    { body: '{"version":"https://jsonfeed.org/version/1.1","items":[{' },
    "error",
    "malformed",
  ],
  ["the beginning of a feed", { body: "<rss version='2.0'><channel><item><tit" }, "error", "malformed"],
  ["a robots denial", { status: null, outcome: "robots_disallowed" }, "blocked", "robots_disallowed"],
  ["a firewall", { status: 403, outcome: "blocked", body: "<html>" }, "blocked", "http_403"],
])("%s is no silence", async (_, told, status, reason) => {
  expect(await observe(told)).toMatchObject({ status, reason, sided: "none", lastPostAt: null });
});

test("a server that does not speak https is asked over http", async () => {
  const { effects, asked } = fixture(({ protocol }) =>
    protocol === "https:" ? { status: null, outcome: "connect_error" } : { body: rss(item(2)) },
  );
  expect(await feedWindow.observe(account, period, effects)).toMatchObject({ status: "observed" });
  expect(asked).toEqual(["https://lab.example.com/feed", "http://lab.example.com/feed"]);
});

test("a feed names its own site; one that does not say stands for the host it lies on", async () => {
  const channel = `<rss version="2.0"><channel><link>https://www.acme.org/news</link>${item(2)}</channel></rss>`;
  expect(await observe({ body: channel })).toMatchObject({ linksTo: ["acme.org"] });
  expect(await observe({ body: rss(item(2)) })).toMatchObject({ linksTo: ["example.com"] });
});
