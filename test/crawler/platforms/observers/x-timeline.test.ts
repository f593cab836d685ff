import { expect, test } from "vitest";
import { xTimeline } from "../../../../crawler/platforms/observers/x-timeline.ts";
import { accountOn, daysAgo, period, withToken } from "./fixture.ts";

const acme = { ...accountOn("x", "acme", "https://x.com/acme"), platformId: "7" };
const post = (days: number) => ({ id: `${1000 - days}`, author_id: "7", created_at: daysAgo(days) });

/** A timeline of posts so many days ago, two a page. */
const timeline = (days: readonly number[], size = 2) =>
  withToken("x", (url) => {
    const begin = Number(url.searchParams.get("pagination_token") ?? 0);
    const meta = begin + size < days.length ? { next_token: String(begin + size) } : {};
    return { body: { data: days.slice(begin, begin + size).map(post), meta } };
  });

test("posts are read page by page since the period's begin, and each one returned is billed", async () => {
  const { effects, asked, events } = timeline([1, 20, 300]);
  const seen = await xTimeline.observe(acme, period, effects);
  expect(seen).toMatchObject({
    status: "observed",
    sided: "two",
    platformId: "7",
    lastPostAt: daysAgo(1),
    window: { from: period.from, complete: true },
  });
  expect(seen.posts).toHaveLength(3);
  expect(asked[0]).toContain(
    "/2/users/7/tweets?max_results=100&start_time=2025-11-22T12%3A00%3A00Z&tweet.fields=",
  );
  expect(events).toMatchObject([
    { spending: { unit: "post read", units: 2 } },
    { spending: { unit: "post read", units: 1 } },
  ]);
});

test("after two pages it stops: what is seen is the newest part", async () => {
  const { effects, asked } = timeline([1, 2, 3, 4, 5, 6]);
  const seen = await xTimeline.observe(acme, period, effects);
  expect(asked).toHaveLength(2);
  expect(seen).toMatchObject({
    status: "observed",
    window: { from: daysAgo(4), cap: 200, complete: false },
  });
});

test("no post in the period is silence, as far as the period goes", async () => {
  const seen = await xTimeline.observe(acme, period, timeline([]).effects);
  expect(seen).toMatchObject({
    status: "observed",
    lastPostAt: null,
    window: { from: period.from, complete: true },
  });
});

test("where the old name of the parameter is refused, the new one is sent", async () => {
  const { effects, asked } = withToken("x", (url) =>
    url.searchParams.has("tweet.fields")
      ? { status: 400, body: { type: "https://api.x.com/2/problems/invalid-request" } }
      : { body: { data: [post(3)], meta: {} } },
  );
  expect(await xTimeline.observe(acme, period, effects)).toMatchObject({ status: "observed" });
  expect(asked[1]).toContain("post.fields=");
});

test("a protected timeline, a page that fails and an account without a number are told apart", async () => {
  const refused = withToken("x", () => ({
    status: 403,
    body: { type: "https://api.x.com/2/problems/not-authorized-for-resource" },
  }));
  expect(await xTimeline.observe(acme, period, refused.effects)).toMatchObject({ status: "protected" });
  const broken = withToken("x", (url) =>
    url.searchParams.has("pagination_token")
      ? { status: 503, body: "" }
      : { body: { data: [post(3)], meta: { next_token: "x" } } },
  );
  expect(await xTimeline.observe(acme, period, broken.effects)).toMatchObject({
    status: "partial",
    reason: "http_503",
    window: { complete: false },
  });
  const nameless = { ...acme, platformId: null };
  expect(await xTimeline.observe(nameless, period, timeline([1]).effects)).toMatchObject({
    reason: "no_user_id",
  });
  const numbered = { ...nameless, account: "id/55" };
  const { effects, asked } = timeline([1]);
  await xTimeline.observe(numbered, period, effects);
  expect(asked[0]).toContain("/2/users/55/tweets");
});

test("the bill has a hard upper end", () => {
  expect(xTimeline.bill?.([acme, acme], 365)).toEqual({
    requests: [2, 4],
    units: [0, 400],
    unit: "post read",
  });
});
