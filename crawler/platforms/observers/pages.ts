import { isBefore } from "../../../datasets/order.ts";
import type { Period } from "../platform.ts";
import type { Failure, SeenPost } from "./observation.ts";
import type { Answer } from "./responses.ts";

/** One page of an account's posts, in the order of the source, newest first. */
export interface PostPage {
  /** Null in place of a post that has no time or cannot be read. */
  posts: readonly (SeenPost | null)[];
  /** Where the next page is; null on the last one. */
  next: string | null;
  /** Instant back to which the page reaches, where its order is not that of the posts' dates; null when it does not tell. */
  reachedAt?: string | null;
}

/** Posts of several pages, and why reading ended: at the period's begin, at the last page, or before either. */
export interface PagedPosts {
  posts: readonly SeenPost[];
  end: "period" | "last_page" | "broken";
  failure: Failure | null;
}

/** Pages that are read of one account at most, where they are free: 10,000 posts at 100 a page. */
const mostPagesOpen = 100;

/**
 * Reads pages until they are older than the period. A post that cannot be read breaks the series: what is counted is then a
 * lower bound.
 *
 * @param readPage gets null for the first page; a failure ends the reading but keeps what was seen
 * @param mostPages pages read at most; then the reading is `broken` by `page_limit`
 */
export async function readPages(
  period: Period,
  readPage: (next: string | null) => Promise<Answer<PostPage>>,
  mostPages = mostPagesOpen,
): Promise<PagedPosts> {
  const seen: (SeenPost | null)[] = [];
  const outcome = await turnPages(period, mostPages, async (next) => {
    const page = await readPage(next);
    seen.push(...(page.data?.posts ?? []));
    return page;
  });
  const posts = seen.filter((post) => post !== null);
  return posts.length < seen.length && !outcome.failure
    ? { posts, end: "broken", failure: { status: "partial", reason: "unreadable_posts" } }
    : { posts, ...outcome };
}

async function turnPages(
  period: Period,
  mostPages: number,
  readPage: (next: string | null) => Promise<Answer<PostPage>>,
): Promise<Omit<PagedPosts, "posts">> {
  const visited = new Set<string | null>();
  let next: string | null = null;
  while (!visited.has(next) && visited.size < mostPages) {
    visited.add(next);
    const { data, failure }: Answer<PostPage> = await readPage(next);
    if (failure) return { end: "broken", failure };
    const reached = reachedBy(data);
    if (reached && isBefore(reached, period.from)) return { end: "period", failure: null };
    if (data.next === null) return { end: "last_page", failure: null };
    next = data.next;
  }
  const reason = visited.has(next) ? "pages_repeat" : "page_limit";
  return { end: "broken", failure: { status: "partial", reason } };
}

function reachedBy({ posts, reachedAt }: PostPage): string | null {
  if (reachedAt !== undefined) return reachedAt;
  return posts.findLast((post) => post !== null && !post.pinned)?.postedAt ?? null;
}
