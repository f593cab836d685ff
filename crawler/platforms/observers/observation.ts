import { byCodeUnit, isBefore } from "../../../datasets/order.ts";
import type { Account, Observation, ObservationStatus, Post } from "../../../datasets/schema.ts";
import type { Effects } from "../../effects.ts";
import type { Period } from "../platform.ts";

/** Whom one observation is about, who makes it, when, and about which time. */
export interface Subject {
  account: Account;
  observer: { name: string; access: Observation["access"] };
  /** t_obs. */
  observedAt: string;
  period: Period;
  /** Tells observations of one account by one observer apart; 1 when absent. */
  ordinal?: string;
}

/** Why nothing, or not everything, could be seen. */
export interface Failure {
  status: Exclude<ObservationStatus, "observed">;
  reason: string;
}

/** A post as a source shows it. */
export type SeenPost = Omit<Post, "observationId">;

/** A post of which a source tells no more than when it was posted, and perhaps what kind it is. */
export function barePost(postId: string, postedAt: string, kind: SeenPost["kind"]): SeenPost {
  // Written out: there may be a million, and an object put together from others takes ten times as long.
  return {
    postId,
    postedAt,
    precision: "instant",
    kind,
    linkCount: null,
    ownLink: null,
    hashtagCount: null,
    mediaCount: null,
    pinned: false,
    likes: null,
    comments: null,
    shares: null,
  };
}

/** What a source showed of an account. */
export interface Reading {
  platformId: string | null;
  counters: Observation["counters"];
  /** In any order. */
  posts: readonly SeenPost[];
  /** Whether every post since the period's begin is among them. */
  isComplete: boolean;
  /** Most posts the source shows; null when it shows all. */
  cap: number | null;
  filters: readonly string[];
  /** What the profile links to, by `linkedDomains`; absent where the source shows no profile. */
  linksTo?: readonly string[];
  /** Set when something kept the observer from seeing everything. */
  failure: Failure | null;
}

/** The subject of an observation made now. */
export function subjectOf(
  account: Account,
  observer: Subject["observer"],
  { period, effects }: { period: Period; effects: Effects },
): Subject {
  return { account, observer, period, observedAt: effects.now() };
}

/** An observation that saw no post: it proves neither activity nor silence. */
export function failed(subject: Subject, failure: Failure, platformId: string | null = null): Observation {
  return { ...blank(subject, platformId), ...failure };
}

/**
 * An observation of what a source showed. Complete windows begin where the period does; others at the oldest post that is
 * visible, and then nothing is claimed about the time before it (M12).
 */
export function observed(subject: Subject, reading: Reading): Observation {
  const { isComplete, cap, counters } = reading;
  const to = earlier(subject.period.to, subject.observedAt);
  const posts = inOrder(reading.posts, to);
  const from = isComplete ? subject.period.from : (posts.at(-1)?.postedAt ?? null);
  const sawNothing = posts.length === 0 && !isComplete;
  const failure = reading.failure ?? (sawNothing ? nothingVisible : null);
  const { observationId, ...rest } = blank(subject, reading.platformId);
  return {
    observationId,
    ...rest,
    status: failure === null ? "observed" : sawNothing ? failure.status : "partial",
    reason: failure?.reason ?? null,
    sided: sawNothing ? "none" : "two",
    window: {
      askedFrom: subject.period.from,
      from,
      to,
      order: "newest_first",
      cap: isComplete ? cap : (cap ?? posts.length),
      filters: [...reading.filters],
      complete: isComplete,
    },
    counters,
    lastPostAt: posts[0]?.postedAt ?? null,
    linksTo: reading.linksTo ? [...reading.linksTo] : null,
    posts: posts
      .filter(({ postedAt }) => from !== null && !isBefore(postedAt, from))
      .map((post) => ({ observationId, ...post })),
  };
}

const nothingVisible: Failure = { status: "partial", reason: "no_visible_post" };

/** An observation before anything is known: it proves nothing yet. */
export function blank(subject: Subject, platformId: string | null): Observation {
  const { account, observer, observedAt, ordinal = "1" } = subject;
  return {
    observationId: `${account.accountId}/${observer.name}/${ordinal}`,
    accountId: account.accountId,
    platformId: platformId ?? account.platformId,
    observedAt,
    observer: observer.name,
    access: observer.access,
    status: "observed",
    reason: null,
    sided: "none",
    window: {
      askedFrom: subject.period.from,
      ...{ from: null, to: null, order: "newest_first", cap: null, filters: [], complete: false },
    },
    counters: { posts: null, followers: null, createdAt: null },
    countedPosts: null,
    lastPostAt: null,
    linksTo: null,
    posts: [],
  };
}

/** Newest first, each post once, none from the future, pinned ones only where they are the newest. */
function inOrder(posts: readonly SeenPost[], to: string): SeenPost[] {
  const past = posts.filter(({ postedAt }) => !isFuture(postedAt, to));
  const sorted = past.toSorted(
    (a, b) => byCodeUnit(b.postedAt, a.postedAt) || byCodeUnit(a.postId, b.postId),
  );
  const known = new Set<string>();
  return sorted.filter((post, index) => {
    const isNew = !known.has(post.postId) && (index === 0 || !post.pinned);
    if (isNew) known.add(post.postId);
    return isNew;
  });
}

/** Clocks that differ by this much are skewed; a post further in the future is an error (M02). */
const skewMs = 5 * 60_000;

/** Whether a post claims a time that has not come yet. */
export const isFuture = (postedAt: string, now: string) =>
  isBefore(now, postedAt) && Date.parse(postedAt) > Date.parse(now) + skewMs;

const earlier = (a: string, b: string) => (isBefore(a, b) ? a : b);
