import { dayMs } from "../datasets/durations.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Cadence } from "../datasets/schema.ts";
import { readFeed } from "./estimates/feeds.ts";
import type { Estimated, Interval } from "./estimates/interval.ts";
import {
  counterRate,
  lifetimeRate,
  minCounterDays,
  quasiPoissonInterval,
  windowRate,
} from "./estimates/rates.ts";
import { sidedOfObservation } from "./recency.ts";
import { weeklyDispersion } from "./rhythm.ts";
import { endOf, type Seen } from "./seen.ts";

/** A rate of one account with what it rests on; `rate` says why where there is none. */
export interface Attempt {
  estimator: Exclude<Cadence["estimator"], "none">;
  observation: Seen;
  posts: number;
  /** False when `posts` is only a lower bound of the posts in the window. */
  isExact: boolean;
  exposureDays: number;
  rate: Estimated;
  method: Cadence["ciMethod"];
  /** Index of dispersion of the weeks of the exposure; null where it was not judged. */
  dispersion: number | null;
}

/**
 * What can be said of an account's recent rate, best first: a window every post of which was seen, a feed that shows only its
 * newest posts, two readings of a counter (M12).
 */
export function recentRates(observations: readonly Seen[], windowDays: number): Attempt[] {
  const newestFirst = [...observations].sort(
    (a, b) => b.posts.endMs - a.posts.endMs || byCodeUnit(a.observationId, b.observationId),
  );
  const [whole, truncated]: [Attempt[], Attempt[]] = [[], []];
  for (const each of newestFirst) {
    const attempt = sidedOfObservation(each) === "two" && !isGlance(each) ? fromFeed(each, windowDays) : null;
    if (attempt) (attempt.estimator === "complete_window" ? whole : truncated).push(attempt);
  }
  return [...whole, ...truncated, ...fromCounters(newestFirst, windowDays)];
}

/** A person who looked up the newest post alone has seen no series of posts. */
const isGlance = ({ access, countedPosts }: Seen): boolean => access === "manual" && countedPosts === null;

/** Mean rate since an account was opened, from its newest counter; null where counter or creation are not known (M49). */
export function lifetimeAttempt(observations: readonly Seen[]): Attempt | null {
  const known = observations.filter(({ counters }) => counters.posts !== null && counters.createdAt !== null);
  const observation = known.sort(
    (a, b) =>
      Date.parse(b.observedAt) - Date.parse(a.observedAt) || byCodeUnit(a.observationId, b.observationId),
  )[0];
  if (!observation) return null;
  const posts = observation.counters.posts ?? 0;
  const exposureDays = accountAge(observation, observation.observedAt);
  return {
    estimator: "lifetime",
    observation,
    posts,
    isExact: true,
    exposureDays,
    rate: lifetimeRate(posts, exposureDays),
    ...unjudged,
  };
}

/** Counters, and posts that were counted for us, tell nothing of single weeks. */
const unjudged = { method: "garwood", dispersion: null } as const;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** Days since the account was created; Infinity where that is not known. */
function accountAge({ counters }: Seen, at: string): number {
  return counters.createdAt === null ? Number.POSITIVE_INFINITY : daysBetween(counters.createdAt, at);
}

const estimators = { window: "complete_window", truncated: "truncated_feed" } as const;

/** The rate that a feed allows; null where its posts are not in order. */
function fromFeed(observation: Seen, windowDays: number): Attempt | null {
  const { window, countedPosts } = observation;
  const end = endOf(observation);
  const { times, endMs } = observation.posts;
  const oldest = times[0];
  const seenDays = window.from === null ? Number.POSITIVE_INFINITY : daysBetween(window.from, end);
  const historyDays = Math.min(seenDays, accountAge(observation, end));
  if (countedPosts !== null) return counted(observation, Math.min(windowDays, historyDays));
  const { mode, posts, isExact, exposureDays, rate } = readFeed(
    {
      order: window.order,
      cap: window.complete ? null : times.length,
      visible: times.length,
      oldestAgeDays: oldest === undefined ? null : Math.max(0, endMs - oldest) / dayMs,
      inWindow: countSince(times, endMs - Math.min(windowDays, historyDays) * dayMs),
      historyDays,
    },
    windowDays,
  );
  if (mode === "none") return null;
  const attempt: Attempt = {
    estimator: estimators[mode],
    observation,
    posts,
    isExact,
    exposureDays,
    rate,
    method: ways[mode].plain,
    dispersion: null,
  };
  return rate.estimate === null ? attempt : widened(attempt);
}

const ways = {
  window: { plain: "garwood", wide: "quasi_poisson" },
  truncated: { plain: "gamma", wide: "gamma_widened" },
} as const;

/** Widens the limits of a rate as far as its weeks differ by more than chance would have them (M14). */
function widened(attempt: Attempt): Attempt {
  const { estimator, observation, posts, exposureDays, rate } = attempt;
  const { index, bins } = weeklyDispersion(observation, exposureDays);
  if (index === null || index <= 1 || rate.estimate === null) return { ...attempt, dispersion: index };
  const wide = quasiPoissonInterval(posts, exposureDays, { index, bins });
  const interval: Interval = [Math.min(wide[0], rate.interval[0]), Math.max(wide[1], rate.interval[1])];
  const mode = estimator === "complete_window" ? "window" : "truncated";
  return { ...attempt, rate: { ...rate, interval }, method: ways[mode].wide, dispersion: index };
}

/** Posts at or after an instant, by bisection. */
function countSince(times: ArrayLike<number>, instant: number): number {
  let [from, to] = [0, times.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((times[middle] ?? 0) < instant) from = middle + 1;
    else to = middle;
  }
  return times.length - from;
}

/** The rate of a window whose posts were counted for us; a window longer than asked for is not cut. */
function counted(observation: Seen, exposureDays: number): Attempt {
  const posts = observation.countedPosts ?? 0;
  return {
    estimator: "complete_window",
    observation,
    posts,
    isExact: true,
    exposureDays,
    rate: windowRate(posts, exposureDays),
    ...unjudged,
  };
}

/** The newest reading of the counter against the earlier one whose distance comes nearest to the window. */
function fromCounters(newestFirst: readonly Seen[], windowDays: number): Attempt[] {
  const [last, ...earlier] = newestFirst.filter(
    ({ counters, platformId }) => counters.posts !== null && platformId !== null,
  );
  if (!last) return [];
  const daysBefore = (other: Seen) => daysBetween(other.observedAt, last.observedAt);
  const first = earlier
    .filter((other) => other.platformId === last.platformId && daysBefore(other) >= minCounterDays)
    .sort((a, b) => Math.abs(daysBefore(a) - windowDays) - Math.abs(daysBefore(b) - windowDays))[0];
  if (!first) return [];
  const increase = (last.counters.posts ?? 0) - (first.counters.posts ?? 0);
  const rate = counterRate(increase, daysBefore(first));
  return [
    {
      estimator: "counter_difference",
      observation: last,
      posts: Math.max(0, increase),
      isExact: false,
      exposureDays: daysBefore(first),
      rate,
      ...unjudged,
    },
  ];
}
