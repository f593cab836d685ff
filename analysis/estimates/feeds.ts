import { defaultLevel, type Estimated, missing } from "./interval.ts";
import { truncatedRate, windowRate } from "./rates.ts";

/** What a source shows of an account's posts. */
export interface FeedView {
  order: "newest_first" | "other";
  /** Most posts the source shows; null when it shows all. */
  cap: number | null;
  visible: number;
  /** Age of the oldest visible post in days; null when none is visible. */
  oldestAgeDays: number | null;
  /** Visible posts within the window; needed only where the window is covered. */
  inWindow: number;
  /** Days the account existed, or that the view reaches back, whichever is less; Infinity where neither is known. */
  historyDays: number;
}

/** Which estimator a feed allows, and what it gives. */
export interface FeedReading {
  mode: "window" | "truncated" | "none";
  posts: number;
  /** False when `posts` is only a lower bound of the posts in the window. */
  isExact: boolean;
  exposureDays: number;
  rate: Estimated;
}

/**
 * Chooses the estimator for a feed (M12): the window's own count where the window is covered, the truncated feed's rate where the
 * cap cuts it off, none where posts are not in order.
 */
export function readFeed(view: FeedView, windowDays: number, level = defaultLevel): FeedReading {
  const { order, cap, visible, oldestAgeDays } = view;
  if (order !== "newest_first") {
    return {
      mode: "none",
      posts: visible,
      isExact: false,
      exposureDays: 0,
      rate: missing("not_chronological"),
    };
  }
  const isWhole = cap === null || visible < cap;
  const reachDays = oldestAgeDays ?? 0;
  if (isWhole || reachDays > windowDays) {
    const exposureDays = Math.min(windowDays, view.historyDays);
    const rate = windowRate(view.inWindow, exposureDays, level);
    return { mode: "window", posts: view.inWindow, isExact: true, exposureDays, rate };
  }
  const rate = truncatedRate(visible, reachDays, { level });
  return { mode: "truncated", posts: visible, isExact: false, exposureDays: reachDays, rate };
}
