import { z } from "zod";
import type { Observer, Period } from "../platform.ts";
import { askMeta, graph, observeInTurn } from "./meta-api.ts";
import { barePost, failed, observed, subjectOf } from "./observation.ts";
import { type PostPage, readPages } from "./pages.ts";
import type { Reading } from "./reads.ts";
import { count, instant, maybe, text } from "./tolerant.ts";

/** Pages read of a Facebook page's posts at most: 1,000 posts. */
const mostPages = 10;

/**
 * Posts of a Facebook page. Pages of others need the feature Page Public Content Access, which Meta grants after a review. Reels
 * are not among them: what is counted is a lower bound of all that the page published.
 */
export const facebookPages: Observer = {
  name: "facebook_pages",
  access: "token",
  async observe(account, period, effects) {
    const subject = subjectOf(account, facebookPages, { period, effects });
    const node = /(\d{5,})$/.exec(account.account)?.[1] ?? account.account;
    const profile = await askMeta(
      {
        observer: facebookPages,
        url: `${graph}/${encodeURIComponent(node)}`,
        query: { fields: "id,followers_count" },
        schema: Page,
        members: { id: true, followers_count: true },
      },
      effects,
    );
    if (profile.failure) return failed(subject, profile.failure);
    const { id, followers_count: followers } = profile.data;
    const paged = await readPages(
      period,
      async (next) => {
        const since = String(Math.floor(Date.parse(period.from) / 1_000));
        const page = await askMeta(
          {
            observer: facebookPages,
            url: `${graph}/${id}/published_posts`,
            query: {
              fields: "id,created_time,status_type",
              limit: "100",
              since,
              ...(next ? { after: next } : {}),
            },
            schema: Posts,
            members: { data: { id: true, created_time: true }, paging },
          },
          effects,
        );
        return page.failure ? page : { data: pageOf(page.data), failure: null };
      },
      mostPages,
    );
    if (paged.failure && paged.posts.length === 0) return failed(subject, paged.failure, id);
    const seen = observed(subject, {
      platformId: id,
      counters: { posts: null, followers, createdAt: null },
      posts: paged.posts,
      isComplete: paged.end !== "broken",
      cap: null,
      filters: ["reels"],
      failure: paged.failure,
    });
    // Who shows Reels only looks silent here.
    return seen.sided === "two" ? { ...seen, sided: "active_only" } : seen;
  },
  together: {
    most: 25,
    groupOf: () => "facebook",
    observe: (accounts, period: Period, effects) =>
      observeInTurn(
        accounts,
        {
          observer: facebookPages,
          period,
          read: (account) => facebookPages.observe(account, period, effects),
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

/** The next page's address holds the token: it matters only that it is there. */
const paging: Reading = { cursors: { after: true }, next: () => "next" };

const Page = z.object({ id: z.string().min(1), followers_count: count });

const Posts = z.object({
  data: z.array(z.unknown()).catch([]),
  paging: maybe(z.object({ cursors: maybe(z.object({ after: text })), next: text })),
});

const Post = z.object({ id: z.string().min(1), created_time: instant });

/** The `next` address is there as long as there is more; only its cursor is used, since the address holds the token. */
function pageOf({ data, paging }: z.infer<typeof Posts>): PostPage {
  const posts = data.map((one) => {
    const post = Post.safeParse(one).data;
    return post?.created_time ? barePost(post.id, post.created_time, "unknown") : null;
  });
  return { posts, next: paging?.next ? (paging.cursors?.after ?? null) : null };
}
