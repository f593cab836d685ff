import { expect, test } from "vitest";
import { postsOfStatuses } from "../../../../crawler/platforms/observers/mastodon-posts.ts";

const created_at = "2026-11-01T10:00:00.000Z";
const read = (status: object) => postsOfStatuses([{ id: "1", created_at, ...status }], "42")[0];

test.each([
  ["an original post", {}, "original"],
  ["a boost", { reblog: { id: "9", created_at: "2020-01-01T00:00:00Z" } }, "repost"],
  ["a reply", { in_reply_to_id: "8", in_reply_to_account_id: "7" }, "reply"],
  ["a reply whose parent was deleted", { in_reply_to_id: null, in_reply_to_account_id: "7" }, "reply"],
  ["a reply in an own thread", { in_reply_to_id: "8", in_reply_to_account_id: "42" }, "self_reply"],
  ["a quote", { quote: { state: "accepted" } }, "quote"],
])("%s is told as such, at its own time", (_, status, kind) => {
  expect(read(status)).toMatchObject({ postId: "1", kind, postedAt: created_at });
});

test("links are counted without mentions and hashtags, and the text is dropped", () => {
  const content = `<p>SECRET <a href="https://a.example">x</a> <a class="u-url mention" href="https://b.example/@b">@b</a>
    <a class="mention hashtag" href="https://c.example/tags/t">#t</a> <a>no link</a></p>`;
  const post = read({
    content,
    tags: [{}, {}],
    media_attachments: [{}],
    favourites_count: 3,
    replies_count: 0,
  });
  expect(post).toMatchObject({
    linkCount: 1,
    hashtagCount: 2,
    mediaCount: 1,
    likes: 3,
    comments: 0,
    shares: null,
  });
  expect(JSON.stringify(post)).not.toContain("SECRET");
});

test("what a boost repeats is not counted as the account's", () => {
  expect(read({ reblog: {}, content: "<a href='x'>x</a>", favourites_count: 5, tags: [{}] })).toMatchObject({
    linkCount: null,
    hashtagCount: null,
    likes: null,
  });
});

test("missing and odd fields are unknown, not zero", () => {
  expect(read({ tags: "none", favourites_count: -1 })).toMatchObject({
    linkCount: null,
    hashtagCount: null,
    mediaCount: null,
    likes: null,
  });
});

test("a status without time or id cannot be counted", () => {
  expect(postsOfStatuses([{ id: "1" }, { created_at }, "?", null], "42")).toEqual([null, null, null, null]);
});

test("a pinned status counts as pinned only where it stands above a newer one", () => {
  const at = (day: number, pinned: boolean) => ({
    id: `${day}`,
    created_at: `2026-11-${day}T10:00:00Z`,
    pinned,
  });
  const posts = postsOfStatuses([at(10, true), at(12, true), at(20, false), at(15, true)], "42");
  expect(posts.map((post) => post?.pinned)).toEqual([true, true, false, false]);
});
