import { z } from "zod";
import type { SeenPost } from "./observation.ts";
import { count, instant, list, maybe, text } from "./tolerant.ts";

const Did = z.object({ did: text });
const Images = maybe(z.array(z.unknown()));

/** What a post shows beside its text: pictures, a film, a link card, another post. */
const Embed = z.object({
  images: Images,
  video: maybe(z.unknown()),
  external: maybe(z.object({ uri: text })),
  media: maybe(
    z.object({ images: Images, video: maybe(z.unknown()), external: maybe(z.object({ uri: text })) }),
  ),
  record: maybe(z.object({ uri: text, record: maybe(z.object({ uri: text })) })),
});

const FeedItem = z.object({
  reason: maybe(z.object({ $type: text, indexedAt: instant, uri: text })),
  post: z.object({
    uri: z.string(),
    author: Did,
    indexedAt: instant,
    likeCount: count,
    replyCount: count,
    repostCount: count,
    record: z.object({
      createdAt: instant,
      reply: maybe(z.object({ parent: z.object({ uri: z.string() }) })),
      embed: maybe(Embed),
      tags: list(z.string()),
      facets: list(z.object({ features: list(z.object({ $type: text, uri: text, tag: text })) })),
    }),
  }),
});
type FeedItem = z.infer<typeof FeedItem>;
type FeedRecord = FeedItem["post"]["record"];

/** A page of `app.bsky.feed.getAuthorFeed`. */
export const AuthorFeed = z.object({ cursor: text, feed: z.array(z.unknown()) });

/**
 * The account's own posts and reposts on one page of its feed.
 *
 * @param did whose feed it is: what others wrote is left out
 * @returns null in place of what has no time or cannot be read
 */
export function postsOfFeed({ feed }: z.infer<typeof AuthorFeed>, did: string): (SeenPost | null)[] {
  return feed.flatMap((item) => {
    const parsed = FeedItem.safeParse(item);
    if (!parsed.success) return null;
    const { reason, post } = parsed.data;
    if (reason?.$type?.endsWith("#reasonRepost")) return repost(reason);
    return post.author.did === did ? ownPost(parsed.data, did) : [];
  });
}

/** A repost has its own time. The post it repeats is another's and is not recorded. */
function repost({ indexedAt, uri }: NonNullable<FeedItem["reason"]>): SeenPost | null {
  if (!indexedAt) return null;
  return {
    postId: uri ? recordKey(uri) : `repost@${indexedAt}`,
    postedAt: indexedAt,
    precision: "instant",
    kind: "repost",
    ...{ linkCount: null, ownLink: null, hashtagCount: null, mediaCount: null, pinned: false },
    ...{ likes: null, comments: null, shares: null },
  };
}

function ownPost({ post, reason }: FeedItem, did: string): SeenPost | null {
  const { record, indexedAt } = post;
  // The order of the feed: createdAt is set by the client and can be imported or in the future (docs.bsky.app, "Timestamps").
  const postedAt = [record.createdAt, indexedAt].filter((time) => time !== null).sort()[0];
  if (!postedAt) return null;
  const features = record.facets.flatMap((facet) => facet.features);
  const links = [
    ...features.map(({ uri }) => uri),
    record.embed?.external?.uri,
    record.embed?.media?.external?.uri,
  ];
  const tags = [...features.map(({ tag }) => tag), ...record.tags];
  return {
    postId: recordKey(post.uri),
    postedAt,
    precision: "instant",
    kind: kindOf(record, did),
    linkCount: distinct(links),
    ownLink: null,
    hashtagCount: distinct(tags),
    mediaCount: mediaIn(record.embed) + mediaIn(record.embed?.media),
    pinned: Boolean(reason?.$type?.endsWith("#reasonPin")),
    likes: post.likeCount,
    comments: post.replyCount,
    shares: post.repostCount,
  };
}

function kindOf({ reply, embed }: FeedRecord, did: string): SeenPost["kind"] {
  if (reply) return reply.parent.uri.startsWith(`at://${did}/`) ? "self_reply" : "reply";
  const embedded = embed?.record?.uri ?? embed?.record?.record?.uri;
  return embedded?.includes("/app.bsky.feed.post/") ? "quote" : "original";
}

const recordKey = (uri: string) => uri.split("/").at(-1) || uri;

const distinct = (values: readonly (string | null | undefined)[]) =>
  new Set(values.filter((value) => value)).size;

const mediaIn = (embed: { images: unknown[] | null; video?: unknown } | null | undefined) =>
  (embed?.images?.length ?? 0) + (embed?.video ? 1 : 0);
