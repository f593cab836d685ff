import { z } from "zod";
import { isBefore } from "../../../datasets/order.ts";
import { linksIn } from "./links-in.ts";
import type { SeenPost } from "./observation.ts";
import { count, flag, instant, maybe, text } from "./tolerant.ts";

const Something = maybe(z.object({}));

const Status = z.object({
  id: z.string().min(1),
  created_at: instant,
  in_reply_to_id: text,
  in_reply_to_account_id: text,
  reblog: Something,
  quote: Something,
  pinned: flag,
  content: text,
  media_attachments: maybe(z.array(z.unknown())),
  tags: maybe(z.array(z.unknown())),
  favourites_count: count,
  replies_count: count,
  reblogs_count: count,
});
type Status = z.infer<typeof Status>;

/** A page of `/api/v1/accounts/:id/statuses`. */
export const Statuses = z.array(z.unknown());

/** What is read of a page, for `readsOf`: of a text only how many links it has, of others only that they are there. */
export function statusMembers(accountId: string) {
  const counts = { favourites_count: true, replies_count: true, reblogs_count: true } as const;
  const others = { reblog: {}, quote: {}, media_attachments: {}, tags: {}, in_reply_to_id: "mark" } as const;
  const answered = (value: unknown) => (value === null || value === accountId ? value : "other");
  const own = { id: true, created_at: true, pinned: true, in_reply_to_account_id: answered } as const;
  return { ...own, ...others, ...counts, content: linksAlone } as const;
}

/** A text without its words: as many links as were in it. */
function linksAlone(content: unknown): unknown {
  return typeof content === "string" && content !== ""
    ? `<p>${'<a href="#"></a>'.repeat(linksIn(content))}</p>`
    : null;
}

/**
 * The posts on one page, with the links of a post counted and its text dropped.
 *
 * @param accountId whose page it is: tells a thread from a reply
 * @returns null in place of what has no time or cannot be read
 */
export function postsOfStatuses(statuses: readonly unknown[], accountId: string): (SeenPost | null)[] {
  const posts = statuses.map((status) => {
    const parsed = Status.safeParse(status);
    return parsed.success ? postOf(parsed.data, accountId) : null;
  });
  // Only a pinned post that stands above a newer one is out of order; most servers leave it where it belongs.
  return posts.map(
    (post, index) => post && { ...post, pinned: post.pinned && standsAboveNewer(post, posts.slice(index)) },
  );
}

const standsAboveNewer = (post: SeenPost, below: readonly (SeenPost | null)[]) =>
  below.some((other) => other !== null && isBefore(post.postedAt, other.postedAt));

function postOf(status: Status, accountId: string): SeenPost | null {
  if (!status.created_at) return null;
  const isRepost = status.reblog !== null;
  const own = <T>(value: T) => (isRepost ? null : value);
  return {
    postId: status.id,
    postedAt: status.created_at,
    precision: "instant",
    kind: kindOf(status, accountId),
    linkCount: status.content === null ? null : own(linksIn(status.content)),
    ownLink: null,
    hashtagCount: own(status.tags?.length ?? null),
    mediaCount: own(status.media_attachments?.length ?? null),
    pinned: status.pinned,
    likes: own(status.favourites_count),
    comments: own(status.replies_count),
    shares: own(status.reblogs_count),
  };
}

function kindOf(status: Status, accountId: string): SeenPost["kind"] {
  if (status.reblog) return "repost";
  // When the parent was deleted, its id is null but its author's is not.
  if (status.in_reply_to_account_id === accountId) return "self_reply";
  if (status.in_reply_to_account_id || status.in_reply_to_id) return "reply";
  return status.quote ? "quote" : "original";
}
