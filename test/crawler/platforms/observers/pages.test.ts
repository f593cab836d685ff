import { expect, test } from "vitest";
import type { SeenPost } from "../../../../crawler/platforms/observers/observation.ts";
import { readPages } from "../../../../crawler/platforms/observers/pages.ts";
import { daysAgo, period } from "./fixture.ts";

function post(days: number, pinned = false): SeenPost {
  const counts = { linkCount: null, ownLink: null, hashtagCount: null, mediaCount: null };
  const replies = { likes: null, comments: null, shares: null };
  return {
    postId: `p${days}`,
    postedAt: daysAgo(days),
    precision: "instant",
    kind: "original",
    pinned,
    ...counts,
    ...replies,
  };
}

/** Reads numbered pages; a page of undefined is the last one's successor. */
async function read(
  pages: readonly (readonly (SeenPost | null)[])[],
  nextOf = (page: number) => `${page + 1}`,
) {
  let turned = 0;
  const paged = await readPages(period, async (next) => {
    turned += 1;
    const page = Number(next ?? 0);
    const posts = pages[page] ?? [];
    return { data: { posts, next: page + 1 < pages.length ? nextOf(page) : null }, failure: null };
  });
  return { ...paged, turned };
}

test("reading ends with the page that is older than the period", async () => {
  const paged = await read([[post(1)], [post(300), post(400)], [post(500)]]);
  expect(paged).toMatchObject({ end: "period", failure: null, turned: 2 });
  expect(paged.posts).toHaveLength(3);
});

test("a pinned old post does not end it", async () => {
  expect(await read([[post(1), post(900, true)], [post(2)]])).toMatchObject({ end: "last_page", turned: 2 });
});

test("an empty page with a next one does not end it", async () => {
  expect(await read([[post(1)], [], [post(2)]])).toMatchObject({ end: "last_page", turned: 3 });
});

test("pages that lead in a circle end broken", async () => {
  const paged = await read([[post(1)], [post(2)], [post(3)]], () => "1");
  expect(paged).toMatchObject({ end: "broken", failure: { reason: "pages_repeat" } });
});

test("pages without end are cut off", async () => {
  const endless = Array.from({ length: 200 }, () => [post(1)]);
  expect(await read(endless)).toMatchObject({
    end: "broken",
    failure: { reason: "page_limit" },
    turned: 100,
  });
});

test("a post that cannot be read makes the count a lower bound", async () => {
  const paged = await read([[post(1), null, post(400)]]);
  expect(paged).toMatchObject({ end: "broken", failure: { status: "partial", reason: "unreadable_posts" } });
  expect(paged.posts).toHaveLength(2);
});

test("a failure keeps what was seen before", async () => {
  const failure = { status: "blocked", reason: "http_403" } as const;
  const paged = await readPages(period, async (next) =>
    next === null ? { data: { posts: [post(1)], next: "2" }, failure: null } : { data: null, failure },
  );
  expect(paged).toEqual({ posts: [post(1)], end: "broken", failure });
});
