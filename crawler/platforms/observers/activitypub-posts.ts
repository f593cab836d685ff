import { z } from "zod";
import { linksIn } from "./links-in.ts";
import type { SeenPost } from "./observation.ts";
import { instant, list, maybe, text } from "./tolerant.ts";

const Note = z.object({
  id: text,
  published: instant,
  inReplyTo: text,
  content: text,
  attachment: maybe(z.array(z.unknown())),
  tag: list(z.object({ type: text })),
  quoteUrl: text,
  quote: text,
});
type Note = z.infer<typeof Note>;

const Activity = z.object({
  id: text,
  type: z.string(),
  actor: z
    .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
    .nullish()
    .catch(null),
  published: instant,
  object: z.union([z.string(), Note]).nullish().catch(null),
});
type Activity = z.infer<typeof Activity>;

/**
 * The posts and reposts among the activities on one page; likes, follows and edits are none.
 *
 * @param actor whose outbox it is: what others did is left out
 * @returns null in place of a post that has no time or cannot be read
 */
export function postsOfActivities(activities: readonly unknown[], actor: string): (SeenPost | null)[] {
  return activities.flatMap((activity) => {
    const parsed = Activity.safeParse(activity);
    if (!parsed.success) return null;
    const { type, actor: author } = parsed.data;
    if (author && author !== actor) return [];
    if (type === "Announce") return repost(parsed.data);
    return type === "Create" ? post(parsed.data, actor) : [];
  });
}

const uncounted = {
  ...{ linkCount: null, ownLink: null, hashtagCount: null, mediaCount: null, pinned: false },
  ...{ likes: null, comments: null, shares: null },
} as const;

function repost({ id, published }: Activity): SeenPost | null {
  if (!published) return null;
  const postId = id ?? `repost@${published}`;
  return { postId, postedAt: published, precision: "instant", kind: "repost", ...uncounted };
}

function post({ id, published, object }: Activity, actor: string): SeenPost | null {
  const note = object && typeof object !== "string" ? object : null;
  const postedAt = note?.published ?? published;
  const postId = note?.id ?? (typeof object === "string" ? object : id);
  if (!postedAt || !postId) return null;
  return {
    ...{ postId, postedAt, precision: "instant", ...uncounted },
    kind: note ? kindOf(note, actor) : "unknown",
    linkCount: note?.content ? linksIn(note.content) : null,
    hashtagCount: note ? note.tag.filter(({ type }) => type === "Hashtag").length : null,
    mediaCount: note?.attachment?.length ?? null,
  };
}

function kindOf({ inReplyTo, quoteUrl, quote }: Note, actor: string): SeenPost["kind"] {
  if (inReplyTo) return inReplyTo.startsWith(`${actor}/`) ? "self_reply" : "reply";
  return quoteUrl || quote ? "quote" : "original";
}
