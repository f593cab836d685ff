import { z } from "zod";
import { instantOfPostId } from "../../../datasets/post-ids.ts";
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

/** A record of `app.bsky.feed.post` as its author's program wrote it. */
const PostRecord = z.object({
  createdAt: instant,
  reply: maybe(z.object({ parent: z.object({ uri: z.string() }) })),
  embed: maybe(Embed),
  tags: list(z.string()),
  facets: list(z.object({ features: list(z.object({ $type: text, uri: text, tag: text })) })),
});
type PostRecord = z.infer<typeof PostRecord>;

const FeedItem = z.object({
  reason: maybe(z.object({ $type: text, indexedAt: instant, uri: text })),
  post: z.object({
    uri: z.string(),
    author: Did,
    indexedAt: instant,
    likeCount: count,
    replyCount: count,
    repostCount: count,
    record: PostRecord,
  }),
});
type FeedItem = z.infer<typeof FeedItem>;

/** A record of a repository, of whatever collection. */
const RepoRecord = z.object({ uri: z.string(), value: PostRecord });

/** A page of `com.atproto.repo.listRecords`. */
export const RecordPage = z.object({ cursor: text, records: z.array(z.unknown()) });

/** A page of `app.bsky.feed.getAuthorFeed`. */
export const AuthorFeed = z.object({ cursor: text, feed: z.array(z.unknown()) });

/** What is read of a page, for `readsOf`: of posts by others only that they are there, of links only which are the same. */
export function feedMembers(did: string) {
  const uri = (value: unknown) => ownUri(value, did);
  const link = { uri: "mark" } as const;
  const media = { images: {}, video: {}, external: link };
  const embed = { ...media, media, record: { uri, record: { uri } } };
  const facets = { features: { $type: true, uri: "mark", tag: "mark" } } as const;
  const record = { createdAt: true, reply: { parent: { uri } }, embed, tags: "mark", facets } as const;
  const counts = { likeCount: true, replyCount: true, repostCount: true } as const;
  const author = { did: (value: unknown) => (value === did ? did : "did:other") };
  const post = { uri, author, indexedAt: true, ...counts, record } as const;
  return { cursor: true, feed: { reason: { $type: true, indexedAt: true, uri }, post } } as const;
}

/** The address of a record of an account; of another's only which kind of record it is. */
function ownUri(value: unknown, did: string): unknown {
  if (typeof value !== "string" || value.startsWith(`at://${did}/`)) return value;
  return value.replace(/^at:\/\/[^/]*(\/[\w.]*).*$/s, "at://did:other$1/");
}

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

/**
 * The posts, or the reposts, on one page of a repository. A record has no time but its author's and that of its key: the earlier
 * one counts, as in the AppView, since a program can write any future into a record.
 *
 * @returns null in place of what has no time or cannot be read
 */
export function postsOfRecords(
  { records }: z.infer<typeof RecordPage>,
  { did, isRepost }: { did: string; isRepost: boolean },
): (SeenPost | null)[] {
  return records.map((record) => {
    const parsed = RepoRecord.safeParse(record);
    if (!parsed.success) return null;
    const { uri, value } = parsed.data;
    const times = { createdAt: value.createdAt, seenAt: instantOfPostId("bluesky", recordKey(uri)) };
    if (isRepost) return repost({ indexedAt: earliest(times), uri });
    return postOf(value, { uri, did, seenAt: times.seenAt });
  });
}

/** Instant up to which a page of records reaches back, by the key of its last one: keys, not dates, are in order. */
export function reachOf({ records }: z.infer<typeof RecordPage>): string | null {
  const last = RepoRecord.safeParse(records.at(-1));
  return last.success ? instantOfPostId("bluesky", recordKey(last.data.uri)) : null;
}

const earliest = ({ createdAt, seenAt }: { createdAt: string | null; seenAt: string | null }) =>
  [createdAt, seenAt].filter((time) => time !== null).sort()[0] ?? null;

/** A repost has its own time. The post it repeats is another's and is not recorded. */
function repost({ indexedAt, uri }: { indexedAt: string | null; uri: string | null }): SeenPost | null {
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
  const seen = postOf(post.record, { uri: post.uri, did, seenAt: post.indexedAt });
  return (
    seen && {
      ...seen,
      pinned: Boolean(reason?.$type?.endsWith("#reasonPin")),
      likes: post.likeCount,
      comments: post.replyCount,
      shares: post.repostCount,
    }
  );
}

/** The order of the feed: createdAt is set by the client and can be imported or in the future (docs.bsky.app, "Timestamps"). */
function postOf(
  record: PostRecord,
  { uri, did, seenAt }: { uri: string; did: string; seenAt: string | null },
): SeenPost | null {
  const postedAt = earliest({ createdAt: record.createdAt, seenAt });
  if (!postedAt) return null;
  const features = record.facets.flatMap((facet) => facet.features);
  const links = [
    ...features.map((feature) => feature.uri),
    record.embed?.external?.uri,
    record.embed?.media?.external?.uri,
  ];
  const tags = [...features.map(({ tag }) => tag), ...record.tags];
  return {
    postId: recordKey(uri),
    postedAt,
    precision: "instant",
    kind: kindOf(record, did),
    linkCount: distinct(links),
    ownLink: null,
    hashtagCount: distinct(tags),
    mediaCount: mediaIn(record.embed) + mediaIn(record.embed?.media),
    ...{ pinned: false, likes: null, comments: null, shares: null },
  };
}

function kindOf({ reply, embed }: PostRecord, did: string): SeenPost["kind"] {
  if (reply) return reply.parent.uri.startsWith(`at://${did}/`) ? "self_reply" : "reply";
  const embedded = embed?.record?.uri ?? embed?.record?.record?.uri;
  return embedded?.includes("/app.bsky.feed.post/") ? "quote" : "original";
}

const recordKey = (uri: string) => uri.split("/").at(-1) || uri;

const distinct = (values: readonly (string | null | undefined)[]) =>
  new Set(values.filter((value) => value)).size;

const mediaIn = (embed: { images: unknown[] | null; video?: unknown } | null | undefined) =>
  (embed?.images?.length ?? 0) + (embed?.video ? 1 : 0);
