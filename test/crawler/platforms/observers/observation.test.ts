import { expect, test } from "vitest";
import {
  failed,
  isFuture,
  observed,
  type Reading,
  type SeenPost,
  subjectOf,
} from "../../../../crawler/platforms/observers/observation.ts";
import { accountOn, daysAgo, fixture, now, period } from "./fixture.ts";

const account = accountOn("x", "lab", "https://x.com/lab");
const observer = { name: "test", access: "public" } as const;
const subject = subjectOf(account, observer, { period, effects: fixture(() => undefined).effects });

function post(days: number, more: Partial<SeenPost> = {}): SeenPost {
  const counts = { linkCount: null, ownLink: null, hashtagCount: null, mediaCount: null };
  const replies = { likes: null, comments: null, shares: null };
  const postedAt = daysAgo(days);
  return {
    postId: `p${days}`,
    postedAt,
    precision: "instant",
    kind: "original",
    pinned: false,
    ...counts,
    ...replies,
    ...more,
  };
}

const reading: Reading = {
  platformId: "7",
  counters: { posts: 3, followers: null, createdAt: null },
  posts: [post(30), post(1)],
  isComplete: true,
  cap: null,
  filters: [],
  failure: null,
};
const ids = (change: Partial<Reading>) =>
  observed(subject, { ...reading, ...change }).posts.map(({ postId }) => postId);

test("posts come newest first, each once, and carry their observation's id", () => {
  const { posts, observationId } = observed(subject, { ...reading, posts: [post(30), post(1), post(30)] });
  expect(posts.map(({ postId }) => postId)).toEqual(["p1", "p30"]);
  expect(posts[0]?.observationId).toBe(observationId);
});

test("an old pinned post is dropped, so that it neither opens the window nor counts as the newest", () => {
  const posts = [post(900, { pinned: true }), post(30), post(1)];
  expect(observed(subject, { ...reading, posts, isComplete: false }).window).toMatchObject({
    from: daysAgo(30),
    cap: 2,
  });
});

test("a pinned post that is the newest is a post", () => {
  expect(ids({ posts: [post(0.5, { pinned: true }), post(30)] })).toEqual(["p0.5", "p30"]);
});

test("a pinned post that also stands in its place is counted there", () => {
  expect(ids({ posts: [post(30, { pinned: true }), post(1), post(30)] })).toEqual(["p1", "p30"]);
});

test("skewed clocks are forgiven, the future is not", () => {
  expect(ids({ posts: [post(-0.003), post(-0.5), post(1)] })).toEqual(["p-0.003", "p1"]);
  expect(isFuture("2026-11-22T12:05:00Z", now)).toBe(false);
  expect(isFuture("2026-11-22T12:05:01Z", now)).toBe(true);
});

test("what is seen from before the window is no part of it but tells the last post", () => {
  const observation = observed(subject, { ...reading, posts: [post(400)] });
  expect(observation).toMatchObject({ posts: [], lastPostAt: daysAgo(400), sided: "two" });
});

test("the window is closed: a post at its very begin counts", () => {
  expect(ids({ posts: [post(365)] })).toEqual(["p365"]);
});

test("nothing seen of an open window proves nothing", () => {
  const observation = observed(subject, { ...reading, posts: [], isComplete: false });
  expect(observation).toMatchObject({ status: "partial", reason: "no_visible_post", sided: "none" });
  expect(observation.window.from).toBeNull();
});

test("a failure with posts is partial, without posts it is the status", () => {
  const failure = { status: "rate_limited", reason: "http_429" } as const;
  const open = { ...reading, isComplete: false, failure };
  expect(observed(subject, open)).toMatchObject({ status: "partial", reason: "http_429", sided: "two" });
  expect(observed(subject, { ...open, posts: [] })).toMatchObject({ status: "rate_limited", sided: "none" });
});

test("a failed observation claims neither window nor counters", () => {
  expect(failed(subject, { status: "gone", reason: "not_found" })).toMatchObject({
    observationId: "x:lab/test/1",
    observedAt: now,
    sided: "none",
    window: { from: null, to: null, complete: false },
    counters: { posts: null, followers: null, createdAt: null },
    posts: [],
  });
});
