import { rateMetric } from "./rate-metric.ts";

/** Posts a day since the account was opened: a mean over all years, never comparable with recent rates (M49, M18). */
export const postsPerDayLifetime = rateMetric({
  id: "posts_per_day_lifetime",
  title: "Posts a day since the account was opened",
  estimators: ["lifetime"],
  isExpected: false,
});
