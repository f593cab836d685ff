import { expect, test } from "vitest";
import { postsOfEntries } from "../../../../crawler/platforms/observers/feed-posts.ts";
import { now } from "./fixture.ts";

const entry = (id: string | null, ...published: string[]) => ({ id, published, updated: [] });
const read = (...entries: ReturnType<typeof entry>[]) => postsOfEntries(entries, now);

test("the first date that can be read is taken", () => {
  expect(read(entry("urn:1", "soon", "Mon, 16 Oct 2017 15:10:00 +0000", "1518478934")).posts).toMatchObject([
    { postedAt: "2017-10-16T15:10:00.000Z", precision: "instant", kind: "original" },
  ]);
});

test("entries without any readable date are counted, not invented", () => {
  expect(read(entry("urn:1", "soon"), entry("urn:2"), entry("urn:3", "2026-11-01"))).toMatchObject({
    undated: 2,
    posts: [{ postId: "urn:3", precision: "day" }],
  });
});

test("an id that could be a title is hashed", () => {
  const [title, word, url] = read(
    entry("Our new laboratory", "2026-11-03"),
    entry("Laboratory", "2026-11-02"),
    entry("https://a.example/news/new-laboratory", "2026-11-01"),
  ).posts;
  expect(title?.postId).toMatch(/^[0-9a-f]{16}$/);
  expect(word?.postId).toMatch(/^[0-9a-f]{16}$/);
  expect(url?.postId).toBe("https://a.example/news/new-laboratory");
});

test("one id for all entries does not make them one post", () => {
  const ids = read(entry("urn:1", "2026-11-03"), entry("urn:1", "2026-11-02"), entry(null, "2026-11-01"));
  expect(new Set(ids.posts.map(({ postId }) => postId)).size).toBe(3);
});

test("a feed that begins with its oldest entry is in order of time too", () => {
  const { posts, isChronological } = read(
    entry("urn:1", "2026-08-01"),
    entry("urn:2", "2026-09-01"),
    entry("urn:3", "2026-10-01"),
  );
  expect(isChronological).toBe(true);
  expect(posts.every(({ pinned }) => !pinned)).toBe(true);
});

test("entries of one day may stand in any order", () => {
  const read3 = read(
    entry("a:1", "2026-11-03T08:00Z"),
    entry("a:2", "2026-11-03T20:00Z"),
    entry("a:3", "2026-11-01"),
  );
  expect(read3.posts.map(({ pinned }) => pinned)).toEqual([false, false, false]);
});

test("an entry on top that is older than what follows is marked", () => {
  const { posts } = read(entry("a:1", "2015-01-01"), entry("a:2", "2026-11-03"), entry("a:3", "2026-11-01"));
  expect(posts.map(({ pinned }) => pinned)).toEqual([true, false, false]);
});

test("a far future date does not upset the order of the others", () => {
  const { posts, isChronological } = read(
    entry("a:1", "2026-11-03"),
    entry("a:2", "2026-11-02"),
    entry("a:3", "2062-11-01"),
  );
  expect(isChronological).toBe(true);
  expect(posts).toHaveLength(2);
});
