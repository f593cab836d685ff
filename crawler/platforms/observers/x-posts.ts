import { z } from "zod";
import { instantOfPostId } from "../../../datasets/post-ids.ts";
import type { SeenPost } from "./observation.ts";
import type { Reading } from "./reads.ts";
import { count, instant, list, maybe, text } from "./tolerant.ts";

const References = list(z.object({ type: z.string() }));

/** A post in either naming; its text is not read. */
const XPost = z.object({
  id: z.string().min(1),
  author_id: text,
  created_at: instant,
  in_reply_to_user_id: text,
  referenced_tweets: References,
  referenced_posts: References,
  entities: maybe(
    z.object({ urls: list(z.object({ display_url: text })), hashtags: maybe(z.array(z.unknown())) }),
  ),
  attachments: maybe(z.object({ media_keys: maybe(z.array(z.unknown())) })),
  public_metrics: maybe(
    z.object({ like_count: count, reply_count: count, retweet_count: count, repost_count: count }),
  ),
});
type XPost = z.infer<typeof XPost>;

/** What is read of a post: of links only whether they show a picture, of hashtags and media only how many there are. */
export const postMembers: Reading = {
  ...{ id: true, author_id: true, created_at: true, in_reply_to_user_id: true },
  ...{ referenced_tweets: { type: true }, referenced_posts: { type: true } },
  attachments: { media_keys: {} },
  entities: { urls: { display_url: pictureAlone }, hashtags: {} },
  public_metrics: { like_count: true, reply_count: true, retweet_count: true, repost_count: true },
};

function pictureAlone(shown: unknown): unknown {
  return typeof shown === "string" && shown.startsWith("pic.") ? "pic." : null;
}

/** A page of posts; a post that cannot be read is null, and so breaks the series. */
export const XPosts = z.object({
  data: z
    .array(z.unknown())
    .catch([])
    .transform((posts) => posts.map((post) => XPost.safeParse(post).data ?? null)),
  meta: maybe(z.object({ next_token: text })),
});
export type XPosts = z.infer<typeof XPosts>;

/** The posts of a page without their texts; null in place of what has no time. */
export function postsOfX({ data }: XPosts): (SeenPost | null)[] {
  return data.map((post) => (post ? postOf(post) : null));
}

function postOf(post: XPost): SeenPost | null {
  const postedAt = post.created_at ?? instantOfPostId("x", post.id);
  if (postedAt === null) return null;
  const { public_metrics: metrics, entities, attachments } = post;
  const isRepost = kindOf(post) === "repost";
  const own = <T>(value: T) => (isRepost ? null : value);
  // Pictures and videos stand among the links, by an address of their own.
  const links = entities?.urls.filter(({ display_url: shown }) => !shown?.startsWith("pic.")) ?? null;
  return {
    postId: post.id,
    postedAt,
    precision: "instant",
    kind: kindOf(post),
    linkCount: own(links?.length ?? null),
    ownLink: null,
    hashtagCount: own(entities?.hashtags?.length ?? null),
    mediaCount: own(attachments?.media_keys?.length ?? null),
    pinned: false,
    likes: own(metrics?.like_count ?? null),
    comments: own(metrics?.reply_count ?? null),
    shares: own(metrics?.retweet_count ?? metrics?.repost_count ?? null),
  };
}

/** References are left out where there are none; where not even the time is told, nothing was asked for. */
function kindOf(post: XPost): SeenPost["kind"] {
  const types = [...post.referenced_tweets, ...post.referenced_posts].map(({ type }) => type);
  if (types.includes("retweeted") || types.includes("reposted")) return "repost";
  if (types.includes("replied_to") || post.in_reply_to_user_id) {
    return post.in_reply_to_user_id !== null && post.in_reply_to_user_id === post.author_id
      ? "self_reply"
      : "reply";
  }
  if (types.includes("quoted")) return "quote";
  return post.created_at === null ? "unknown" : "original";
}
