import { expect, test } from "vitest";
import { seenOf } from "../../analysis/seen.ts";
import { daysAgo, observation, observedAt, post } from "./records.ts";

const at = (days: number) => Date.parse(daysAgo(days));

test("posts become instants in order of time, whatever order the source shows them in", () => {
  const { posts } = seenOf(observation({ posts: [post(3), post(200), post(10)] }));
  expect([...posts.times]).toEqual([at(200), at(10), at(3)]);
  expect(posts).toMatchObject({ shown: 3, slackDays: 0 });
});

test("a post from beyond clock skew is an error and no instant, but it was shown", () => {
  const ahead = (minutes: number) =>
    post(0, { postedAt: new Date(Date.parse(observedAt) + minutes * 60_000).toISOString() });
  expect([...seenOf(observation({ posts: [ahead(4), ahead(6)] })).posts.times]).toHaveLength(1);
  expect(seenOf(observation({ posts: [ahead(6)] })).posts.shown).toBe(1);
});

test("how surely the newest post is dated is told, of several at one instant the least sure", () => {
  const posts = [post(3), post(3, { precision: "day" }), post(90, { precision: "month" })];
  expect(seenOf(observation({ posts })).posts.slackDays).toBe(1);
});
