import { chiSquareQuantile, studentQuantile, zOf } from "./distributions.ts";
import { defaultLevel, type Estimated, type Interval, missing } from "./interval.ts";

/** Least age in days of an account whose lifetime rate means anything (M49). */
const minLifetimeDays = 30;

/** Least days between two readings of a counter (M50). */
export const minCounterDays = 7;

/**
 * Posting rate over a window every post of which was seen (M10).
 *
 * @param exposureDays days actually covered: the window or the account's age, whichever is less
 * @returns posts a day with the exact Poisson interval; lower limit 0 at no posts. A posting series is rarely Poisson:
 *   under overdispersion (M14) this interval is a floor
 * @see Garwood 1936
 */
export function windowRate(posts: number, exposureDays: number, level = defaultLevel): Estimated {
  if (!(exposureDays > 0)) return missing("no_exposure");
  const tail = (1 - level) / 2;
  const low = posts === 0 ? 0 : chiSquareQuantile(tail, 2 * posts);
  const high = chiSquareQuantile(1 - tail, 2 * posts + 2);
  return rate(posts, exposureDays, [low / 2, high / 2]);
}

/** How a feed that shows only its newest posts is read. */
export interface FeedOptions {
  level?: number;
  /** Index of dispersion of the weekly counts (M14); above 1 it widens the interval. */
  dispersion?: number;
}

/**
 * Posting rate from a feed that shows only its newest posts (M11).
 *
 * @param visible posts seen, newest first
 * @param exposureDays from the oldest seen post to the observation
 * @returns posts a day, `(visible - 1) / exposureDays`: the stopping post carries no information, and dividing by all
 *   of them is biased by k / (k - 1). Null and `degenerate` when all were posted at the instant of observation
 * @see Epstein & Sobel 1953 (exposure ~ Gamma(visible, rate), time reversed)
 */
export function truncatedRate(visible: number, exposureDays: number, options: FeedOptions = {}): Estimated {
  const { level = defaultLevel, dispersion = 1 } = options;
  if (visible < 1) return missing("no_posts");
  if (!(exposureDays > 0)) return missing("degenerate");
  const tail = (1 - level) / 2;
  const limit = (p: number): number => chiSquareQuantile(p, 2 * visible) / 2;
  const stretch = Math.exp(zOf(level) * Math.sqrt(dispersion / visible));
  const limits: Interval =
    dispersion > 1 ? [visible / stretch, visible * stretch] : [limit(tail), limit(1 - tail)];
  return rate(visible - 1, exposureDays, limits);
}

/**
 * Limits of a rate whose weeks differ by more than chance (M14): the log's standard error times the root of the dispersion.
 *
 * @param posts at least one
 * @param index index of dispersion over so many bins
 * @see McCullagh & Nelder 1989, section 6.2 (quasi-Poisson)
 */
export function quasiPoissonInterval(
  posts: number,
  exposureDays: number,
  { index, bins }: { index: number; bins: number },
  level = defaultLevel,
): Interval {
  const t = studentQuantile(0.5 + level / 2, bins - 1);
  const stretch = Math.exp(t * Math.sqrt(Math.max(1, index) / posts));
  return [posts / stretch / exposureDays, (posts * stretch) / exposureDays];
}

/**
 * Lifetime rate from a counter and the account's creation (M49): a mean over all years, after deletions, replies and
 * reposts included. Never to be mixed with the rates of M10 and M11.
 *
 * @param ageDays age of the account at the reading, at least 30
 */
export function lifetimeRate(counter: number, ageDays: number, level = defaultLevel): Estimated {
  return ageDays >= minLifetimeDays ? windowRate(counter, ageDays, level) : missing("account_too_young");
}

/**
 * Rate between two readings of one account's counter (M50); what was deleted in between is missing from it, so zero does not
 * prove silence.
 *
 * @param days between the readings, at least 7
 * @returns null and `posts_deleted` when the counter fell
 */
export function counterRate(increase: number, days: number, level = defaultLevel): Estimated {
  if (!(days >= minCounterDays)) return missing("readings_too_close");
  return increase < 0 ? missing("posts_deleted") : windowRate(increase, days, level);
}

/**
 * Rates that agree with two rounded readings ("12.3K"), least to greatest; each reading is an interval [low, high].
 *
 * @returns null when the readings are too close or the counter surely fell
 */
export function roundedCounterRate(first: Interval, second: Interval, days: number): Interval | null {
  const most = second[1] - first[0];
  if (!(days >= minCounterDays) || most < 0) return null;
  return [Math.max(0, second[0] - first[1]) / days, most / days];
}

function rate(count: number, exposureDays: number, [low, high]: Interval): Estimated {
  const interval: Interval = [low / exposureDays, high / exposureDays];
  return { estimate: count / exposureDays, interval, reason: null };
}
