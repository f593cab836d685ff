import { expect, test } from "vitest";
import { postsOfFeed } from "../../../../crawler/platforms/observers/bluesky-posts.ts";

const did = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa";
const stranger = "did:plc:zzzzzzzzzzzzzzzzzzzzzzzz";
const at = "2026-11-01T10:00:00.000Z";

function one(record: object, more: { author?: string; indexedAt?: string | null; reason?: object } = {}) {
  const { author = did, indexedAt = at, reason } = more;
  const uri = `at://${author}/app.bsky.feed.post/3kabc`;
  const post = {
    uri,
    author: { did: author },
    indexedAt,
    record: { createdAt: at, text: "SECRET", ...record },
  };
  const posts = postsOfFeed({ cursor: null, feed: [{ post, ...(reason ? { reason } : {}) }] }, did);
  expect(JSON.stringify(posts)).not.toMatch(/SECRET|zzzzzz/);
  return posts[0];
}

const parent = (author: string) => ({ reply: { parent: { uri: `at://${author}/app.bsky.feed.post/3k1` } } });
const quoted = { uri: `at://${stranger}/app.bsky.feed.post/3k2` };

test.each([
  ["an original post", {}, "original"],
  ["a reply to another", parent(stranger), "reply"],
  ["a reply in an own thread", parent(did), "self_reply"],
  ["a quote", { embed: { $type: "app.bsky.embed.record", record: quoted } }, "quote"],
  ["a quote with a picture", { embed: { record: { record: quoted }, media: { images: [{}] } } }, "quote"],
  ["a feed's card", { embed: { record: { uri: `at://${stranger}/app.bsky.feed.generator/x` } } }, "original"],
])("%s is told as such", (_, record, kind) => {
  expect(one(record)).toMatchObject({ postId: "3kabc", kind, postedAt: at, precision: "instant" });
});

test.each([
  ["created in the future", "2030-01-01T00:00:00Z", at, at],
  ["imported from an older network", "2015-05-05T05:05:05+02:00", at, "2015-05-05T03:05:05.000Z"],
  ["without a time of its own", null, at, at],
])("the time of a post %s is the earlier of the two it has", (_, createdAt, indexedAt, postedAt) => {
  expect(one({ createdAt }, { indexedAt })).toMatchObject({ postedAt });
});

test("a post without any time is no post at the time of reading", () => {
  expect(one({ createdAt: "yesterday" }, { indexedAt: null })).toBeNull();
});

test("a repost counts at its own time and names nobody", () => {
  const reason = { $type: "app.bsky.feed.defs#reasonRepost", indexedAt: "2026-11-05T00:00:00Z" };
  expect(one({}, { author: stranger, reason })).toMatchObject({
    postId: "repost@2026-11-05T00:00:00.000Z",
    kind: "repost",
    postedAt: "2026-11-05T00:00:00.000Z",
    likes: null,
  });
  const uri = `at://${did}/app.bsky.feed.repost/3krepost`;
  expect(one({}, { author: stranger, reason: { ...reason, uri } })).toMatchObject({ postId: "3krepost" });
});

test("what others wrote is not the account's", () => {
  expect(one({}, { author: stranger })).toBeUndefined();
});

test("a pinned post is marked", () => {
  expect(one({}, { reason: { $type: "app.bsky.feed.defs#reasonPin" } })).toMatchObject({ pinned: true });
});

test("links, hashtags and media are counted once each, whatever else the record holds", () => {
  const link = (uri: string) => ({ features: [{ $type: "app.bsky.richtext.facet#link", uri }] });
  const tag = { features: [{ $type: "app.bsky.richtext.facet#tag", tag: "pharma" }] };
  const facets = [link("https://a.example"), link("https://b.example"), tag, { features: "odd" }, 7];
  const embed = { media: { images: [{}, {}], external: { uri: "https://a.example" } } };
  expect(one({ facets, embed, tags: ["pharma", "cro"], unknown: { deep: 1 } })).toMatchObject({
    linkCount: 2,
    hashtagCount: 2,
    mediaCount: 2,
    likes: null,
  });
});

test("an item that cannot be read is told as such and does not hide the others", () => {
  expect(postsOfFeed({ cursor: null, feed: ["?", {}, null] }, did)).toEqual([null, null, null]);
});
