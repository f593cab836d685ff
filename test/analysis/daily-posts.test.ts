import { expect, test } from "vitest";
import { dailyPosts, dateOf, dayOf, weekly } from "../../analysis/daily-posts.ts";
import { daysAgo, observation, post, posted, unreadable } from "./records.ts";

test("every whole day of the window has its count, the days without a post too", () => {
  const seen = dailyPosts(posted([0.5, 1.2, 1.4, 364.5]));
  expect(seen?.counts).toHaveLength(365);
  expect(seen?.counts.slice(-3)).toEqual([0, 2, 1]);
  expect(seen?.counts[0]).toBe(1);
  expect(dateOf(seen?.firstDay ?? 0)).toBe("2025-08-31");
});

test("a feed that shows only its newest posts reaches back to the first day after the oldest of them", () => {
  const seen = dailyPosts(
    posted([0.5, 3.5], {
      window: { from: daysAgo(3.5), to: null, order: "newest_first", cap: 2, filters: [], complete: false },
    }),
  );
  expect(seen?.counts).toEqual([0, 0, 1]);
});

test("where silence could not be seen, or the day of a post is not known, there are no counts", () => {
  expect(dailyPosts(unreadable())).toBeNull();
  expect(dailyPosts(observation({ sided: "active_only", posts: [post(3)] }))).toBeNull();
  expect(dailyPosts(observation({ posts: [post(3, { precision: "month" })] }))).toBeNull();
  expect(dailyPosts(observation({ posts: [post(3, { precision: "day" })] }))).not.toBeNull();
});

test("a day is a UTC day whatever offset an instant is written in", () => {
  expect(dateOf(dayOf("2011-05-20"))).toBe("2011-05-20");
  expect(dateOf(dayOf("2011-05-20T23:30:00-02:00"))).toBe("2011-05-21");
});

test("weeks are whole: days that do not fill one are left out", () => {
  expect(weekly([1, 1, 1, 1, 1, 1, 1, 2, 0, 0, 0, 0, 0, 0, 9])).toEqual([7, 2]);
});
