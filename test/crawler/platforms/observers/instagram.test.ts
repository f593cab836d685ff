import { expect, test } from "vitest";
import { businessDiscovery } from "../../../../crawler/platforms/observers/instagram.ts";
import { accountOn, daysAgo, period, withToken } from "./fixture.ts";

const on = (name: string) => accountOn("instagram", name, `https://www.instagram.com/${name}`);
const owned = { data: [{ id: "1" }, { instagram_business_account: { id: "178" } }] };
const medium = (days: number) => ({
  id: `m${days}`,
  timestamp: daysAgo(days).replace(".000Z", "+0000"),
  media_type: "IMAGE",
  caption: "Our people at the fair",
});

/** An account with media so many days ago, two a page. */
const instagram = (days: readonly number[]) =>
  withToken("meta", (url) => {
    if (url.pathname.endsWith("/me/accounts")) return { body: owned };
    const begin = Number(/after\((\d+)\)/.exec(url.searchParams.get("fields") ?? "")?.[1] ?? 0);
    const after = begin + 2 < days.length ? { after: String(begin + 2) } : {};
    const media = { data: days.slice(begin, begin + 2).map(medium), paging: { cursors: after } };
    return { body: { business_discovery: { id: "55", followers_count: 9, media_count: 70, media } } };
  });

test("a business account's counters and the instants of its media are read, page by page", async () => {
  const { effects, asked } = instagram([3, 40, 90]);
  const seen = await businessDiscovery.observe(on("acme"), period, effects);
  expect(seen).toMatchObject({
    status: "observed",
    sided: "two",
    platformId: "55",
    counters: { posts: 70, followers: 9 },
    lastPostAt: daysAgo(3),
    window: { from: period.from, complete: true, filters: ["stories", "live"] },
  });
  expect(seen.posts).toHaveLength(3);
  expect(JSON.stringify(seen)).not.toContain("fair");
  expect(asked.join()).not.toContain("planted");
  expect(asked[1]).toContain(
    "https://graph.facebook.com/v25.0/178?fields=business_discovery.username%28acme%29",
  );
});

test("no media of an account that counts some proves no silence", async () => {
  const { effects } = instagram([]);
  expect(await businessDiscovery.observe(on("acme"), period, effects)).toMatchObject({
    status: "partial",
    reason: "no_visible_post",
    sided: "none",
  });
});

test("whose token it is is asked once for many accounts", async () => {
  const { effects, asked } = instagram([3]);
  await businessDiscovery.together?.observe([on("a"), on("b"), on("c")], period, effects);
  expect(asked.filter((url) => url.includes("me/accounts"))).toHaveLength(1);
  expect(businessDiscovery.bill?.([on("a"), on("b"), on("c")], 365)).toMatchObject({ requests: [4, 31] });
});

test("a token whose owner has no professional account reads nothing", async () => {
  const { effects, asked } = withToken("meta", () => ({ body: { data: [{ id: "1" }] } }));
  const seen = await businessDiscovery.together?.observe([on("a"), on("b")], period, effects);
  expect(seen?.map(({ reason }) => reason)).toEqual(["no_business_account", "no_business_account"]);
  expect(asked).toHaveLength(1);
});

test("a name that belongs to another account now is moved", async () => {
  const { effects } = instagram([3]);
  expect(await businessDiscovery.observe({ ...on("a"), platformId: "54" }, period, effects)).toMatchObject({
    status: "moved",
    reason: "handle_changed",
  });
});
