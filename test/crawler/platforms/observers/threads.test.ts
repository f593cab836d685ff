import { expect, test } from "vitest";
import { threadsDiscovery } from "../../../../crawler/platforms/observers/threads.ts";
import { accountOn, daysAgo, period, withToken } from "./fixture.ts";

const acme = accountOn("threads", "acme", "https://www.threads.com/@acme");
const posts = [
  {
    id: "1",
    timestamp: daysAgo(1).replace(".000Z", "+0000"),
    media_type: "TEXT_POST",
    text: "Good morning all",
  },
  { id: "2", timestamp: daysAgo(2).replace(".000Z", "+0000"), media_type: "REPOST_FACADE" },
  { id: "3", timestamp: daysAgo(3).replace(".000Z", "+0000"), media_type: "IMAGE", is_quote_post: true },
];

test("a public profile's posts are read with their kinds and without their texts", async () => {
  const { effects, asked } = withToken("meta", (url) =>
    url.pathname.endsWith("/profile_lookup")
      ? { body: { username: "acme", follower_count: 400 } }
      : { body: { data: posts } },
  );
  const seen = await threadsDiscovery.observe(acme, period, effects);
  expect(seen).toMatchObject({
    status: "observed",
    counters: { followers: 400 },
    lastPostAt: daysAgo(1),
    window: { complete: true, filters: ["replies"] },
  });
  expect(seen.posts.map(({ kind }) => kind)).toEqual(["original", "repost", "quote"]);
  expect(JSON.stringify(seen)).not.toContain("morning");
  expect(asked[0]).toBe("https://graph.threads.com/v1.0/profile_lookup?username=acme");
});

test("a profile that Meta does not show stays unknown", async () => {
  const { effects } = withToken("meta", () => ({ status: 400, body: { error: { code: 24 } } }));
  expect(await threadsDiscovery.observe(acme, period, effects)).toMatchObject({
    status: "presence_only",
    sided: "none",
  });
});

test("a page of posts that fails breaks the series", async () => {
  const { effects } = withToken("meta", (url) => {
    if (url.pathname.endsWith("/profile_lookup")) return { body: {} };
    return url.searchParams.has("after")
      ? { status: 500, body: "" }
      : { body: { data: posts, paging: { cursors: { after: "c" } } } };
  });
  expect(await threadsDiscovery.observe(acme, period, effects)).toMatchObject({
    status: "partial",
    reason: "http_500",
    window: { complete: false },
  });
});
