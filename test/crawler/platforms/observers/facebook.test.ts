import { expect, test } from "vitest";
import { facebookPages } from "../../../../crawler/platforms/observers/facebook.ts";
import { accountOn, daysAgo, period, withToken } from "./fixture.ts";

const on = (name: string) => accountOn("facebook", name, `https://www.facebook.com/${name}`);
const post = (days: number) => ({
  id: `9_${days}`,
  created_time: daysAgo(days).replace(".000Z", "+0000"),
  message: "Come and visit us",
});

const facebook = (days: readonly number[]) =>
  withToken("meta", (url) => {
    if (!url.pathname.endsWith("/published_posts"))
      return { body: { id: "9", followers_count: 5, name: "Acme" } };
    const isFirst = !url.searchParams.has("after");
    const cursors = { after: "c" };
    const next = { next: "https://graph.facebook.com/?access_token=somebody-s" };
    return isFirst
      ? { body: { data: days.slice(0, 1).map(post), paging: { cursors, ...(days.length > 1 ? next : {}) } } }
      : { body: { data: days.slice(1).map(post), paging: { cursors } } };
  });

test("a page's posts are read, and prove activity; who shows Reels only looks silent, so silence is not proven", async () => {
  const { effects, asked } = facebook([4, 50]);
  const seen = await facebookPages.observe(on("acme"), period, effects);
  expect(seen).toMatchObject({
    status: "observed",
    sided: "active_only",
    platformId: "9",
    lastPostAt: daysAgo(4),
    window: { complete: true, filters: ["reels"] },
  });
  expect(seen.posts).toHaveLength(2);
  expect(JSON.stringify(seen)).not.toMatch(/visit|Acme/);
  expect(asked[2]).toContain("after=c");
  expect(asked.join()).not.toContain("access_token");
});

test("a page known by name and number is asked for by its number", async () => {
  const { effects, asked } = facebook([]);
  await facebookPages.observe(on("acme-123456789"), period, effects);
  expect(asked[0]).toContain("/v25.0/123456789?");
});

test("without the feature that Meta grants after a review, the first page tells it for all", async () => {
  const { effects, asked } = withToken("meta", () => ({ status: 403, body: { error: { code: 10 } } }));
  const seen = await facebookPages.together?.observe(["a", "b", "c"].map(on), period, effects);
  expect(seen?.map(({ status, reason }) => `${status} ${reason}`)).toEqual(
    Array(3).fill("token_required permission_missing"),
  );
  expect(asked).toHaveLength(1);
});
