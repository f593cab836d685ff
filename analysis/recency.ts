import { dayMs } from "../datasets/durations.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Cadence } from "../datasets/schema.ts";
import { rungDays, rungOf } from "./activity.ts";
import { endOf, type Seen, skewMs } from "./seen.ts";

/** When an account last posted, as far as all observations of it together can prove. */
export type AccountRecency = Pick<Cadence, "lastPostAt" | "ageDays" | "silentDays" | "activity" | "sided"> & {
  /** Instant at which ages end; null when there was no observation. */
  observedAt: string | null;
  /** Why the activity is what it is, where that is not plain: always there for `unobservable`, `empty` and `gone`. */
  reason: string | null;
};

/**
 * The newest provable post of any observation. A post proves activity whoever saw it; silence counts only from an observation
 * that would have seen a post. Of several such observations the newest decides.
 *
 * @param observations all of one account, in any order
 */
export function recencyOf(observations: readonly Seen[]): AccountRecency {
  const inTime = [...observations].sort(oldestFirst);
  const anchor = anchorOf(inTime);
  const sided = sidedOf(inTime, anchor);
  if (!anchor) return { ...unobservable(inTime), sided };
  const newest = newestPost(inTime);
  const ageDays = newest && Math.max(0, anchor.posts.endMs - newest.at) / dayMs;
  const { silentDays, activity, reason } = verdictOf(anchor, newest, { ageDays, sided });
  const lastPostAt = newest && new Date(newest.at).toISOString();
  return { observedAt: endOf(anchor), lastPostAt, ageDays, silentDays, activity, sided, reason };
}

type Verdict = Pick<AccountRecency, "silentDays" | "activity" | "reason">;

function verdictOf(
  anchor: Seen,
  newest: NewestPost | null,
  { ageDays, sided }: Pick<AccountRecency, "ageDays" | "sided">,
): Verdict {
  if (isGone(anchor)) return { silentDays: null, activity: "gone", reason: goneReason(anchor) };
  if (!newest && isEmpty(anchor)) return { silentDays: null, activity: "empty", reason: "counter_zero" };
  const silentDays = sided === "two" ? silenceOf(anchor, ageDays, newest?.slackDays ?? 0) : null;
  const { activity, reason } = rungBetween(silentDays, ageDays);
  return { silentDays, activity, reason };
}

/** What an observation can prove. A view that is not in order proves activity only, whatever it says (M12). */
export function sidedOfObservation(observation: Seen): Seen["sided"] {
  const { sided, window, access } = observation;
  // An observer that would have read the posts of a living account was in a position to see either.
  if (isGone(observation)) return access === "public" || access === "token" ? "two" : sided;
  if (sided !== "two" || window.order === "newest_first") return sided;
  // A counter alone can tell that there never was a post, and nothing else.
  return isEmpty(observation) ? "none" : "active_only";
}

/** Whether an observation can prove that an account is active, silent or gone. */
export const isTelling = (observation: Pick<Seen, "sided" | "status" | "reason">): boolean =>
  observation.sided !== "none" || isGone(observation);

/** An account that moved to another address goes on there, unseen; one whose handle now belongs to somebody else is gone. */
const isGone = ({ status, reason }: Pick<Seen, "status" | "reason">): boolean =>
  status === "gone" || (status === "moved" && reason === "handle_changed");

const isEmpty = ({ counters, posts, lastPostAt }: Seen): boolean =>
  counters.posts === 0 && posts.shown === 0 && lastPostAt === null;

const goneReason = ({ status, reason }: Seen): string => reason ?? status;

const isConclusive = (observation: Seen): boolean =>
  isGone(observation) || isEmpty(observation) || sidedOfObservation(observation) === "two";

/** By instant; at one instant what shows more comes later: gone, then empty, then posts. */
function oldestFirst(a: Seen, b: Seen): number {
  const rank = (observation: Seen) => (isGone(observation) ? 0 : isEmpty(observation) ? 1 : 2);
  return a.posts.endMs - b.posts.endMs || rank(a) - rank(b) || byCodeUnit(a.observationId, b.observationId);
}

/** The observation that decides: the newest conclusive one, unless a post was seen after the account was said to be gone. */
function anchorOf(inTime: readonly Seen[]): Seen | undefined {
  const conclusive = inTime.findLast(isConclusive);
  if (conclusive && !isGone(conclusive)) return conclusive;
  const witness = inTime.findLast((observation) => newestPost([observation]) !== null);
  return witness && (!conclusive || oldestFirst(conclusive, witness) < 0) ? witness : conclusive;
}

function sidedOf(inTime: readonly Seen[], anchor: Seen | undefined): Cadence["sided"] {
  if (anchor && sidedOfObservation(anchor) === "two") return "two";
  return inTime.some((observation) => sidedOfObservation(observation) === "active_only")
    ? "active_only"
    : "none";
}

function unobservable(inTime: readonly Seen[]): Omit<AccountRecency, "sided"> {
  const last = inTime.at(-1);
  const plain = last && (last.status === "observed" || last.status === "partial");
  return {
    observedAt: last ? endOf(last) : null,
    lastPostAt: null,
    ageDays: null,
    silentDays: null,
    activity: "unobservable",
    reason: last ? (plain ? (last.reason ?? "no_post_seen") : last.status) : "not_observed",
  };
}

interface NewestPost {
  /** Milliseconds since 1970. */
  at: number;
  /** By how many days the post can be younger than its date says. */
  slackDays: number;
}

function newestPost(observations: readonly Seen[]): NewestPost | null {
  let newest: NewestPost | null = null;
  for (const observation of observations) {
    if (isGone(observation) || sidedOfObservation(observation) === "none") continue;
    const post = newestIn(observation);
    if (post && (!newest || post.at > newest.at)) newest = post;
  }
  return newest;
}

/** The newest post listed, unless the source tells of a newer one that is not from the future. */
function newestIn(observation: Seen): NewestPost | null {
  const { times, slackDays, endMs } = observation.posts;
  const listed = times[times.length - 1];
  const told = observation.lastPostAt === null ? Number.NaN : Date.parse(observation.lastPostAt);
  const isNews = told > (listed ?? Number.NEGATIVE_INFINITY);
  if (isNews && told <= endMs + skewMs) return { at: told, slackDays: 0 };
  return listed === undefined ? null : { at: listed, slackDays };
}

/** Days surely without a post: up to the newest post, or through a complete window in which there was none. */
function silenceOf(
  { window, countedPosts, posts }: Seen,
  ageDays: number | null,
  slack: number,
): number | null {
  if (ageDays !== null) return Math.max(0, ageDays - slack);
  // Posts that were counted without their dates are no silence.
  if (!window.complete || window.from === null || (countedPosts ?? 0) > 0) return null;
  return (posts.endMs - Date.parse(window.from)) / dayMs;
}

/** The rung, if the least and the greatest age agree on one. */
function rungBetween(silentDays: number | null, ageDays: number | null): Omit<Verdict, "silentDays"> {
  const oldest = ageDays === null ? "abandoned" : rungOf(ageDays);
  const unknown = (reason: string) => ({ activity: "unobservable", reason }) as const;
  if (oldest === "active") return { activity: "active", reason: null };
  if (silentDays === null) return unknown("one_sided");
  // Without any post the whole window was silent, its first instant included.
  const youngest = ageDays === null && silentDays >= rungDays[3] ? "abandoned" : rungOf(silentDays);
  return youngest === oldest
    ? { activity: oldest, reason: null }
    : unknown(ageDays === null ? "window_too_short" : "coarse_dates");
}
