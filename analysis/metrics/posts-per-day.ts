import { rateMetric } from "./rate-metric.ts";

/** Posts a day in the window before the observation, from feeds that show posts (M10, M11, M18). */
export const postsPerDay = rateMetric({
  id: "posts_per_day",
  title: "Posts a day",
  estimators: ["complete_window", "truncated_feed"],
  isExpected: true,
});
