import { dayMs } from "../datasets/durations.ts";
import type { Observation } from "../datasets/schema.ts";
import { sidedOfObservation } from "./recency.ts";
import { seenOf } from "./seen.ts";

/** An account's posts on every whole UTC day that one observation saw. */
export interface DailyPosts {
  observationId: string;
  /** Days since 1970-01-01. */
  firstDay: number;
  counts: readonly number[];
}

/**
 * Posts by day as far back as an observation saw every one of them: a feed that shows only its newest posts reaches to the
 * oldest of these.
 *
 * @returns null where silence could not be seen, where days are not known, and where no whole day was seen
 */
export function dailyPosts(observation: Observation): DailyPosts | null {
  const { observationId, window, posts } = observation;
  const seen = seenOf(observation);
  // Posts that were counted without being shown have no days.
  const isDated =
    observation.countedPosts === null &&
    posts.every(({ precision }) => precision === "instant" || precision === "day");
  if (sidedOfObservation(seen) !== "two" || window.from === null || !isDated) return null;
  const firstDay = Math.ceil(Date.parse(window.from) / dayMs);
  const days = Math.floor(seen.posts.endMs / dayMs) - firstDay;
  if (days < 1) return null;
  const counts = Array<number>(days).fill(0);
  for (const at of Array.from(seen.posts.times)) {
    const place = Math.floor(at / dayMs) - firstDay;
    const before = counts[place];
    if (before !== undefined) counts[place] = before + 1;
  }
  return { observationId, firstDay, counts };
}

/** The UTC day of an instant or a date, in days since 1970-01-01. */
export const dayOf = (instant: string): number => Math.floor(Date.parse(instant) / dayMs);

/** The date of such a day, YYYY-MM-DD. */
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** Counts of whole weeks, of days whose number is a multiple of seven. */
export function weekly(days: readonly number[]): number[] {
  return Array.from({ length: Math.floor(days.length / 7) }, (_, week) =>
    days.slice(7 * week, 7 * week + 7).reduce((total, count) => total + count, 0),
  );
}
