import type { Observation } from "../datasets/schema.ts";
import type { ObservationRow } from "../datasets/tables.ts";
import { sorted } from "./estimates/ascending.ts";

/** An observation with its posts reduced to what rates and silence need: when they were, and how surely the newest one is dated. */
export type Seen = ObservationRow & { posts: SeenPosts };

/** The posts one observation saw. */
export interface SeenPosts {
  /** Milliseconds since 1970, ascending; posts dated more than clock skew after the observation's end are errors and not among them. */
  times: Float64Array;
  /** By how many days the newest post can be younger than its date says. */
  slackDays: number;
  /** All posts the source showed, wrongly dated ones too. */
  shown: number;
  /** End of what was seen, milliseconds since 1970: ages and windows are measured from here. */
  endMs: number;
}

/** Clocks may differ by this much; a post further in the future is an error and is left out (M02). */
export const skewMs = 5 * 60_000;

/** By how many days a post can be younger than its date, by the precision of the date. */
export const slackOf = { instant: 0, day: 1, week: 7, month: 31, year: 366 } as const;

/** End of what an observation saw: ages and windows are measured from here. */
export const endOf = ({ window, observedAt }: Pick<ObservationRow, "window" | "observedAt">): string =>
  window.to ?? observedAt;

/** An observation as analysis reads it. */
export function seenOf({ posts, ...row }: Observation): Seen {
  const times = Float64Array.from(posts, ({ postedAt }) => Date.parse(postedAt));
  const slacks = Uint16Array.from(posts, ({ precision }) => slackOf[precision]);
  return seenRow(row, { times, slacks });
}

/** The same of an observation whose posts stand elsewhere. Written out: objects put together from others are slow to make and to read. */
export function seenRow(row: ObservationRow, posts: PostTimes): Seen {
  return {
    observationId: row.observationId,
    accountId: row.accountId,
    platformId: row.platformId,
    observedAt: row.observedAt,
    observer: row.observer,
    access: row.access,
    status: row.status,
    reason: row.reason,
    sided: row.sided,
    window: row.window,
    counters: row.counters,
    countedPosts: row.countedPosts,
    lastPostAt: row.lastPostAt,
    linksTo: row.linksTo,
    posts: seenPosts(posts, Date.parse(endOf(row))),
  };
}

/** Posts of one observation in any order. */
export interface PostTimes {
  /** Milliseconds since 1970; they are put in order where they are. */
  times: Float64Array;
  /** By how many days each post can be younger than it says; null where all are dated to the instant. */
  slacks: Uint16Array | null;
}

/**
 * What rates and silence need of some posts.
 *
 * @param endMs end of what was seen, milliseconds since 1970
 */
export function seenPosts({ times, slacks }: PostTimes, endMs: number): SeenPosts {
  const limit = endMs + skewMs;
  const slackDays = slacks ? newestSlack({ times, slacks }, limit) : 0;
  sorted(times);
  let length = times.length;
  while (length > 0 && (times[length - 1] ?? 0) > limit) length -= 1;
  return { times: times.subarray(0, length), slackDays, shown: times.length, endMs };
}

/** Slack of the newest post that is not from the future; of several at one instant the greatest. */
function newestSlack({ times, slacks }: { times: Float64Array; slacks: Uint16Array }, limit: number): number {
  let [newest, slackDays] = [Number.NEGATIVE_INFINITY, 0];
  for (const [index, at] of times.entries()) {
    const slack = slacks[index] ?? 0;
    if (at > limit || at < newest) continue;
    slackDays = at === newest ? Math.max(slackDays, slack) : slack;
    newest = at;
  }
  return slackDays;
}
