import { expect, test } from "vitest";
import { mastodonApi } from "../../../../crawler/platforms/observers/mastodon.ts";
import { Observation } from "../../../../datasets/schema.ts";
import { accountOn, daysAgo, fixture, period, type Told } from "./fixture.ts";

const account = accountOn("mastodon", "lab@social.example", "https://social.example/@lab");
const profile = {
  id: "42",
  acct: "lab",
  statuses_count: 9,
  followers_count: 5,
  created_at: "2022-11-07T00:00:00.000Z",
};
const statuses = "https://social.example/api/v1/accounts/42/statuses";

let serial = 0;
function status(days: number) {
  serial += 1;
  return { id: `${serial}`, created_at: daysAgo(days), content: "<p>SECRET</p>" };
}

function linked(path: string, body: object[], base = statuses): Told {
  return { body, headers: { link: `<${base}${path}>; rel="next", <${base}?min_id=9>; rel="prev"` } };
}

async function observe(answers: Record<string, Told>) {
  const { effects, asked } = fixture((url) => {
    if (url.pathname.endsWith("/lookup")) return answers["lookup"] ?? { body: profile };
    if (url.pathname.endsWith("/webfinger")) return undefined;
    return answers[url.searchParams.get("max_id") ?? "first"] ?? { body: [] };
  });
  const observation = await mastodonApi.observe(account, period, effects);
  expect(() => Observation.parse(observation)).not.toThrow();
  expect(JSON.stringify(observation)).not.toContain("SECRET");
  return { observation, asked };
}

test("pages are followed by their Link header until they are older than the period", async () => {
  const { observation, asked } = await observe({
    first: linked("?limit=40&max_id=7", [status(1), status(100)]),
    7: linked("?limit=40&max_id=8", [status(300), status(380)]),
  });
  expect(asked).toEqual([
    "https://social.example/api/v1/accounts/lookup?acct=lab",
    `${statuses}?limit=40`,
    `${statuses}?limit=40&max_id=7`,
  ]);
  expect(observation).toMatchObject({
    observationId: "mastodon:lab@social.example/mastodon_api/1",
    platformId: "42",
    status: "observed",
    sided: "two",
    counters: { posts: 9, followers: 5, createdAt: "2022-11-07T00:00:00.000Z" },
    lastPostAt: daysAgo(1),
    window: { from: period.from, cap: null, filters: ["followers_only", "direct"], complete: true },
  });
  expect(observation.posts).toHaveLength(3);
});

test("the last page ends the visible history, though it is shorter than the counter, which counts hidden posts too", async () => {
  const { observation } = await observe({ first: { body: [status(3)] } });
  expect(observation).toMatchObject({ status: "observed", window: { from: period.from, complete: true } });
});

test("a server without Link headers is asked for what is older than its oldest post, until there is nothing", async () => {
  const { observation, asked } = await observe({
    first: {
      body: [
        { ...status(1), id: "90" },
        { ...status(9), id: "80" },
      ],
    },
    80: { body: [{ ...status(20), id: "70" }] },
  });
  expect(asked.slice(1)).toEqual([
    `${statuses}?limit=40`,
    `${statuses}?limit=40&max_id=80`,
    `${statuses}?limit=40&max_id=70`,
  ]);
  expect(observation).toMatchObject({ window: { complete: true }, posts: [{}, {}, {}] });
});

test("an account that shows none of its posts is not silent", async () => {
  const { observation } = await observe({});
  expect(observation).toMatchObject({ status: "partial", reason: "no_visible_post", sided: "none" });
  expect(observation.window).toMatchObject({ from: null, complete: false });
});

test("an account that never posted is empty", async () => {
  const { observation } = await observe({ lookup: { body: { ...profile, statuses_count: 0 } } });
  expect(observation).toMatchObject({
    status: "observed",
    sided: "two",
    lastPostAt: null,
    counters: { posts: 0 },
  });
});

test.each<[string, Told, string, string]>([
  ["not found", { status: 404, body: { error: "Record not found" } }, "gone", "not_found"],
  ["suspended, as old servers say it", { status: 410, body: { error: "Gone" } }, "gone", "suspended"],
  ["suspended, as new servers say it", { body: { ...profile, suspended: true } }, "gone", "suspended"],
  ["on a server without the API", { status: 404, body: "<html>Cannot GET</html>" }, "error", "no_api"],
  ["on a server that wants a login", { status: 401, body: { error: "x" } }, "blocked", "http_401"],
  ["on a server of limited federation", { status: 422, body: "" }, "blocked", "http_422"],
  ["on a busy server", { status: 429, outcome: "rate_limited" }, "rate_limited", "http_429"],
  ["on a dead server", { status: null, outcome: "dns_error" }, "error", "dns_error"],
  ["behind its robots.txt", { status: null, outcome: "robots_disallowed" }, "blocked", "robots_disallowed"],
  ["answered in HTML", { body: "<html></html>" }, "error", "no_api"],
  ["answered in other JSON", { body: { users: [] } }, "error", "malformed"],
  [
    "that moved",
    { body: { ...profile, moved: { acct: "lab@b.example", url: "https://b.example/@lab" } } },
    "moved",
    "moved_to https://b.example/@lab",
  ],
  ["that wants no index", { body: { ...profile, noindex: true } }, "presence_only", "noindex"],
])("an account %s is no silent one", async (_, lookup, status, reason) => {
  const { observation, asked } = await observe({ lookup });
  expect(observation).toMatchObject({ status, reason, sided: "none", lastPostAt: null, posts: [] });
  expect(asked.filter((url) => !url.includes("webfinger"))).toHaveLength(1);
});

const self = (href: string) => ({
  body: { links: [{ rel: "self", type: "application/activity+json", href }] },
});

test("an account whose name and whose server have different hosts is read on its server", async () => {
  const { effects, asked } = fixture(({ host, pathname, searchParams }) => {
    if (pathname === "/.well-known/webfinger") return self("https://social.lab.example/users/lab");
    if (host === "social.example") return undefined;
    if (searchParams.has("max_id")) return { body: [] };
    return { body: pathname.endsWith("/lookup") ? profile : [status(1)] };
  });
  expect(await mastodonApi.observe(account, period, effects)).toMatchObject({
    status: "observed",
    lastPostAt: daysAgo(1),
  });
  expect(asked.slice(1, 3)).toEqual([
    "https://social.example/.well-known/webfinger?resource=acct%3Alab%40social.example",
    "https://social.lab.example/api/v1/accounts/lookup?acct=lab%40social.example",
  ]);
});

test("an account that WebFinger knows is not gone: its server only has no look-up", async () => {
  const { effects } = fixture(({ pathname }) =>
    pathname === "/.well-known/webfinger"
      ? self("https://social.example/users/lab")
      : { status: 404, body: { error: { code: "UNKNOWN_API_ENDPOINT" } } },
  );
  expect(await mastodonApi.observe(account, period, effects)).toMatchObject({
    status: "error",
    reason: "no_api",
  });
});

test("an account whose profile is shown and whose posts are refused keeps its counters", async () => {
  const { observation } = await observe({ first: { status: 401, body: { error: "x" } } });
  expect(observation).toMatchObject({ status: "blocked", sided: "none", counters: { posts: 9 } });
});

test("a refusal amid the pages keeps what was seen and claims no more", async () => {
  const { observation } = await observe({
    first: linked("?max_id=7", [status(1), status(9)]),
    7: { status: 429, outcome: "rate_limited" },
  });
  expect(observation).toMatchObject({ status: "partial", window: { from: daysAgo(9), complete: false } });
});

test("a next page on another host is not followed", async () => {
  const { observation, asked } = await observe({
    first: linked("?max_id=7", [status(1)], "https://other.example/api"),
  });
  expect(asked).toHaveLength(2);
  expect(observation.posts).toHaveLength(1);
});

test("a handle that another account took over is moved", async () => {
  const { effects } = fixture(() => ({ body: profile }));
  const known = { ...account, platformId: "41" };
  expect(await mastodonApi.observe(known, period, effects)).toMatchObject({ reason: "handle_changed" });
});

test("of a profile's fields and note only the domains it links to are kept, and its server's", async () => {
  const fields = [
    { name: "SECRET", value: '<a href="https://lab.org/" rel="me">SECRET</a>', verified_at: null },
    7,
  ];
  const body = { ...profile, note: "<p>SECRET lab.com</p>", fields };
  const { observation } = await observe({ lookup: { body } });
  expect(observation.linksTo).toEqual(["lab.com", "lab.org", "social.example"]);
});
