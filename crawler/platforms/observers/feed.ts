import { isBefore } from "../../../datasets/order.ts";
import type { Account } from "../../../datasets/schema.ts";
import type { Effects, WebResponse } from "../../effects.ts";
import type { Observer, Period } from "../platform.ts";
import { type FeedSeries, readSeries } from "./feed-series.ts";
import { laneOf } from "./lane.ts";
import { linkedDomains } from "./linked-domains.ts";
import { type Failure, failed, observed, type SeenPost, subjectOf } from "./observation.ts";
import { readsNothing } from "./reads.ts";

/** Where the feed of an account is, and what its entries are. */
interface FeedSource {
  name: string;
  /** Null where the account has none. */
  urlOf(account: Account): string | null;
  /** What an entry is; `unknown` where reposts or replies are among them unmarked. */
  kind: SeenPost["kind"];
}

/**
 * Reads the feed of an account: RSS, Atom, RDF, JSON Feed or news sitemap. A feed is a window on its newest entries, however long
 * the history behind it: it is complete only back to its oldest entry, unless its older pages can be turned to the first.
 */
export function feedObserver({ name, urlOf, kind }: FeedSource): Observer {
  const observer: Observer = {
    name,
    access: "public",
    async observe(account, period, effects) {
      const subject = subjectOf(account, observer, { period, effects });
      const url = urlOf(account);
      if (url === null) return failed(subject, { status: "presence_only", reason: "no_feed_address" });
      const fetch = (address: string) => fetchFeed(address, observer, effects);
      const series = await readSeries(url, { period, now: subject.observedAt, fetch });
      if (series.failure) return failed(subject, series.failure);
      const { seen, isWhole } = series.data;
      const observation = observed(subject, {
        platformId: null,
        counters: { posts: null, followers: null, createdAt: null },
        posts: seen.posts.map((post) => ({ ...post, kind })),
        isComplete: isWhole || reachesBack(series.data, period),
        cap: isWhole ? null : series.data.entries,
        filters: [],
        // What a platform's feed calls its site is the platform.
        ...(observer === feedWindow ? { linksTo: linkedDomains([series.data.siteUrl ?? url]) } : {}),
        failure: failureIn(series.data),
      });
      // Where the order tells nothing, a newer entry may be one that the feed does not show (M12).
      return seen.isChronological || observation.sided === "none"
        ? observation
        : { ...observation, sided: "active_only", window: { ...observation.window, order: "other" } };
    },
  };
  return observer;
}

/** A company's own feed. Its account has no scheme. */
export const feedWindow = feedObserver({ name: "feed", urlOf: ({ url }) => url, kind: "original" });

/** Asks by https, and by http where the server does not speak it. */
async function fetchFeed(url: string, observer: Observer, effects: Effects): Promise<WebResponse> {
  // A company's own site is asked at the pace that the user keeps with it.
  const lane = observer === feedWindow ? {} : laneOf(observer);
  // Its feed is its website; what others host are posts, of which the evidence keeps nothing.
  const kept = observer === feedWindow ? {} : { reads: readsNothing };
  const request = { kind: "feed", ...kept, ...lane } as const;
  const response = await effects.fetch({ url, ...request });
  const isRefused = response.outcome === "connect_error" || response.outcome === "tls_error";
  if (!isRefused || !url.startsWith("https:")) return response;
  return effects.fetch({ url: url.replace(/^https:/, "http:"), ...request });
}

/** Whether the feed shows an entry from before the period, so that all of the period's are there. */
function reachesBack({ seen: { posts, undated, isChronological } }: FeedSeries, period: Period): boolean {
  const hasOlder = posts.some((post) => !post.pinned && isBefore(post.postedAt, period.from));
  return hasOlder && isChronological && undated === 0;
}

function failureIn({ isBroken, entries, seen, isSitemap }: FeedSeries): Failure | null {
  if (isBroken && entries === 0) return { status: "error", reason: "malformed" };
  const reasons = [
    [isBroken, "truncated_body"],
    [entries === 0, "empty_feed"],
    [isSitemap && seen.posts.length === 0, "no_publication_dates"],
    [isSitemap, "newest_pages_only"],
    [seen.undated > 0, "undated_posts"],
    [seen.updatedOnly > 0, "updated_only"],
  ] as const;
  const reason = reasons.find(([applies]) => applies)?.[1];
  return reason ? { status: "partial", reason } : null;
}
