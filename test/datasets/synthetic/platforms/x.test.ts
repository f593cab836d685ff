import { expect, test } from "vitest";
import { xCounts } from "../../../../crawler/platforms/observers/x-counts.ts";
import { xLookup } from "../../../../crawler/platforms/observers/x-lookup.ts";
import { xTimeline } from "../../../../crawler/platforms/observers/x-timeline.ts";
import { xUserId } from "../../../../datasets/synthetic/handles.ts";
import { syntheticTokens } from "../../../../datasets/synthetic/platforms/tokens.ts";
import { answerX, snowflake } from "../../../../datasets/synthetic/platforms/x.ts";
import { postsOf } from "../../../../datasets/synthetic/posts.ts";
import { directory, scenario } from "../small.ts";
import { accountsOn, asking, year } from "./replica.ts";

const ask = (path: string, query: Record<string, string>, token: string | null = syntheticTokens.x) =>
  answerX({ scheme: "https", host: "api.x.com", path, query: new URLSearchParams(query), token }, directory);
const all = accountsOn("x");
const now = Date.parse(scenario.now);

test.each(["", "-new"])("a lookup tells of every account what is true (token%s)", async (ending) => {
  const { effects, asked } = asking(answerX, syntheticTokens.x + ending);
  const seen = await xLookup.together?.observe(
    all.map(({ account }) => account),
    year,
    effects,
  );
  expect(asked).toHaveLength(ending === "" ? 1 : 2);
  const ends = {
    open: "observed",
    opted_out: "protected",
    suspended: "gone",
    missing: "gone",
    moved: "gone",
  };
  for (const [at, { truth }] of all.entries()) {
    const posts = postsOf(truth, scenario.seed);
    const isRead = truth.access === "open";
    expect(seen?.[at], truth.accountId).toMatchObject({
      status: ends[truth.access],
      lastPostAt: isRead && posts[0] ? new Date(posts[0].at).toISOString() : null,
    });
    if (isRead) expect(seen?.[at]?.counters.posts).toBe(posts.length);
  }
  expect(new Set(seen?.map(({ status }) => status)).size).toBe(3);
});

test("a renamed account answers to its number, under its new name", async () => {
  const { effects } = asking(answerX, syntheticTokens.x);
  const moved = accountsOn("x", ({ access }) => access === "moved");
  expect(moved.length).toBeGreaterThan(0);
  for (const { truth, account } of moved) {
    const known = { ...account, platformId: xUserId(truth) };
    expect(await xLookup.observe(known, year, effects)).toMatchObject({
      status: "moved",
      reason: `renamed_to ${truth.account}_new`,
    });
  }
});

test.each(["", "-new"])(
  "counts and timelines agree with the posts that were written (token%s)",
  async (ending) => {
    const { effects } = asking(answerX, syntheticTokens.x + ending);
    for (const { truth, account } of accountsOn("x", ({ access }) => access === "open").slice(0, 8)) {
      const posts = postsOf(truth, scenario.seed);
      const week = posts.filter(({ at }) => at >= now - 7 * 86_400_000 && at < now);
      expect((await xCounts.observe(account, year, effects)).countedPosts).toBe(week.length);
      const seen = await xTimeline.observe({ ...account, platformId: xUserId(truth) }, year, effects);
      const inYear = posts.filter(({ at }) => at >= Date.parse(year.from));
      expect(seen.posts.map(({ postId, kind }) => [postId, kind])).toEqual(
        inYear.slice(0, 200).map(({ at, kind }) => [snowflake(at), kind]),
      );
      expect(seen.window.complete).toBe(inYear.length <= 200);
    }
  },
);

test.each([
  [null, 401],
  ["somebody's", 401],
  [`${syntheticTokens.x}-forbidden`, 403],
  [`${syntheticTokens.x}-capped`, 429],
  [`${syntheticTokens.x}-limited-9999999999`, 429],
])("the token %s is refused with %i", (token, status) => {
  const answer = ask("/2/users/by", { usernames: "a" }, token);
  expect(answer.status).toBe(status);
  expect(Number(answer.headers["x-rate-limit-reset"])).toBeGreaterThan(0);
});

test("each naming knows its own fields only, and fields that were not asked for are not there", () => {
  const [{ truth } = { truth: { account: "" } }] = accountsOn("x", ({ access }) => access === "open");
  const fields = (list: string) => ask("/2/users/by", { usernames: truth.account, "user.fields": list });
  expect(fields("most_recent_post_id").status).toBe(400);
  expect(fields("most_recent_tweet_id").status).toBe(200);
  expect(fields("created_at").body).not.toContain("most_recent");
});

test("more than a hundred users at once, or none, are too many and too few", () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `a${at}`).join(",");
  expect(ask("/2/users/by", { usernames: names(101) }).status).toBe(400);
  expect(ask("/2/users/by", {}).status).toBe(400);
  expect(ask("/2/users/by", { usernames: names(100) }).status).toBe(200);
});

test("what is not there is not there", () => {
  expect(ask("/2/nothing", {}).status).toBe(404);
  expect(ask("/2/users/1/tweets", {}).status).toBe(404);
  expect(ask("/robots.txt", {}, null).body).toContain("Allow: /");
});
