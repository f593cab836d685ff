import { expect, test } from "vitest";
import { type FeedView, readFeed } from "../../../analysis/estimates/feeds.ts";

const view = (more: Partial<FeedView>): FeedView => ({
  order: "newest_first",
  cap: 15,
  visible: 15,
  oldestAgeDays: 42,
  inWindow: 15,
  historyDays: 2_000,
  ...more,
});

test.each([
  ["an uncapped feed shows its whole history", { cap: null, inWindow: 9 }, "window", 9, 90],
  [
    "a feed below its cap shows its whole history",
    { visible: 8, inWindow: 8, historyDays: 20 },
    "window",
    8,
    20,
  ],
  [
    "a feed at its cap that reaches beyond the window covers it",
    { oldestAgeDays: 130, inWindow: 9 },
    "window",
    9,
    90,
  ],
  ["a feed at its cap within the window is truncated", {}, "truncated", 15, 42],
  ["a feed that ends on the window's edge is truncated", { oldestAgeDays: 90 }, "truncated", 15, 90],
  [
    "an empty feed of an old account is a window without posts",
    { visible: 0, oldestAgeDays: null, inWindow: 0 },
    "window",
    0,
    90,
  ],
] as const)("%s", (_, more, mode, posts, exposureDays) => {
  expect(readFeed(view(more), 90)).toMatchObject({ mode, posts, exposureDays, isExact: mode === "window" });
});

test("posts out of order allow no rate", () => {
  expect(readFeed(view({ order: "other" }), 90)).toMatchObject({
    mode: "none",
    rate: { estimate: null, reason: "not_chronological" },
  });
});

test("an account created at the instant of observation has no exposure", () => {
  expect(readFeed(view({ visible: 0, inWindow: 0, historyDays: 0 }), 90).rate.reason).toBe("no_exposure");
});
