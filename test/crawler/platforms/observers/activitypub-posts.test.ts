import { expect, test } from "vitest";
import { postsOfActivities } from "../../../../crawler/platforms/observers/activitypub-posts.ts";
import { daysAgo } from "./fixture.ts";

const actor = "https://social.example/users/lab";
const read = (activity: unknown) => postsOfActivities([activity], actor);
const note = (more: object = {}) => ({
  id: `${actor}/statuses/1`,
  published: daysAgo(1),
  content: "SECRET",
  ...more,
});
const create = (more: object = {}) => ({ type: "Create", actor, object: note(more) });

test.each([
  ["a post of its own", {}, "original"],
  ["an answer", { inReplyTo: "https://other.example/1" }, "reply"],
  ["a thread", { inReplyTo: `${actor}/statuses/0` }, "self_reply"],
  ["a quote", { quoteUrl: "https://other.example/1" }, "quote"],
])("%s is told by its fields", (_, more, kind) => {
  expect(read(create(more))).toMatchObject([{ kind, postedAt: daysAgo(1), postId: `${actor}/statuses/1` }]);
});

test("links, hashtags and media are counted, mentions are not, and the text is dropped", () => {
  const content = '<p>SECRET <a href="https://a.example">a</a> <a class="u-url mention" href="/@b">b</a></p>';
  const tag = [{ type: "Hashtag" }, { type: "Mention" }];
  const posts = read(create({ content, tag, attachment: [{}, {}] }));
  expect(posts).toMatchObject([{ linkCount: 1, hashtagCount: 1, mediaCount: 2 }]);
  expect(JSON.stringify(posts)).not.toContain("SECRET");
});

test("a repost has its own time", () => {
  const announce = {
    id: "r1",
    type: "Announce",
    actor,
    published: daysAgo(2),
    object: "https://o.example/1",
  };
  expect(read(announce)).toMatchObject([{ kind: "repost", postId: "r1", postedAt: daysAgo(2) }]);
});

test("a post told only by its address has the activity's time and no known kind", () => {
  const bare = { type: "Create", actor: { id: actor }, published: daysAgo(3), object: "https://s.example/1" };
  expect(read(bare)).toMatchObject([
    { kind: "unknown", postId: "https://s.example/1", postedAt: daysAgo(3) },
  ]);
});

test("likes, follows and what others did are no posts; what cannot be read breaks the series", () => {
  expect(read({ type: "Like", actor, published: daysAgo(1) })).toEqual([]);
  expect(read({ ...create(), actor: "https://social.example/users/other" })).toEqual([]);
  expect(read("x")).toEqual([null]);
  expect(read(create({ published: "never" }))).toEqual([null]);
});
