import { byCodeUnit } from "../datasets/order.ts";
import type { Cadence, Observation } from "../datasets/schema.ts";
import { dayMs } from "./activity.ts";
import type { Estimated } from "./estimates/interval.ts";
import { counterRate, lifetimeRate, minCounterDays, truncatedRate, windowRate } from "./estimates/rates.ts";
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
  const inOrder = newestFirst.filter(
    (each) => sidedOfObservation(each) === "two" && each.window.order === "newest_first",
  );
  return [
    ...inOrder.filter((each) => coversWindow(each, windowDays)).map((each) => fromWindow(each, windowDays)),
    ...inOrder.filter((each) => !coversWindow(each, windowDays)).map(fromTruncated),
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

function coversWindow({ window, ...rest }: Observation, windowDays: number): boolean {
  if (window.complete) return true;
  return window.from !== null && daysBetween(window.from, window.to ?? rest.observedAt) > windowDays;
}

function fromWindow(observation: Observation, windowDays: number): Attempt {
  const end = endOf(observation);
  const { from } = observation.window;
  const seenDays = from === null ? Number.POSITIVE_INFINITY : daysBetween(from, end);
  const exposureDays = Math.min(windowDays, seenDays, accountAge(observation, end));
  const posts = postTimes(observation).filter((at) => daysBetween(at, end) <= exposureDays).length;
  return {
    estimator: "complete_window",
    observation,
    posts,
    isExact: true,
    exposureDays,
    rate: windowRate(posts, exposureDays),
  };
}

function fromTruncated(observation: Observation): Attempt {
  const end = endOf(observation);
  const times = postTimes(observation);
  const exposureDays = Math.max(0, ...times.map((at) => daysBetween(at, end)));
  return {
    estimator: "truncated_feed",
    observation,
    posts: times.length,
    isExact: false,
    exposureDays,
    rate: truncatedRate(times.length, exposureDays),
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
