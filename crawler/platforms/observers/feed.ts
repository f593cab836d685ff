import type { Account } from "../../../datasets/schema.ts";
import type { Effects, WebResponse } from "../../effects.ts";
import type { Observer, Period } from "../platform.ts";
import type { FeedEntries } from "./feed-entries.ts";
import { type FeedPosts, postsOfEntries } from "./feed-posts.ts";
import { type Failure, failed, isBefore, observed, subjectOf } from "./observation.ts";
import { failureOf, textOf } from "./responses.ts";

/**
 * A company's own feed: RSS, Atom, RDF or JSON Feed. A feed is a window on its newest entries, however long the history behind
 * it: it is complete only back to its oldest entry.
 */
export const feedWindow: Observer = {
  name: "feed",
  access: "public",
  async observe(account, period, effects) {
    const subject = subjectOf(account, feedWindow, { period, effects });
    const response = await fetchFeed(account, effects);
    const refusal = failureOf(response);
    if (refusal) return failed(subject, refusal);
    const body = textOf(response);
    // Loaded where there is a feed: the parser is two hundred files, and an audit that is resumed has to start at once.
    const { readFeed } = await import("./feed-entries.ts");
    const feed = readFeed(body);
    if (!feed) return failed(subject, { status: "error", reason: whatInstead(body) });
    const seen = postsOfEntries(feed.entries, subject.observedAt);
    const observation = observed(subject, {
      platformId: null,
      counters: { posts: null, followers: null, createdAt: null },
      posts: seen.posts,
      isComplete: reachesBack(seen, period),
      cap: feed.entries.length,
      filters: [],
      failure: failureIn(feed, seen),
    });
    // Where the order tells nothing, a newer entry may be one that the feed does not show (M12).
    return seen.isChronological || observation.sided === "none"
      ? observation
      : { ...observation, sided: "active_only", window: { ...observation.window, order: "other" } };
  },
};

/** A feed's account has no scheme: https, and http where the server does not speak it. */
async function fetchFeed(account: Account, effects: Effects): Promise<WebResponse> {
  const response = await effects.fetch({ url: account.url, kind: "feed" });
  const isRefused = response.outcome === "connect_error" || response.outcome === "tls_error";
  if (!isRefused || !account.url.startsWith("https:")) return response;
  return effects.fetch({ url: account.url.replace(/^https:/, "http:"), kind: "feed" });
}

const whatInstead = (body: string) => (/^\s*[{[]/.test(body) ? "malformed" : "not_a_feed");

/** Whether the feed shows an entry from before the period, so that all of the period's are there. */
function reachesBack({ posts, undated, isChronological }: FeedPosts, period: Period): boolean {
  const hasOlder = posts.some((post) => !post.pinned && isBefore(post.postedAt, period.from));
  return hasOlder && isChronological && undated === 0;
}

function failureIn({ isBroken, entries }: FeedEntries, { undated, updatedOnly }: FeedPosts): Failure | null {
  if (isBroken && entries.length === 0) return { status: "error", reason: "malformed" };
  const reasons = [
    [isBroken, "truncated_body"],
    [entries.length === 0, "empty_feed"],
    [undated > 0, "undated_posts"],
    [updatedOnly > 0, "updated_only"],
  ] as const;
  const reason = reasons.find(([applies]) => applies)?.[1];
  return reason ? { status: "partial", reason } : null;
}
