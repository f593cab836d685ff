import { expect, test } from "vitest";
import { blueskyPds } from "../../../../crawler/platforms/observers/bluesky-pds.ts";
import { Observation } from "../../../../datasets/schema.ts";
import { recordKey } from "../../../../datasets/synthetic/platforms/bluesky-posts.ts";
import { accountOn, daysAgo, fixture, period, type Told } from "./fixture.ts";

const did = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa";
const account = accountOn("bluesky", "lab.example.com", "https://bsky.app/profile/lab.example.com");
const service = [{ id: "#atproto_pds", serviceEndpoint: "https://pds.example" }];

const record = (writtenDaysAgo: number, value: object = {}, kind = "post") => ({
  uri: `at://${did}/app.bsky.feed.${kind}/${recordKey(Date.parse(daysAgo(writtenDaysAgo)))}`,
  value: { createdAt: daysAgo(writtenDaysAgo), text: "SECRET", ...value },
});

interface Answers {
  document?: Told;
  status?: Told;
  profile?: Told;
  posts?: Told[];
  reposts?: Told[];
}

async function observe({ document, status, profile, posts = [], reposts = [] }: Answers) {
  const { effects, asked } = fixture(({ host, pathname, searchParams }) => {
    if (pathname === "/.well-known/atproto-did") return { body: did };
    const said = document ?? { body: { id: did, alsoKnownAs: ["at://lab.example.com"], service } };
    if (host === "plc.directory") return said;
    if (pathname.endsWith("getRepoStatus")) return status ?? { body: { did, active: true } };
    if (pathname.endsWith("getRecord"))
      return profile ?? { status: 400, body: { error: "RecordNotFound", message: "none" } };
    const pages = searchParams.get("collection") === "app.bsky.feed.post" ? posts : reposts;
    return pages[Number(searchParams.get("cursor") ?? 0)] ?? { body: { records: [] } };
  });
  const observation = await blueskyPds.observe(account, period, effects);
  expect(() => Observation.parse(observation)).not.toThrow();
  expect(JSON.stringify(observation)).not.toContain("SECRET");
  return { observation, asked };
}

test("posts and reposts are read from the account's own server, page by page", async () => {
  const reply = { reply: { parent: { uri: "at://did:plc:other/app.bsky.feed.post/1" } } };
  const { observation, asked } = await observe({
    posts: [
      { body: { records: [record(1), record(2, reply)], cursor: "1" } },
      { body: { records: [record(30)], cursor: "2" } },
    ],
    reposts: [{ body: { records: [record(3, {}, "repost")], cursor: "1" } }],
  });
  expect(observation).toMatchObject({
    observationId: "bluesky:lab.example.com/bluesky_pds/1",
    platformId: did,
    status: "observed",
    sided: "two",
    lastPostAt: daysAgo(1),
    counters: { posts: 3, followers: null },
    window: { from: period.from, complete: true, cap: null, filters: [] },
  });
  expect(observation.posts.map(({ kind }) => kind)).toEqual(["original", "reply", "repost", "original"]);
  expect(asked.filter((url) => url.includes("listRecords"))).toHaveLength(5);
});

test("reading ends where records were written before the period, not at a post that is dated back", async () => {
  const { observation } = await observe({
    posts: [
      { body: { records: [record(1), record(2, { createdAt: daysAgo(900) })], cursor: "1" } },
      { body: { records: [record(20), record(500)], cursor: "2" } },
      { body: { records: [record(600)], cursor: "3" } },
    ],
  });
  expect(observation.posts.map(({ postedAt }) => postedAt)).toEqual([daysAgo(1), daysAgo(20)]);
  expect(observation).toMatchObject({ window: { complete: true }, counters: { posts: null } });
});

test("a post cannot be newer than its key", async () => {
  const { observation } = await observe({
    posts: [{ body: { records: [record(5, { createdAt: daysAgo(-400) })] } }],
  });
  expect(observation.lastPostAt).toBe(daysAgo(5));
});

test("an account without a record is empty", async () => {
  const { observation } = await observe({});
  expect(observation).toMatchObject({ sided: "two", counters: { posts: 0 }, lastPostAt: null });
});

test("reposts that cannot be read are left out and named", async () => {
  const { observation } = await observe({
    posts: [{ body: { records: [record(1)] } }],
    reposts: [{ status: 500 }],
  });
  expect(observation).toMatchObject({ status: "partial", window: { complete: true, filters: ["reposts"] } });
});

test("pages that fail leave the window open at the oldest post", async () => {
  const { observation } = await observe({
    posts: [{ body: { records: [record(1), record(9)], cursor: "1" } }, { status: 502, body: "" }],
  });
  expect(observation).toMatchObject({ status: "partial", window: { from: daysAgo(9), complete: false } });
});

const inactive = (status: string): Answers => ({ status: { body: { did, active: false, status } } });
const optOut = { values: [{ val: "!no-unauthenticated" }] };

test.each<[string, Answers, string, string]>([
  ["taken down", inactive("takendown"), "gone", "takedown"],
  ["suspended", inactive("suspended"), "gone", "suspended"],
  ["deactivated", inactive("deactivated"), "gone", "deactivated"],
  ["deleted", inactive("deleted"), "gone", "deleted"],
  ["out of order", inactive("desynchronized"), "error", "desynchronized"],
  [
    "not on the server that its document names",
    { status: { status: 400, body: { error: "RepoNotFound" } } },
    "gone",
    "not_found",
  ],
  [
    "shy",
    { profile: { body: { value: { displayName: "SECRET", labels: optOut } } } },
    "opted_out",
    "no_unauthenticated",
  ],
  ["of unknown wishes", { profile: { status: 403, body: "" } }, "blocked", "http_403"],
  [
    "under another name now",
    { document: { body: { id: did, alsoKnownAs: ["at://new.example.com"], service } } },
    "moved",
    "handle_changed",
  ],
])("an account that is %s is not read", async (_, answers, status, reason) => {
  const { observation, asked } = await observe(answers);
  expect(observation).toMatchObject({ status, reason, sided: "none", platformId: did, posts: [] });
  expect(asked.some((url) => url.includes("listRecords"))).toBe(false);
});
