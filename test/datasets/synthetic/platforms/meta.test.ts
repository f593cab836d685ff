import { expect, test } from "vitest";
import { facebookPages } from "../../../../crawler/platforms/observers/facebook.ts";
import { businessDiscovery } from "../../../../crawler/platforms/observers/instagram.ts";
import { threadsDiscovery } from "../../../../crawler/platforms/observers/threads.ts";
import { answerMeta } from "../../../../datasets/synthetic/platforms/meta.ts";
import { syntheticTokens } from "../../../../datasets/synthetic/platforms/tokens.ts";
import { postsOf } from "../../../../datasets/synthetic/posts.ts";
import { scenario } from "../small.ts";
import { accountsOn, asking, year } from "./replica.ts";

test("Business Discovery tells what is true, and one and the same nothing of whom it does not show", async () => {
  const { effects } = asking(answerMeta, syntheticTokens.meta);
  const all = accountsOn("instagram");
  const seen = await businessDiscovery.together?.observe(
    all.map(({ account }) => account),
    year,
    effects,
  );
  for (const [at, { truth }] of all.entries()) {
    const posts = postsOf(truth, scenario.seed);
    const inYear = posts.filter((post) => post.at >= Date.parse(year.from));
    const isOpen = truth.access === "open";
    expect(seen?.[at], truth.accountId).toMatchObject({
      status: !isOpen ? "presence_only" : inYear.length > 500 ? "partial" : "observed",
    });
    if (isOpen) expect(seen?.[at]?.posts).toHaveLength(Math.min(500, inYear.length));
  }
  expect(seen?.some(({ status }) => status === "presence_only")).toBe(true);
});

test("pages of others and profiles on Threads need what this token has not", async () => {
  const { effects, asked } = asking(answerMeta, syntheticTokens.meta);
  const of = (platform: string) => accountsOn(platform).map(({ account }) => account);
  const pages = await facebookPages.together?.observe(of("facebook"), year, effects);
  const profiles = await threadsDiscovery.together?.observe(of("threads"), year, effects);
  const reasons = new Set(
    [...(pages ?? []), ...(profiles ?? [])].map(({ status, reason }) => `${status} ${reason}`),
  );
  expect([...reasons]).toEqual(["token_required permission_missing"]);
  expect(asked).toHaveLength(2);
});

test.each([
  ["wrong", "token_rejected"],
  [`${syntheticTokens.meta}-forbidden`, "permission_missing"],
  [`${syntheticTokens.meta}-capped`, "rate_limit"],
])("the token %s is refused", async (token, reason) => {
  const { effects } = asking(answerMeta, token);
  const [one] = accountsOn("instagram");
  if (!one) throw new Error("the small scenario has accounts on Instagram");
  expect(await businessDiscovery.observe(one.account, year, effects)).toMatchObject({ reason });
});
