import { expect, test } from "vitest";
import { randomOf } from "../../../analysis/estimates/permutation.ts";
import { drawFeed, type FeedCase } from "../../../scripts/simulation/feeds.ts";

function shares(given: FeedCase) {
  const random = randomOf(5);
  const draws = Array.from({ length: 300 }, () => drawFeed(given, random));
  const share = (key: "covers" | "isFlagged") => draws.filter((draw) => draw[key]).length / draws.length;
  return { covers: share("covers"), isFlagged: share("isFlagged") };
}

test("the rule holds the truth for posts that come as by chance, whatever a feed shows", () => {
  for (const cap of [null, 15, 100])
    expect(shares({ postsPerDay: 0.5, dispersion: 1, cap }).covers).toBeGreaterThan(0.9);
});

test("bursts are seen and the limits widened, unless the feed is too short to show them", () => {
  expect(shares({ postsPerDay: 1, dispersion: 4, cap: null }).isFlagged).toBeGreaterThan(0.95);
  expect(shares({ postsPerDay: 1, dispersion: 4, cap: 15 }).isFlagged).toBe(0);
});
