import { expect, test } from "vitest";
import { blueskyAppView } from "../../../../crawler/platforms/observers/bluesky.ts";
import { Observation } from "../../../../datasets/schema.ts";
import { accountOn, daysAgo, fixture, now, period, type Told } from "./fixture.ts";

const did = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa";
const account = accountOn("bluesky", "lab.example.com", "https://bsky.app/profile/lab.example.com");
const profile = { did, postsCount: 2, followersCount: 7, createdAt: "2024-01-01T00:00:00Z", labels: [] };

let serial = 0;
function post(days: number, more: { record?: object; reason?: object } = {}) {
  serial += 1;
  const createdAt = daysAgo(days);
  const record = { createdAt, text: "SECRET", ...more.record };
  const uri = `at://${did}/app.bsky.feed.post/${serial}`;
  const body = {
    uri,
    author: { did },
    record,
    indexedAt: createdAt,
    likeCount: 3,
    replyCount: 0,
    repostCount: 1,
  };
  return { post: body, ...(more.reason ? { reason: more.reason } : {}) };
}

/** Answers the profile, then the pages of the feed by cursor 1, 2, ... */
function appView(answers: { profile?: Told; pages?: Told[] }) {
  return fixture((url) => {
    if (url.pathname.endsWith("getProfile")) return answers.profile ?? { body: profile };
    return answers.pages?.[Number(url.searchParams.get("cursor") ?? 0)] ?? { body: { feed: [] } };
  });
}

async function observe(answers: { profile?: Told; pages?: Told[] }) {
  const { effects, asked } = appView(answers);
  const observation = await blueskyAppView.observe(account, period, effects);
  expect(() => Observation.parse(observation)).not.toThrow();
  expect(JSON.stringify(observation)).not.toContain("SECRET");
  return { observation, asked };
}

test("pages are read until they are older than the period, however few posts a page holds", async () => {
  const pages = [
    { body: { feed: [post(1)], cursor: "1" } },
    { body: { feed: [], cursor: "2" } },
    { body: { feed: [post(200), post(400)], cursor: "3" } },
    { body: { feed: [post(500)] } },
  ];
  const { observation, asked } = await observe({ pages });
  expect(observation).toMatchObject({
    observationId: "bluesky:lab.example.com/bluesky_appview/1",
    platformId: did,
    access: "public",
    status: "observed",
    sided: "two",
    observedAt: now,
    lastPostAt: daysAgo(1),
    counters: { posts: 2, followers: 7, createdAt: "2024-01-01T00:00:00.000Z" },
    window: { from: period.from, to: now, order: "newest_first", cap: null, filters: [], complete: true },
  });
  expect(observation.posts.map(({ postedAt }) => postedAt)).toEqual([daysAgo(1), daysAgo(200)]);
  expect(asked).toHaveLength(4);
  expect(asked[1]).toContain("limit=100&filter=posts_with_replies&includePins=false");
});

test("an account silent since before the period is observed whole, with its last post", async () => {
  const { observation } = await observe({ pages: [{ body: { feed: [post(700)], cursor: "1" } }] });
  expect(observation).toMatchObject({
    sided: "two",
    lastPostAt: daysAgo(700),
    posts: [],
    window: { complete: true },
  });
});

test("a feed that ends before the profile's count is truncated at its oldest post, not the whole history", async () => {
  const { observation } = await observe({
    profile: { body: { ...profile, postsCount: 50 } },
    pages: [{ body: { feed: [post(1), post(20)] } }],
  });
  expect(observation).toMatchObject({
    status: "partial",
    reason: "history_ends_early",
    sided: "two",
    window: { from: daysAgo(20), complete: false, cap: 2 },
  });
});

test("a feed with all the posts the profile counts is whole, and one without any is empty", async () => {
  const whole = await observe({ pages: [{ body: { feed: [post(1), post(20)] } }] });
  expect(whole.observation.window).toMatchObject({ from: period.from, complete: true });
  const empty = await observe({ profile: { body: { ...profile, postsCount: 0 } } });
  expect(empty.observation).toMatchObject({
    status: "observed",
    sided: "two",
    lastPostAt: null,
    counters: { posts: 0 },
  });
});

test("an account of many posts of which none is shown is not silent", async () => {
  const { observation } = await observe({ profile: { body: { ...profile, postsCount: 50 } } });
  expect(observation).toMatchObject({
    status: "partial",
    sided: "none",
    window: { from: null, complete: false },
  });
});

test("the profile's count is not made up by reposts", async () => {
  const reason = { $type: "app.bsky.feed.defs#reasonRepost", indexedAt: daysAgo(2) };
  const { observation } = await observe({ pages: [{ body: { feed: [post(1), post(3, { reason })] } }] });
  expect(observation.reason).toBe("history_ends_early");
});

test.each<[string, Told, string, string]>([
  [
    "not found",
    { status: 400, body: { error: "InvalidRequest", message: "Profile not found" } },
    "gone",
    "not_found",
  ],
  ["taken down", { status: 400, body: { error: "AccountTakedown", message: "x" } }, "gone", "takedown"],
  [
    "deactivated",
    { status: 400, body: { error: "AccountDeactivated", message: "x" } },
    "gone",
    "deactivated",
  ],
  [
    "of a lost domain",
    { status: 400, body: { error: "InvalidRequest", message: "Unable to resolve handle" } },
    "gone",
    "handle_unresolved",
  ],
  ["behind a block", { status: 400, body: { error: "BlockedActor" } }, "blocked", "blocked_actor"],
  [
    "asked wrongly",
    { status: 400, body: { error: "InvalidRequest", message: "actor must be a valid handle" } },
    "error",
    "api_InvalidRequest",
  ],
  ["that needs a login", { status: 401, body: { error: "AuthMissing" } }, "blocked", "http_401"],
  ["asked too often", { status: 429, outcome: "rate_limited" }, "rate_limited", "http_429"],
  ["on a broken server", { status: 502, body: "Bad Gateway" }, "error", "http_502"],
  ["on a dead server", { status: null, outcome: "dns_error" }, "error", "dns_error"],
  ["forbidden by robots.txt", { status: null, outcome: "robots_disallowed" }, "blocked", "robots_disallowed"],
  ["answered in HTML", { body: "<html></html>" }, "error", "malformed"],
  ["answered without id", { body: { handle: "x" } }, "error", "malformed"],
])("an account %s is no silent one", async (_, answer, status, reason) => {
  const { observation } = await observe({ profile: answer });
  expect(observation).toMatchObject({ status, reason, sided: "none", lastPostAt: null, posts: [] });
});

test("an account that asks not to be shown logged out is not read", async () => {
  const labels = [{ src: did, val: "!no-unauthenticated" }];
  const { observation, asked } = await observe({ profile: { body: { ...profile, labels } } });
  expect(observation).toMatchObject({ status: "opted_out", platformId: did, counters: { posts: null } });
  expect(asked).toHaveLength(1);
});

test("a label that was taken back does not count", async () => {
  const labels = [{ val: "!no-unauthenticated", neg: true }];
  const { observation } = await observe({ profile: { body: { ...profile, labels, postsCount: 0 } } });
  expect(observation.status).toBe("observed");
});

test("a handle that another account took over is moved", async () => {
  const { effects } = appView({});
  const known = { ...account, platformId: "did:plc:bbbbbbbbbbbbbbbbbbbbbbbb" };
  expect(await blueskyAppView.observe(known, period, effects)).toMatchObject({
    status: "moved",
    reason: "handle_changed",
  });
});

test("when the public host's firewall refuses, the other host is asked once and kept", async () => {
  const { effects, asked } = fixture((url) => {
    if (url.host === "public.api.bsky.app") return { status: 403, outcome: "blocked", body: "<html>" };
    return { body: url.pathname.endsWith("getProfile") ? profile : { feed: [post(1), post(2)] } };
  });
  const observation = await blueskyAppView.observe(account, period, effects);
  expect(observation).toMatchObject({ status: "observed", posts: [{}, {}] });
  expect(asked.map((url) => new URL(url).host)).toEqual([
    "public.api.bsky.app",
    "api.bsky.app",
    "api.bsky.app",
  ]);
});

test("when both hosts refuse, no third request is made", async () => {
  const { effects, asked } = fixture(() => ({ status: 403, outcome: "blocked", body: "<html>" }));
  expect(await blueskyAppView.observe(account, period, effects)).toMatchObject({ status: "blocked" });
  expect(asked).toHaveLength(2);
});

test("a refusal amid the pages keeps what was seen and claims no more", async () => {
  const pages: Told[] = [
    { body: { feed: [post(1), post(9)], cursor: "1" } },
    { status: 429, outcome: "rate_limited" },
  ];
  const { observation } = await observe({ pages });
  expect(observation).toMatchObject({
    status: "partial",
    reason: "http_429",
    lastPostAt: daysAgo(1),
    window: { from: daysAgo(9), complete: false },
  });
});

test("a cursor that leads back ends the reading", async () => {
  const { observation, asked } = await observe({ pages: [{ body: { feed: [post(1)], cursor: "0" } }] });
  expect(observation).toMatchObject({
    status: "partial",
    reason: "pages_repeat",
    window: { complete: false },
  });
  expect(asked.length).toBeLessThan(4);
});

test("an account whose handle leads somewhere without a profile here may live on its own server", async () => {
  const missing = { status: 400, body: { error: "InvalidRequest", message: "Profile not found" } };
  const answered = (resolved: Told) =>
    fixture((url) => (url.pathname.endsWith("resolveHandle") ? resolved : missing));
  const alive = answered({ body: { did } });
  expect(await blueskyAppView.observe(account, period, alive.effects)).toMatchObject({
    status: "error",
    reason: "not_on_appview",
    platformId: did,
  });
  const gone = answered({
    status: 400,
    body: { error: "InvalidRequest", message: "Unable to resolve handle" },
  });
  expect(await blueskyAppView.observe(account, period, gone.effects)).toMatchObject({
    status: "gone",
    reason: "not_found",
  });
});

test("of a profile's texts only the domains it links to are kept; a handle that is a domain is one", async () => {
  const told = {
    ...profile,
    handle: "lab.example.com",
    website: "https://www.lab.org/",
    description: "SECRET labs.com",
  };
  const { observation } = await observe({ profile: { body: told } });
  expect(observation.linksTo).toEqual(["example.com", "lab.org", "labs.com"]);
});

test("a handle that anybody may take proves nothing", async () => {
  const { observation } = await observe({ profile: { body: { ...profile, handle: "lab.bsky.social" } } });
  expect(observation.linksTo).toEqual([]);
});
