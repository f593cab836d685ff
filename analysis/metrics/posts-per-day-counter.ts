import { rateMetric } from "./rate-metric.ts";

/** Posts a day between two readings of an account's counter, deleted posts missing (M50, M18). */
export const postsPerDayCounter = rateMetric({
  id: "posts_per_day_counter",
  title: "Posts a day between two readings of the counter",
  estimators: ["counter_difference"],
  isExpected: false,
});
