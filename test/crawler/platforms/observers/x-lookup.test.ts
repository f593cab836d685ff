import { expect, test } from "vitest";
import { measureCadence } from "../../../../analysis/cadence.ts";
import type { Spending } from "../../../../crawler/effects.ts";
import { xLookup } from "../../../../crawler/platforms/observers/x-lookup.ts";
import type { Account } from "../../../../datasets/schema.ts";
import { accountOn, daysAgo, now, period, type Told, withToken } from "./fixture.ts";

const x = (name: string, platformId: string | null = null): Account => ({
  ...accountOn("x", name, `https://x.com/${name}`),
  platformId,
});

/** The id of a post made at an instant. */
const idAt = (instant: string) => String(BigInt(Date.parse(instant) - 1_288_834_974_657) << 22n);

const acme = {
  id: "7",
  username: "Acme",
  name: "Acme Inc.",
  description: "We write texts",
  created_at: "2012-03-04T05:06:07.000Z",
  protected: false,
  most_recent_tweet_id: idAt(daysAgo(12)),
  public_metrics: { followers_count: 900, following_count: 1, tweet_count: 2_000, listed_count: 3 },
};

const problem = (value: string, title: string, detail: string, type = "resource-not-found") => ({
  ...{ value, resource_id: value, title, detail },
  ...{ parameter: "usernames", resource_type: "user", type: `https://api.x.com/2/problems/${type}` },
});

const answering = (body: unknown, told: Told = {}) => withToken("x", () => ({ ...told, body }));
const look = async (account: Account, body: unknown, told: Told = {}) =>
  xLookup.observe(account, period, answering(body, told).effects);

test("a lookup tells the counters, and the id of the newest post when it was made", async () => {
  const { effects, asked, sent } = answering({ data: [acme] });
  const seen = await xLookup.observe(x("acme"), period, effects);
  expect(seen).toMatchObject({
    observationId: "x:acme/x_lookup/1",
    access: "token",
    status: "observed",
    sided: "two",
    platformId: "7",
    lastPostAt: daysAgo(12),
    counters: { posts: 2_000, followers: 900, createdAt: "2012-03-04T05:06:07.000Z" },
    window: { from: null, to: now, complete: false },
    posts: [],
  });
  expect(JSON.stringify(seen)).not.toMatch(/texts|Acme Inc/);
  expect(asked).toEqual([
    "https://api.x.com/2/users/by?usernames=acme&user.fields=created_at,public_metrics,protected,verified,most_recent_tweet_id",
  ]);
  expect(sent[0]?.headers).toEqual({ authorization: "Bearer planted-token" });
});

test("no post is ever asked for: an expanded one would be billed", async () => {
  const { effects, asked } = answering({ data: [acme] });
  await xLookup.observe(x("acme"), period, effects);
  expect(asked.join()).not.toMatch(/expansions|tweet\.fields|post\.fields/);
});

test("both namings are read", async () => {
  const { most_recent_tweet_id: newest, public_metrics: _, ...rest } = acme;
  const renamed = {
    ...rest,
    most_recent_post_id: newest,
    public_metrics: { post_count: 5, followers_count: 1 },
  };
  expect(await look(x("acme"), { data: [renamed] })).toMatchObject({
    lastPostAt: daysAgo(12),
    counters: { posts: 5, followers: 1 },
  });
});

test("where the old names of fields are refused, the new ones are asked for", async () => {
  const { effects, asked } = withToken("x", (url) =>
    url.searchParams.get("user.fields")?.includes("tweet")
      ? {
          status: 400,
          body: { title: "Invalid Request", type: "https://api.x.com/2/problems/invalid-request" },
        }
      : { body: { data: [acme] } },
  );
  expect(await xLookup.observe(x("acme"), period, effects)).toMatchObject({ status: "observed" });
  expect(asked).toHaveLength(2);
});

test("a field that is not there proves no silence", async () => {
  const { most_recent_tweet_id: _, ...user } = acme;
  expect(await look(x("acme"), { data: [user] })).toMatchObject({
    status: "partial",
    reason: "newest_post_not_told",
    sided: "none",
    lastPostAt: null,
    counters: { posts: 2_000 },
  });
  expect(await look(x("acme"), { data: [{ ...acme, most_recent_tweet_id: "20" }] })).toMatchObject({
    reason: "undated_post_id",
    sided: "none",
  });
});

test("an account whose counter is 0 is empty, one without a counter is not known to be", async () => {
  const { most_recent_tweet_id: _, public_metrics: __, ...bare } = acme;
  const empty = { ...bare, public_metrics: { tweet_count: 0 } };
  expect(await look(x("acme"), { data: [empty] })).toMatchObject({
    status: "observed",
    sided: "two",
    counters: { posts: 0 },
    lastPostAt: null,
  });
  expect(await look(x("acme"), { data: [bare] })).toMatchObject({ sided: "none", counters: { posts: null } });
});

test.each([
  ["suspended", problem("acme", "Forbidden", "User has been suspended: [acme]."), "gone", "suspended"],
  [
    "missing",
    problem("acme", "Not Found Error", "Could not find user with usernames: [acme]."),
    "gone",
    "not_found",
  ],
  [
    "hidden",
    problem("acme", "Authorization Error", "No.", "not-authorized-for-resource"),
    "protected",
    "not_authorized",
  ],
  ["odd", problem("acme", "Odd", "Odd.", "something-new"), "error", "something-new"],
])(
  "an account that is %s is told apart though the answer has status 200",
  async (_, fault, status, reason) => {
    expect(await look(x("acme"), { errors: [fault] })).toMatchObject({ status, reason, sided: "none" });
  },
);

test("a protected account keeps its counters and shows no post", async () => {
  expect(await look(x("acme"), { data: [{ ...acme, protected: true }] })).toMatchObject({
    status: "protected",
    counters: { posts: 2_000 },
    lastPostAt: null,
    sided: "none",
  });
});

test("a handle that belongs to somebody else now is moved, and the stranger's counters are not kept", async () => {
  expect(await look(x("acme", "6"), { data: [acme] })).toMatchObject({
    status: "moved",
    reason: "handle_changed",
    counters: { posts: null },
    lastPostAt: null,
  });
});

test("a handle that is gone is asked for by its number: renamed, or deleted", async () => {
  const gone = problem("acme", "Not Found Error", "Could not find user with usernames: [acme].");
  const byNumber = (answer: unknown) =>
    withToken("x", (url) => ({ body: url.pathname === "/2/users" ? answer : { errors: [gone] } }));
  const renamed = byNumber({ data: [{ ...acme, username: "acme_new" }] });
  expect(await xLookup.observe(x("acme", "7"), period, renamed.effects)).toMatchObject({
    status: "moved",
    reason: "renamed_to acme_new",
    platformId: "7",
  });
  const deleted = byNumber({ errors: [{ ...gone, value: "7", resource_id: "7" }] });
  expect(await xLookup.observe(x("acme", "7"), period, deleted.effects)).toMatchObject({
    status: "gone",
    reason: "deleted",
  });
  expect(deleted.asked[1]).toContain("/2/users?ids=7&");
});

test("many accounts share a request, numbers apart from names, and each gets its own observation", async () => {
  const { effects, asked, events } = withToken("x", (url) => ({
    body: url.searchParams.has("ids")
      ? { data: [{ ...acme, id: "55", username: "number" }] }
      : { data: [acme], errors: [problem("Gone", "Not Found Error", "Could not find user")] },
  }));
  const accounts = [x("gone"), x("id/55"), x("acme")];
  const seen = await xLookup.together?.observe(accounts, period, effects);
  expect(seen?.map(({ accountId, status }) => [accountId, status])).toEqual([
    ["x:gone", "gone"],
    ["x:id/55", "observed"],
    ["x:acme", "observed"],
  ]);
  expect(asked.map((url) => new URL(url).search.split("&")[0])).toEqual(["?usernames=gone,acme", "?ids=55"]);
  const units = events.flatMap((event) => (event.type === "spent" ? [event.spending.units] : []));
  expect(units).toEqual([2, 1]);
});

test.each([
  [401, {}, "token_required", "token_rejected"],
  [402, {}, "rate_limited", "no_credits"],
  [403, { type: "https://api.x.com/2/problems/client-forbidden" }, "token_required", "token_lacks_access"],
  [403, { type: "https://api.x.com/2/problems/usage-capped" }, "rate_limited", "usage_capped"],
  [429, { title: "Too Many Requests" }, "rate_limited", "rate_limit"],
  [500, "<html>", "error", "http_500"],
])(
  "an answer of status %i is no verdict on the account, and costs nothing",
  async (code, body, status, reason) => {
    const { effects, events } = answering(body, { status: code });
    expect(await xLookup.observe(x("acme"), period, effects)).toMatchObject({
      status,
      reason,
      sided: "none",
    });
    expect(events.filter(({ type }) => type === "spent")).toEqual([]);
  },
);

test("what the answer leaves out is an error, not an absence", async () => {
  expect(await look(x("acme"), { data: [] })).toMatchObject({ status: "error", reason: "unexplained" });
  expect(await look(x("acme"), "{")).toMatchObject({ status: "error", reason: "malformed" });
});

test("the bill is the number of accounts in requests of a hundred", () => {
  const names = Array.from({ length: 101 }, (_, at) => x(`a${at}`));
  expect(xLookup.bill?.([...names, x("id/5")], 365)).toEqual({
    requests: [3, 3],
    units: [102, 102],
    unit: "user read",
  });
  expect(xLookup.bill?.([x("a", "1")], 365)).toMatchObject({ requests: [1, 2], units: [1, 2] });
});

test("a lookup costs what the bill says", async () => {
  const accounts = ["a", "b", "gone"].map((name) => x(name));
  const { effects, events } = answering({ data: [{ ...acme, username: "a" }] });
  await xLookup.together?.observe(accounts, period, effects);
  const spent = events.flatMap((event): Spending[] => (event.type === "spent" ? [event.spending] : []));
  const [least = 0] = xLookup.bill?.(accounts, 365).units ?? [];
  expect(spent.reduce((sum, { units }) => sum + units, 0)).toBe(least);
});

test("a second lookup a month later gives the rate between two counters of one number", async () => {
  const reading = async (count: number, observedAt: string, ordinal: number) => {
    const metrics = { ...acme.public_metrics, tweet_count: count };
    const seen = await look(x("acme"), { data: [{ ...acme, public_metrics: metrics }] });
    const window = { ...seen.window, to: observedAt };
    return { ...seen, observedAt, window, observationId: `x:acme/x_lookup/${ordinal}` };
  };
  const both = [await reading(1_944, daysAgo(28), 1), await reading(2_000, now, 2)];
  const [rate] = measureCadence(x("acme"), both, 90);
  expect(rate).toMatchObject({
    estimator: "counter_difference",
    posts: 56,
    exposureDays: 28,
    postsPerDay: 2,
  });
  expect(rate).toMatchObject({ activity: "active", sided: "two", lastPostAt: daysAgo(12) });
});
