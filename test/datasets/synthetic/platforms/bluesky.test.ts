import { expect, test } from "vitest";
import { z } from "zod";
import { did } from "../../../../datasets/synthetic/handles.ts";
import type { SyntheticAccount } from "../../../../datasets/synthetic/industry.ts";
import { answerBluesky } from "../../../../datasets/synthetic/platforms/bluesky.ts";
import { postsOf } from "../../../../datasets/synthetic/posts.ts";
import { directory, scenario, someAccount } from "../small.ts";

const ask = (path: string) => {
  const url = new URL(path, "https://public.api.bsky.app");
  const { status, body } = answerBluesky(
    { scheme: "https", host: url.host, path: url.pathname, query: url.searchParams },
    directory,
  );
  return { status, body };
};
const Feed = z.object({
  cursor: z.string().optional(),
  feed: z.array(
    z.object({
      reason: z.object({ $type: z.string(), indexedAt: z.string().optional() }).optional(),
      post: z.object({
        uri: z.string(),
        author: z.object({ did: z.string() }),
        indexedAt: z.string(),
        record: z.object({ createdAt: z.string(), reply: z.unknown().optional() }),
      }),
    }),
  ),
});
const feedOf = (actor: string, query = "") =>
  Feed.parse(JSON.parse(ask(`/xrpc/app.bsky.feed.getAuthorFeed?actor=${actor}${query}`).body));
const profileOf = (actor: string) => ask(`/xrpc/app.bsky.actor.getProfile?actor=${actor}`);
const found = (fits: (account: SyntheticAccount) => boolean) =>
  someAccount((account) => account.platform === "bluesky" && fits(account));

const busy = found(({ access, process }) => access === "open" && process === "busy");
const posts = postsOf(busy, scenario.seed);

test("crawlers are welcome", () => {
  expect(ask("/robots.txt").body).toContain("Allow: /");
});

test("a profile tells the immutable id, the creation and the posts; reposts are no posts", () => {
  expect(JSON.parse(profileOf(busy.account).body)).toMatchObject({
    did: did(busy.account),
    handle: busy.account,
    createdAt: new Date(busy.createdAt).toISOString(),
    postsCount: posts.filter(({ kind }) => kind !== "repost").length,
    labels: [],
  });
});

test("an account is found by handle in any case, and by its immutable id", () => {
  expect(profileOf(busy.account.toUpperCase()).body).toBe(profileOf(busy.account).body);
  expect(profileOf(did(busy.account)).body).toBe(profileOf(busy.account).body);
});

test("a handle leads to its immutable id while its account is there", () => {
  const resolve = (handle: string) => ask(`/xrpc/com.atproto.identity.resolveHandle?handle=${handle}`);
  expect(JSON.parse(resolve(busy.account).body)).toEqual({ did: did(busy.account) });
  expect(resolve(found(({ access }) => access === "missing").account).status).toBe(400);
});

test("turning all pages gives every post once, newest first", () => {
  const times: string[] = [];
  let cursor: string | undefined = "";
  let pages = 0;
  while (cursor !== undefined) {
    const page: z.infer<typeof Feed> = feedOf(busy.account, `&limit=100${cursor && `&cursor=${cursor}`}`);
    times.push(...page.feed.map(({ reason, post }) => reason?.indexedAt ?? post.indexedAt));
    cursor = page.cursor;
    pages += 1;
  }
  expect(times).toEqual(posts.map(({ at }) => new Date(at).toISOString()));
  expect(pages).toBe(Math.floor(posts.length / 100) + 1);
  expect(pages).toBeGreaterThan(2);
});

test("a page holds 50 unless asked for another number, and never more than 100", () => {
  expect(feedOf(busy.account).feed).toHaveLength(50);
  expect(feedOf(busy.account, "&limit=7").feed).toHaveLength(7);
  expect(ask(`/xrpc/app.bsky.feed.getAuthorFeed?actor=${busy.account}&limit=101`).status).toBe(400);
});

test("a filtered page may be short and still have a next one", () => {
  const page = feedOf(busy.account, "&limit=100&filter=posts_no_replies");
  expect(page.feed.length).toBeLessThan(100);
  expect(page.feed.every(({ post }) => post.record.reply === undefined)).toBe(true);
  expect(page.cursor).toBeDefined();
});

test("a pinned post stands first when asked for, and only on the first page", () => {
  const isPinned = ({ feed }: z.infer<typeof Feed>) =>
    feed[0]?.reason?.$type === "app.bsky.feed.defs#reasonPin";
  const pinning = found(
    ({ account, process, access }) =>
      access === "open" && process !== "empty" && isPinned(feedOf(account, "&includePins=true")),
  );
  expect(isPinned(feedOf(pinning.account))).toBe(false);
  const { cursor } = feedOf(pinning.account, "&includePins=true&limit=1");
  expect(isPinned(feedOf(pinning.account, `&includePins=true&cursor=${cursor}`))).toBe(false);
});

test("an account that has never posted has an empty feed without a cursor", () => {
  const empty = found(({ process, access }) => process === "empty" && access === "open");
  expect(feedOf(empty.account)).toEqual({ feed: [] });
});

test("who does not want to be read without a login says so by a label", () => {
  const shy = found(({ access }) => access === "opted_out");
  expect(JSON.parse(profileOf(shy.account).body)).toMatchObject({ labels: [{ val: "!no-unauthenticated" }] });
});

test.each([
  ["missing", "InvalidRequest", "Profile not found"],
  ["suspended", "AccountTakedown", "Account has been suspended"],
] as const)("an account that is %s answers 400 with %s", (access, error, message) => {
  const answer = profileOf(found((account) => account.access === access).account);
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.body)).toEqual({ error, message });
});

test("faults of the caller are named", () => {
  expect(profileOf("nobody.test")).toMatchObject({ status: 400 });
  expect(ask("/xrpc/app.bsky.actor.getProfile").body).toContain("must have the property");
  expect(ask(`/xrpc/app.bsky.feed.getAuthorFeed?actor=${busy.account}&filter=best`).status).toBe(400);
  expect(ask(`/xrpc/app.bsky.feed.getLikes?actor=${busy.account}`).status).toBe(501);
  expect(ask("/profile/acme").status).toBe(404);
});
