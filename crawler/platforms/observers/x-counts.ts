import { z } from "zod";
import type { Effects } from "../../effects.ts";
import type { Observer } from "../platform.ts";
import { blank, failed, subjectOf } from "./observation.ts";
import type { Answer } from "./responses.ts";
import { count, instant, list, maybe } from "./tolerant.ts";
import { askX } from "./x-api.ts";

/** The middle rung of X: how many posts an account wrote in the last seven days, without showing one. */
export const xCounts: Observer = {
  name: "x_counts",
  access: "token",
  showsNoPosts: true,
  async observe(account, period, effects) {
    const subject = subjectOf(account, xCounts, { period, effects });
    const answer = await askForCounts(account.account.replace(/^id\//, ""), effects);
    if (answer.failure) return failed(subject, answer.failure);
    const bins = answer.data.data.map(({ start, tweet_count, post_count }) => ({
      start,
      posts: tweet_count ?? post_count,
    }));
    const [first] = bins;
    const isWhole = bins.every(({ start, posts }) => start !== null && posts !== null);
    if (!first || !isWhole) return failed(subject, { status: "error", reason: "malformed" });
    const { window, ...known } = blank(subject, account.platformId);
    return {
      ...known,
      sided: "two",
      window: { ...window, from: first.start, to: subject.observedAt, complete: true },
      countedPosts: bins.reduce((sum, { posts }) => sum + (posts ?? 0), 0),
      // The begin of the hour: the post itself is at most that much younger.
      lastPostAt: bins.findLast(({ posts }) => posts !== 0)?.start ?? null,
    };
  },
  bill: ({ length }) => ({ requests: [length, length], units: [length, length], unit: "request" }),
};

const Counts = z.object({
  data: list(z.object({ start: instant, tweet_count: count, post_count: count })),
  meta: maybe(z.object({})),
});
type Counts = z.infer<typeof Counts>;

function askForCounts(name: string, effects: Effects): Promise<Answer<Counts>> {
  return askX(
    {
      observer: xCounts,
      path: "/tweets/counts/recent",
      query: { query: `from:${name}`, granularity: "hour" },
      schema: Counts,
      members: { start: true, tweet_count: true, post_count: true },
      spent: () => ({ unit: "request", units: 1 }),
    },
    effects,
  );
}
