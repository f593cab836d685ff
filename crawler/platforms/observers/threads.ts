import { z } from "zod";
import type { Observer, Period } from "../platform.ts";
import { askMeta, observeInTurn } from "./meta-api.ts";
import { barePost, failed, observed, subjectOf } from "./observation.ts";
import { type PostPage, readPages } from "./pages.ts";
import { count, flag, instant, maybe, text } from "./tolerant.ts";

const api = "https://graph.threads.com/v1.0";

/** Pages read of a profile at most: 1,000 posts. */
const mostPages = 10;

/** Profile discovery of Threads: public profiles with 100 followers or more, for apps that Meta has reviewed. */
export const threadsDiscovery: Observer = {
  name: "threads_profile_discovery",
  access: "token",
  async observe(account, period, effects) {
    const subject = subjectOf(account, threadsDiscovery, { period, effects });
    const username = account.account.replace(/^@/, "");
    const common = { observer: threadsDiscovery };
    const profile = await askMeta(
      {
        ...common,
        url: `${api}/profile_lookup`,
        query: { username },
        schema: Profile,
        members: profileMembers,
      },
      effects,
    );
    if (profile.failure) return failed(subject, profile.failure);
    const paged = await readPages(
      period,
      async (next) => {
        const query = {
          ...{ username, limit: "100", since: period.from.slice(0, 10) },
          fields: "id,timestamp,media_type,is_quote_post",
          ...(next ? { after: next } : {}),
        };
        const page = await askMeta(
          { ...common, url: `${api}/profile_posts`, query, schema: Posts, members: postsMembers },
          effects,
        );
        return page.failure ? page : { data: pageOf(page.data), failure: null };
      },
      mostPages,
    );
    if (paged.failure && paged.posts.length === 0) return failed(subject, paged.failure);
    return observed(subject, {
      platformId: null,
      counters: { posts: null, followers: profile.data.follower_count, createdAt: null },
      posts: paged.posts,
      isComplete: paged.end !== "broken",
      cap: null,
      filters: ["replies"],
      failure: paged.failure,
    });
  },
  together: {
    most: 25,
    groupOf: () => "threads",
    observe: (accounts, period: Period, effects) =>
      observeInTurn(
        accounts,
        {
          observer: threadsDiscovery,
          period,
          read: (account) => threadsDiscovery.observe(account, period, effects),
        },
        effects,
      ),
  },
  bill: ({ length }) => ({
    requests: [2 * length, (1 + mostPages) * length],
    units: [2 * length, (1 + mostPages) * length],
    unit: "request",
  }),
};

const profileMembers = { username: true, follower_count: true } as const;
const postsMembers = {
  data: { id: true, timestamp: true, media_type: true, is_quote_post: true },
  paging: { cursors: { after: true }, next: () => "next" },
} as const;

const Profile = z.object({ username: text, follower_count: count });

const Posts = z.object({
  data: z.array(z.unknown()).catch([]),
  paging: maybe(z.object({ cursors: maybe(z.object({ after: text })), next: text })),
});

const Post = z.object({ id: z.string().min(1), timestamp: instant, media_type: text, is_quote_post: flag });

function pageOf({ data, paging }: z.infer<typeof Posts>): PostPage {
  const posts = data.map((one) => {
    const post = Post.safeParse(one).data;
    if (!post?.timestamp) return null;
    const kind = post.is_quote_post ? "quote" : "original";
    return barePost(post.id, post.timestamp, post.media_type === "REPOST_FACADE" ? "repost" : kind);
  });
  return { posts, next: posts.length > 0 ? (paging?.cursors?.after ?? null) : null };
}
