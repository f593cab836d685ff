import { expect, test } from "vitest";
import { youtubeDataApi } from "../../../../crawler/platforms/observers/youtube.ts";
import { syntheticTokens } from "../../../../datasets/synthetic/platforms/tokens.ts";
import { answerYoutube } from "../../../../datasets/synthetic/platforms/youtube.ts";
import { postsOf } from "../../../../datasets/synthetic/posts.ts";
import { directory, scenario } from "../small.ts";
import { accountsOn, asking, year } from "./replica.ts";

test("every channel tells the observer what is true, by its handle or its id", async () => {
  const { effects } = asking(answerYoutube, syntheticTokens.youtube);
  const all = accountsOn("youtube");
  expect(all.some(({ truth }) => truth.account.startsWith("channel/"))).toBe(true);
  for (const { truth, account } of all) {
    const posts = postsOf(truth, scenario.seed);
    const isGone = truth.access === "suspended" || truth.access === "missing";
    const seen = await youtubeDataApi.observe(account, year, effects);
    expect(seen, truth.accountId).toMatchObject({
      status: isGone ? "gone" : "observed",
      counters: { posts: isGone ? null : posts.length },
      lastPostAt: isGone || !posts[0] ? null : new Date(posts[0].at).toISOString(),
    });
    if (!isGone) {
      const inYear = posts.filter(({ at }) => at >= Date.parse(year.from));
      expect(seen.posts).toHaveLength(inYear.length);
    }
  }
});

const ask = (method: string, query: Record<string, string>, token: string | null = syntheticTokens.youtube) =>
  answerYoutube(
    {
      ...{ scheme: "https", host: "www.googleapis.com", path: `/youtube/v3/${method}`, token },
      query: new URLSearchParams(query),
    },
    directory,
  );

test.each([
  [null, 400, "keyInvalid"],
  [`${syntheticTokens.youtube}-capped`, 403, "quotaExceeded"],
  [`${syntheticTokens.youtube}-forbidden`, 403, "accessNotConfigured"],
])("the key %s is refused with %i", (token, status, reason) => {
  const answer = ask("channels", {}, token);
  expect([answer.status, answer.body.includes(reason)]).toEqual([status, true]);
});

test("where nothing is found there is no list at all, and no playlist is 404", () => {
  expect(JSON.parse(ask("channels", { forHandle: "@nobody" }).body).items).toBeUndefined();
  expect(ask("playlistItems", { playlistId: "UUnobody" }).status).toBe(404);
  expect(ask("search", {}).status).toBe(404);
});
