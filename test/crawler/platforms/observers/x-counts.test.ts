import { expect, test } from "vitest";
import { measureCadence } from "../../../../analysis/cadence.ts";
import { xCounts } from "../../../../crawler/platforms/observers/x-counts.ts";
import { accountOn, daysAgo, now, period, withToken } from "./fixture.ts";

const acme = accountOn("x", "acme", "https://x.com/acme");
const bins = (word: string, ...counts: readonly number[]) => ({
  data: counts.map((count, at) => ({
    start: daysAgo(7 - at),
    end: daysAgo(6 - at),
    [`${word}_count`]: count,
  })),
  meta: { [`total_${word}_count`]: 0 },
});

test.each(["tweet", "post"])(
  "the posts of seven days are counted, in the naming of %s_count",
  async (word) => {
    const { effects, asked, events } = withToken("x", () => ({ body: bins(word, 0, 3, 0, 1, 0, 0, 0) }));
    const seen = await xCounts.observe(acme, period, effects);
    expect(seen).toMatchObject({
      status: "observed",
      sided: "two",
      countedPosts: 4,
      lastPostAt: daysAgo(4),
      posts: [],
      window: { from: daysAgo(7), to: now, complete: true },
    });
    expect(asked).toEqual(["https://api.x.com/2/tweets/counts/recent?query=from%3Aacme&granularity=hour"]);
    expect(events).toEqual([
      { type: "spent", spending: { observer: "x_counts", unit: "request", units: 1 } },
    ]);
    expect(measureCadence(acme, [seen], 90)).toMatchObject([
      { estimator: "complete_window", posts: 4, exposureDays: 7, postsPerDay: 4 / 7 },
    ]);
  },
);

test("a week without a post proves a week of silence, no more", async () => {
  const { effects } = withToken("x", () => ({ body: bins("tweet", 0, 0, 0, 0, 0, 0, 0) }));
  const seen = await xCounts.observe(acme, period, effects);
  expect(seen).toMatchObject({ countedPosts: 0, lastPostAt: null });
  expect(measureCadence(acme, [seen], 90)).toMatchObject([
    { postsPerDay: 0, silentDays: 7, activity: "unobservable" },
  ]);
});

test("counts that are not all there are none", async () => {
  for (const body of [{ data: [] }, { data: [{ start: daysAgo(7) }] }, {}]) {
    const { effects } = withToken("x", () => ({ body }));
    expect(await xCounts.observe(acme, period, effects)).toMatchObject({
      status: "error",
      reason: "malformed",
    });
  }
});

test("an account known by its number is asked for by it", async () => {
  const { effects, asked } = withToken("x", () => ({ status: 429, body: {} }));
  expect(await xCounts.observe({ ...acme, account: "id/55" }, period, effects)).toMatchObject({
    status: "rate_limited",
    sided: "none",
  });
  expect(asked[0]).toContain("from%3A55&");
});
