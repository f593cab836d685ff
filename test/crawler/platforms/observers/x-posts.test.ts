import { expect, test } from "vitest";
import { postsOfX, XPosts } from "../../../../crawler/platforms/observers/x-posts.ts";

const page = (...data: unknown[]) => postsOfX(XPosts.parse({ data, meta: { next_token: "n" } }));
const written = {
  id: "1577730467436138524",
  author_id: "7",
  created_at: "2022-10-05T18:40:30.000Z",
  text: "what was said",
  public_metrics: { retweet_count: 1, reply_count: 2, like_count: 3, quote_count: 4 },
  entities: {
    urls: [{ display_url: "acme.com/news" }, { display_url: "pic.twitter.com/xyz" }],
    hashtags: [{ tag: "cro" }],
    mentions: [{ username: "somebody" }],
  },
  attachments: { media_keys: ["3_1"] },
};

test("a post is its id, its instant, its kind and counts: no text and no other people", () => {
  const [post] = page(written);
  expect(post).toEqual({
    postId: "1577730467436138524",
    postedAt: "2022-10-05T18:40:30.000Z",
    precision: "instant",
    kind: "original",
    linkCount: 1,
    ownLink: null,
    hashtagCount: 1,
    mediaCount: 1,
    pinned: false,
    likes: 3,
    comments: 2,
    shares: 1,
  });
  expect(JSON.stringify(post)).not.toMatch(/what was said|somebody/);
});

const referring = (type: string, more: object = {}) => ({ referenced_tweets: [{ type, id: "1" }], ...more });

test.each([
  ["repost", referring("retweeted")],
  ["quote", referring("quoted")],
  ["reply", referring("replied_to", { in_reply_to_user_id: "8" })],
  ["self_reply", referring("replied_to", { in_reply_to_user_id: "7" })],
  ["reply", { in_reply_to_user_id: "8" }],
  ["quote", { referenced_posts: [{ type: "quoted", id: "1" }] }],
  ["original", { referenced_tweets: {} }],
])("a post is a %s by what it refers to, in either naming", (kind, more) => {
  expect(page({ ...written, ...more })[0]?.kind).toBe(kind);
});

test("what a repost shows is somebody else's", () => {
  const [post] = page({ ...written, ...referring("retweeted") });
  expect(post).toMatchObject({ linkCount: null, hashtagCount: null, likes: null, shares: null });
});

test("without fields the id tells the instant, and nothing tells the kind", () => {
  expect(page({ id: written.id, text: "said" })).toMatchObject([
    { postedAt: "2022-10-05T18:40:30.908Z", kind: "unknown", likes: null, linkCount: null },
  ]);
});

test("a post without a time, or one that cannot be read, leaves a gap and is not left out", () => {
  expect(page({ id: "20" }, { text: "no id" }, written).map((post) => post?.postId ?? null)).toEqual([
    null,
    null,
    written.id,
  ]);
  expect(postsOfX(XPosts.parse({}))).toEqual([]);
});
