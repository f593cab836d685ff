import { z } from "zod";
import { dispersionOf } from "../../../analysis/estimates/dispersion.ts";
import { weekProfile } from "../../../analysis/estimates/evenness.ts";
import { readFeed } from "../../../analysis/estimates/feeds.ts";
import { consistencyOf, rhythmOf, silenceP, silenceRateLimit } from "../../../analysis/estimates/gaps.ts";
import { industryRates } from "../../../analysis/estimates/industry-rates.ts";
import { truncatedRate, windowRate } from "../../../analysis/estimates/rates.ts";
import { conf, type Measure, number, numbers, of, optional, pair, rate } from "./measure.ts";

/** Cadence. */
export const cadence: Readonly<Record<string, Measure>> = {
  M10: of(z.object({ x: number, T_days: number, conf }), ({ x, T_days, conf: level }) =>
    rate(windowRate(x, T_days, level)),
  ),
  M11: of(
    z.object({ k_visible: number, T_days: number, D: number.optional(), conf }),
    ({ k_visible, T_days, D, conf: level }) => ({
      ...rate(truncatedRate(k_visible, T_days, { level, ...(D === undefined ? {} : { dispersion: D }) })),
      mle: T_days > 0 ? k_visible / T_days : null,
    }),
  ),
  M12: of(
    z.object({
      cap: optional,
      visible: number,
      order: z.string(),
      oldest_visible_age_days: optional,
      in_window: number.optional(),
      window_days: number.default(90),
      account_age_days: optional,
      conf,
    }),
    (view) => {
      const isInside = (view.oldest_visible_age_days ?? 0) <= view.window_days;
      const found = readFeed(
        {
          order: view.order === "newest_first" ? "newest_first" : "other",
          cap: view.cap,
          visible: view.visible,
          oldestAgeDays: view.oldest_visible_age_days,
          inWindow: view.in_window ?? (isInside ? view.visible : Number.NaN),
          historyDays: view.account_age_days ?? Number.POSITIVE_INFINITY,
        },
        view.window_days,
        view.conf,
      );
      return {
        mode: found.mode,
        count_exact: found.isExact,
        ...(found.mode === "window"
          ? { count_in_window: found.posts }
          : { count_in_window_lower_bound: found.posts }),
        T_days: found.exposureDays,
        ...rate(found.rate),
      };
    },
  ),
  M13: of(z.object({ gaps_days: numbers, current_gap_days: number, conf }), (gaps) => ({
    p: silenceP(gaps.gaps_days, gaps.current_gap_days),
    rate_upper_95: silenceRateLimit(gaps.current_gap_days, gaps.conf),
  })),
  M14: of(z.object({ weekly_counts: numbers, conf }), ({ weekly_counts, conf: level }) => {
    const { variance, index, size, interval, ...rest } = dispersionOf(weekly_counts, level);
    return { ...rest, var: variance, D: index, nb_k: size, quasi_poisson_ci: interval };
  }),
  M15: of(z.object({ post_times_days: numbers }), ({ post_times_days }) => {
    const found = rhythmOf(post_times_days);
    return {
      n_gaps: found.nGaps,
      mean_gap: found.meanGap,
      cv: found.cv,
      B: found.burstiness,
      A_n: found.burstinessFinite,
      gini: found.gini,
      longest: found.longest,
    };
  }),
  M16: of(
    z.object({ post_times_days: numbers, end_days: number, covered_days: number }),
    ({ post_times_days, end_days, covered_days }) => {
      const found = consistencyOf(post_times_days, end_days, covered_days);
      return {
        longest_silence_days: found?.longestSilence ?? null,
        is_current: found?.isCurrent ?? null,
        active_weeks_share: found?.activeWeeks ?? null,
      };
    },
  ),
  M17: of(z.object({ mon_to_sun: numbers }), ({ mon_to_sun }) => {
    const found = weekProfile(mon_to_sun);
    return {
      shares: found?.shares ?? null,
      weekend_share: found?.weekendShare ?? null,
      entropy: found?.entropy ?? null,
      chi2: found?.chi2 ?? null,
      p: found?.p ?? null,
    };
  }),
  M18: of(z.object({ accounts: z.array(pair) }), ({ accounts }) => ({
    ...industryRates(accounts.map(([posts, days]) => ({ posts, days }))),
  })),
};
