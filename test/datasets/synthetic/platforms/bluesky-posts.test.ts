import { expect, test } from "vitest";
import { did } from "../../../../datasets/synthetic/handles.ts";
import { authorFeedEntry, recordKey } from "../../../../datasets/synthetic/platforms/bluesky-posts.ts";
import type { PostKind } from "../../../../datasets/synthetic/posts.ts";
import { someAccount } from "../small.ts";

const account = someAccount(({ platform }) => platform === "bluesky");
const id = did(account.account);
const at = Date.parse("2026-09-01T10:00:00Z");
const entry = (kind: PostKind, changes = {}) =>
  authorFeedEntry(account, { at, kind, links: 1, hashtags: 2, media: 1, likes: 7, ...changes });

test("an original post carries its time, its links, tags and pictures, and no text of anybody", () => {
  const { post } = entry("original");
  expect(post.author.did).toBe(id);
  expect(post.indexedAt).toBe("2026-09-01T10:00:00.000Z");
  expect(post.likeCount).toBe(7);
  expect(post.record.facets.map(({ features }) => features[0]?.$type)).toEqual([
    "app.bsky.richtext.facet#link",
    "app.bsky.richtext.facet#tag",
    "app.bsky.richtext.facet#tag",
  ]);
  expect(post.record).toMatchObject({ embed: { $type: "app.bsky.embed.images" }, text: "Post" });
});

test("a reply names another's post, a reply to itself its own", () => {
  expect(entry("reply").post.record).not.toMatchObject({
    reply: { parent: { uri: expect.stringContaining(id) } },
  });
  expect(entry("self_reply").post.record).toMatchObject({
    reply: { parent: { uri: expect.stringContaining(id) } },
  });
});

test("a quote embeds another's post", () => {
  expect(entry("quote").post.record).toMatchObject({
    embed: {
      $type: "app.bsky.embed.record",
      record: { uri: expect.stringMatching(/^at:\/\/did:plc:[a-z2-7]{24}\/app\.bsky\.feed\.post\//) },
    },
  });
});

test("a repost shows another's older post and tells its own time in the reason", () => {
  const { post, reason } = entry("repost");
  expect(post.author.did).not.toBe(id);
  expect(Date.parse(post.indexedAt)).toBeLessThan(at);
  expect(reason).toMatchObject({
    $type: "app.bsky.feed.defs#reasonRepost",
    indexedAt: "2026-09-01T10:00:00.000Z",
    by: { did: id },
  });
});

test("some clocks are fast, and the time of the AppView corrects them", () => {
  const posts = Array.from({ length: 500 }, (_, place) => entry("original", { at: at + place * 1_000 }).post);
  const fast = posts.filter(({ record, indexedAt }) => record.createdAt > indexedAt);
  expect(fast.length).toBeGreaterThan(0);
  expect(fast.length).toBeLessThan(20);
  expect(posts.every(({ record, indexedAt }) => record.createdAt >= indexedAt)).toBe(true);
});

test("record keys sort by time and tell it", () => {
  const key = recordKey(Date.parse("2026-09-01T10:00:00Z"));
  expect(key).toMatch(/^[2-7a-z]{13}$/);
  expect(key < recordKey(Date.parse("2026-09-01T10:00:01Z"))).toBe(true);
  const bits = [...key].reduce(
    (sum, letter) => sum * 32n + BigInt("234567abcdefghijklmnopqrstuvwxyz".indexOf(letter)),
    0n,
  );
  expect(Number((bits >> 10n) / 1_000n)).toBe(at);
});
