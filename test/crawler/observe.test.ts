import { expect, test } from "vitest";
import { type Asked, observeAccounts, ownAccounts, writeObservations } from "../../crawler/observe.ts";
import { blank, subjectOf } from "../../crawler/platforms/observers/observation.ts";
import type { Observer, Platform } from "../../crawler/platforms/platform.ts";
import { type Switched, switched } from "../../crawler/platforms/switches.ts";
import { openSources } from "../../crawler/sources.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { observationKey } from "../../datasets/journals.ts";
import type { Account, Observation, Ownership, Post } from "../../datasets/schema.ts";
import type { Snapshot } from "../../datasets/snapshot.ts";
import { accountOn, daysAgo, fixture, now, period } from "./platforms/observers/fixture.ts";

const { effects } = fixture(() => undefined);

function observation(
  account: Account,
  name: string,
  status: Observation["status"] = "observed",
): Observation {
  const observer = { name, access: name.startsWith("file") ? "file" : "public" } as const;
  return { ...blank(subjectOf(account, observer, { period, effects }), null), status };
}

const observer = (name: string, status: Observation["status"]): Observer => ({
  name,
  access: "public",
  observe: async (account) => observation(account, name, status),
});

function platform(observers: readonly Observer[], more: Partial<Platform> = {}): Platform {
  const canonical = (account: string) => `https://lab.example/${account}`;
  const parse = () => ({ kind: "other" }) as const;
  return {
    id: "lab",
    name: "Lab",
    hosts: [],
    group: "social",
    parse,
    canonical,
    observers,
    examples: [],
    ...more,
  };
}

const account = accountOn("lab", "a", "https://lab.example/a");
const run = (observers: readonly Observer[]) =>
  observeAccounts({ lookback: 365, platforms: [platform(observers)] }).run({ account, seen: [] }, effects);

test("observers are tried in order until one has seen the posts, and every attempt is kept", async () => {
  const seen = await run([
    observer("one", "blocked"),
    observer("two", "observed"),
    observer("three", "observed"),
  ]);
  expect(seen.map(({ observationId }) => observationId)).toEqual(["lab:a/one/1", "lab:a/two/1"]);
});

test.each(["gone", "moved", "opted_out", "protected", "presence_only"] as const)(
  "an account that is %s is not asked for elsewhere",
  async (status) => {
    expect(await run([observer("one", status), observer("two", "observed")])).toHaveLength(1);
  },
);

test("an observer that looks behind another one is asked only for what that one could not tell", async () => {
  const behind = (reason: string): Observer => ({ ...observer("two", "observed"), after: [reason] });
  const first: Observer = {
    ...observer("one", "error"),
    observe: async (one) => ({ ...observation(one, "one", "error"), reason: "no_api", platformId: "17" }),
  };
  expect((await run([first, behind("no_api")])).map(({ platformId }) => platformId)).toEqual(["17", "17"]);
  expect(await run([first, behind("http_401")])).toHaveLength(1);
});

test("what is off by default is asked only when the user says so, and what is on not when it is switched off", async () => {
  const ask = (id: string, { on, off }: Switched) => {
    const sources = { ...openSources, on, off };
    const one = accountOn(id, "a", "https://t.me/a");
    return observeAccounts({ lookback: 365, sources }).run({ account: one, seen: [] }, effects);
  };
  expect((await ask("telegram", switched(["+telegram"])))[0]).toMatchObject({ observer: "telegram_preview" });
  expect((await ask("telegram", switched(["+medium"])))[0]).toMatchObject({ reason: "off_by_default" });
  expect((await ask("feed", switched(["-feed"])))[0]).toMatchObject({ observer: "none" });
});

test("observers are asked about the lookback before the clock", async () => {
  const periods: unknown[] = [];
  const asking: Observer = {
    name: "asking",
    access: "public",
    async observe(one, asked) {
      periods.push(asked);
      return observation(one, "asking");
    },
  };
  const platforms = [platform([asking])];
  await observeAccounts({ lookback: 30, platforms }).run({ account, seen: [] }, effects);
  expect(periods).toEqual([{ from: daysAgo(30), to: now }]);
});

test.each([
  ["linkedin", "presence_only", "not_public"],
  ["x", "token_required", "no_token"],
  ["tiktok", "presence_only", "not_public"],
  ["telegram", "presence_only", "off_by_default"],
  ["googleplus", "gone", "closed_platform"],
  ["myspace", "presence_only", "unknown_platform"],
])("an account on %s that nobody may read is unknown, not silent", async (id, status, reason) => {
  const stage = observeAccounts({ lookback: 365 });
  const asked = { account: accountOn(id, "a", "https://a.example/"), seen: [] };
  const observations = await stage.run(asked, effects);
  expect(observations).toMatchObject([
    {
      observationId: `${id}:a/none/1`,
      status,
      reason,
      access: "none",
      sided: "none",
      lastPostAt: null,
      posts: [],
    },
  ]);
  expect(stage.outcomeOf(observations)).toBe(status);
});

test("the platforms that may be read have their observers", async () => {
  const ids = ["bluesky", "mastodon", "feed"];
  for (const id of ids) {
    const asked = { account: accountOn(id, "a", "https://a.example/"), seen: [] };
    const observations = await observeAccounts({ lookback: 365 }).run(asked, effects);
    expect(new Set(observations.map(({ access }) => access))).toEqual(new Set(["public"]));
  }
});

/** An observer that answers for all accounts of a group in one go. */
function sharing(groups: string[][], most = 2): Observer {
  const observe = async (accounts: readonly Account[]) => {
    groups.push(accounts.map((one) => `${one.accountId}${one.platformId ?? ""}`));
    return accounts.map((one) => ({ ...observation(one, "shared"), platformId: "9" }));
  };
  return {
    ...observer("shared", "observed"),
    showsNoPosts: true,
    observe: async (one) => (await observe([one]))[0] ?? observation(one, "shared", "error"),
    together: { most, groupOf: ({ account: name }) => name.slice(0, 1), observe },
  };
}

const runAll = async (observers: readonly Observer[], asked: readonly Asked[]) => {
  const { batch } = observeAccounts({ lookback: 365, platforms: [platform(observers)] });
  const lists = batch?.cut(asked) ?? [];
  const found = await Promise.all(lists.map((list) => Promise.all(batch?.run(list, effects) ?? [])));
  return {
    lists: lists.map((list) => list.map(({ account: { account: name } }) => name)),
    found: found.flat(),
  };
};

const named = (name: string, seen: readonly Observation[] = []): Asked => ({
  account: accountOn("lab", name, "https://lab.example/"),
  seen,
});

test("accounts that can share a request are asked together, then each goes on by itself", async () => {
  const groups: string[][] = [];
  const asked = ["a1", "b1", "a2", "a3"].map((name) => named(name));
  const { lists, found } = await runAll([sharing(groups), observer("posts", "observed")], asked);
  expect(lists).toEqual([["a1", "a2"], ["a3"], ["b1"]]);
  expect(groups.toSorted()).toEqual([["lab:a1", "lab:a2"], ["lab:a3"], ["lab:b1"]]);
  for (const observations of found) {
    expect(observations?.map(({ observer: name }) => name)).toEqual(["shared", "posts"]);
  }
});

test("accounts that nobody can be asked about together go alone", async () => {
  const { lists } = await runAll([observer("one", "observed")], [named("a"), named("b")]);
  expect(lists).toEqual([["a"], ["b"]]);
});

test("what an earlier run saw is kept and not asked again; the id it learnt goes along", async () => {
  const groups: string[][] = [];
  const before = { ...observation(named("a1").account, "shared"), platformId: "9" };
  const ids: (string | null)[] = [];
  const posts: Observer = {
    ...observer("posts", "observed"),
    observe: async (one) => {
      ids.push(one.platformId);
      return observation(one, "posts");
    },
  };
  const { found } = await runAll([sharing(groups), posts], [named("a1", [before]), named("a2")]);
  expect(groups).toEqual([["lab:a2"]]);
  expect(ids).toEqual(["9", "9"]);
  expect(found[0]?.[0]).toEqual(before);
});

test("a repeated reading has the next number, and its posts with it", async () => {
  const before = { ...observation(account, "one"), observedAt: daysAgo(30) };
  const again: Observer = {
    ...observer("one", "observed"),
    observe: async (one) => ({
      ...observation(one, "one"),
      posts: [{ ...post, observationId: "lab:a/one/1", postId: "5" }],
    }),
  };
  const stage = observeAccounts({
    lookback: 365,
    platforms: [platform([again])],
    sources: { ...openSources, on: new Set(["one"]), again: new Set(["one"]) },
  });
  const found = await stage.run({ account, seen: [before] }, effects);
  expect(found.map(({ observationId }) => observationId)).toEqual(["lab:a/one/1", "lab:a/one/2"]);
  expect(found[1]?.posts[0]?.observationId).toBe("lab:a/one/2");
});

async function* each<T>(records: readonly T[]): AsyncGenerator<T> {
  yield* records;
}

const ownership = (accountId: string, change: Partial<Ownership>): Ownership => ({
  ...{ companyId: "c", accountId, own: "true", kind: "primary", confidence: 1, reasons: [], claimIds: [] },
  ...{ reciprocal: null, corrected: null },
  ...change,
});

test("only a company's own accounts are observed, and no people", async () => {
  const accounts = ["a", "b", "c", "d"].map((name) => accountOn("lab", name, `https://lab.example/${name}`));
  const ownerships = [
    ownership("lab:a", { own: "false" }),
    ownership("lab:a", { companyId: "parent" }),
    ownership("lab:b", { own: "unknown" }),
    ownership("lab:c", { kind: "person" }),
    ownership("lab:d", { kind: "careers" }),
  ];
  const tables: Record<string, readonly unknown[]> = { accounts, ownerships };
  const read: Snapshot["read"] = async function* (table) {
    for await (const record of each(tables[table.name] ?? [])) yield table.schema.parse(record);
  };
  const input = () => null;
  expect((await ownAccounts({ read, input })).map(({ accountId }) => accountId)).toEqual(["lab:a", "lab:d"]);
  const excluded = { file: "exclusions.csv", bytes: Buffer.from("company_id\nlab:a\n") };
  const left = await ownAccounts({ read, input: () => excluded });
  expect(left.map(({ accountId }) => accountId)).toEqual(["lab:a", "lab:d"]);
});

test("observations and posts are written in the order of accounts and ids, however they were journalled", async () => {
  const accounts = ["a", "a-b"].map((name) => accountOn("lab", name, "https://lab.example/"));
  const posts: Post[] = ["2", "10"].map((postId) => ({ ...post, observationId: "lab:a/one/1", postId }));
  const [a, ab] = accounts.map((one) => observation(one, "one"));
  const file = observation(accounts[0] ?? account, "file_posts");
  const journalled: Observation[] = [{ ...(a ?? file), posts }, file, ab ?? file];
  const written: Record<string, unknown[]> = {};
  await writeObservations({
    visits: { read: () => [] },
    config: AuditConfig.parse({}),
    async *read() {
      yield* [];
    },
    observations: {
      size: () => 0,
      has: () => true,
      keys: () => [],
      append: () => undefined,
      get: (key) => journalled.filter((one) => observationKey(one) === key),
      *read() {
        yield* journalled;
      },
      close: () => undefined,
    },
    async write(table, records) {
      const rows: unknown[] = [];
      for await (const record of records) rows.push(record);
      written[table.name] = rows;
    },
  });
  expect(written["observations"]).toMatchObject([
    { observationId: "lab:a/file_posts/1" },
    { observationId: "lab:a/one/1" },
    { observationId: "lab:a-b/one/1" },
  ]);
  expect(written["posts"]).toMatchObject([{ postId: "10" }, { postId: "2" }]);
});

const post: Omit<Post, "observationId" | "postId"> = {
  ...{ postedAt: now, precision: "instant", kind: "original", pinned: false },
  ...{ linkCount: null, ownLink: null, hashtagCount: null, mediaCount: null },
  ...{ likes: null, comments: null, shares: null },
};
