import { createHash } from "node:crypto";
import { isBefore } from "../../../datasets/order.ts";
import { type ReadDate, readDate } from "./dates.ts";
import type { FeedEntry } from "./feed-entries.ts";
import { isFuture, type SeenPost } from "./observation.ts";

/** A feed's entries as posts, and what their dates and their order are worth. */
export interface FeedPosts {
  posts: readonly SeenPost[];
  /** Entries without a date that can be read. */
  undated: number;
  /** Entries that say only when they were changed last. */
  updatedOnly: number;
  /** Newest first or oldest first, but for a few that were put on top; those are marked as pinned. */
  isChronological: boolean;
}

/** Entries dated in the future, as some programs announce, are left out. */
export function postsOfEntries(entries: readonly FeedEntry[], now: string): FeedPosts {
  const dated = entries.flatMap((entry) => {
    const published = firstDate(entry.published);
    const date = published ?? firstDate(entry.updated);
    return date ? [{ post: postOf(entry, date), isUpdate: published === null }] : [];
  });
  const past = dated.filter(({ post }) => !isFuture(post.postedAt, now));
  return {
    ...inOrderOfTime(withUniqueIds(past.map(({ post }) => post))),
    undated: entries.length - dated.length,
    updatedOnly: past.filter(({ isUpdate }) => isUpdate).length,
  };
}

function firstDate(written: readonly string[]): ReadDate | null {
  return written.map(readDate).find((date) => date !== null) ?? null;
}

function postOf({ id }: FeedEntry, { instant, precision }: ReadDate): SeenPost {
  return {
    postId: id === null ? `entry@${instant}` : safeId(id),
    postedAt: instant,
    precision,
    kind: "original",
    ...{ linkCount: null, ownLink: null, hashtagCount: null, mediaCount: null, pinned: false },
    ...{ likes: null, comments: null, shares: null },
  };
}

/** No text leaves the observer: an id that could be a title is hashed. */
function safeId(written: string): string {
  const id = written.trim();
  const isMachineMade = /^\S{1,1000}$/.test(id) && /[:/\d]/.test(id);
  return isMachineMade ? id : createHash("sha256").update(id).digest("hex").slice(0, 16);
}

/** Some feeds give all their entries one id; an entry repeated with the same date is one entry. */
function withUniqueIds(posts: readonly SeenPost[]): SeenPost[] {
  const dates = new Map<string, string>();
  return posts.map((post) => {
    const { postId, postedAt } = post;
    const known = dates.get(postId) ?? postedAt;
    dates.set(postId, known);
    return known === postedAt ? post : { ...post, postId: `${postId}#${postedAt}` };
  });
}

/** A day: many feeds have dates without times, and authors change them. */
const graceMs = 86_400_000;

/** Share of entries that may stand above newer ones; with more, the feed is in no order of time. Own choice. */
const mostOnTop = 0.2;

/**
 * An old entry above newer ones was put on top, or its feed is sorted otherwise. It must not pass for the oldest that the feed
 * reaches back to.
 */
function inOrderOfTime(posts: readonly SeenPost[]): Pick<FeedPosts, "posts" | "isChronological"> {
  const rises = posts.filter((post, i) => i > 0 && isBefore(posts[i - 1]?.postedAt ?? "", post.postedAt));
  const newestFirst = rises.length > posts.length / 2 ? posts.toReversed() : posts;
  let newestBelow = Number.NEGATIVE_INFINITY;
  const pinned = newestFirst.toReversed().map((post) => {
    const ms = Date.parse(post.postedAt);
    const isOnTop = newestBelow - ms > graceMs;
    newestBelow = Math.max(newestBelow, ms);
    return { ...post, pinned: isOnTop };
  });
  const onTop = pinned.filter((post) => post.pinned).length;
  return onTop <= Math.max(1, posts.length * mostOnTop)
    ? { posts: pinned.toReversed(), isChronological: true }
    : { posts, isChronological: false };
}
