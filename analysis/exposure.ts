import { byCodeUnit } from "../datasets/order.ts";
import type { Cadence, Observation } from "../datasets/schema.ts";
import { dayMs } from "./activity.ts";
import { readFeed } from "./estimates/feeds.ts";
import type { Estimated } from "./estimates/interval.ts";
import { counterRate, lifetimeRate, minCounterDays, windowRate } from "./estimates/rates.ts";
import { endOf, postTimes, sidedOfObservation } from "./recency.ts";

/** A rate of one account with what it rests on; `rate` says why where there is none. */
export interface Attempt {
  estimator: Exclude<Cadence["estimator"], "none">;
  observation: Observation;
  posts: number;
  /** False when `posts` is only a lower bound of the posts in the window. */
  isExact: boolean;
  exposureDays: number;
  rate: Estimated;
}

/**
 * What can be said of an account's recent rate, best first: a window every post of which was seen, a feed that shows only its
 * newest posts, two readings of a counter (M12).
 */
export function recentRates(observations: readonly Observation[], windowDays: number): Attempt[] {
  const newestFirst = [...observations].sort(
    (a, b) => Date.parse(endOf(b)) - Date.parse(endOf(a)) || byCodeUnit(a.observationId, b.observationId),
  );
  const feeds = newestFirst
    .filter((each) => sidedOfObservation(each) === "two")
    .flatMap((each) => fromFeed(each, windowDays));
  return [
    ...feeds.filter(({ estimator }) => estimator === "complete_window"),
    ...feeds.filter(({ estimator }) => estimator === "truncated_feed"),
    ...fromCounters(newestFirst, windowDays),
  ];
}

/** Mean rate since an account was opened, from its newest counter; null where counter or creation are not known (M49). */
export function lifetimeAttempt(observations: readonly Observation[]): Attempt | null {
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
  };
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** Days since the account was created; Infinity where that is not known. */
function accountAge({ counters }: Observation, at: string): number {
  return counters.createdAt === null ? Number.POSITIVE_INFINITY : daysBetween(counters.createdAt, at);
}

const estimators = { window: "complete_window", truncated: "truncated_feed" } as const;

/** The rate that a feed allows; none where its posts are not in order. */
function fromFeed(observation: Observation, windowDays: number): Attempt[] {
  const { window, countedPosts } = observation;
  const end = endOf(observation);
  const ages = postTimes(observation).map((at) => daysBetween(at, end));
  const seenDays = window.from === null ? Number.POSITIVE_INFINITY : daysBetween(window.from, end);
  const historyDays = Math.min(seenDays, accountAge(observation, end));
  if (countedPosts !== null) return [counted(observation, Math.min(windowDays, historyDays))];
  const { mode, ...reading } = readFeed(
    {
      order: window.order,
      cap: window.complete ? null : ages.length,
      visible: ages.length,
      oldestAgeDays: ages.length > 0 ? Math.max(0, ...ages) : null,
      inWindow: ages.filter((age) => age <= Math.min(windowDays, historyDays)).length,
      historyDays,
    },
    windowDays,
  );
  return mode === "none" ? [] : [{ estimator: estimators[mode], observation, ...reading }];
}

/** The rate of a window whose posts were counted for us; a window longer than asked for is not cut. */
function counted(observation: Observation, exposureDays: number): Attempt {
  const posts = observation.countedPosts ?? 0;
  return {
    estimator: "complete_window",
    observation,
    posts,
    isExact: true,
    exposureDays,
    rate: windowRate(posts, exposureDays),
  };
}

/** The newest reading of the counter against the earlier one whose distance comes nearest to the window. */
function fromCounters(newestFirst: readonly Observation[], windowDays: number): Attempt[] {
  const [last, ...earlier] = newestFirst.filter(
    ({ counters, platformId }) => counters.posts !== null && platformId !== null,
  );
  if (!last) return [];
  const daysBefore = (other: Observation) => daysBetween(other.observedAt, last.observedAt);
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
    },
  ];
}
