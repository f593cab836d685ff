import { instantOfPostId } from "../../datasets/post-ids.ts";
import type { Account, Observation, Post } from "../../datasets/schema.ts";
import { isBefore, observed, type SeenPost } from "../platforms/observers/observation.ts";
import type { ImportFormat, Told } from "./format.ts";
import type { Row } from "./row.ts";

/** What the rows read so far say of one account. */
interface Series extends Omit<Told, "file"> {
  account: Account;
  posts: SeenPost[];
}

/**
 * Posts: one row a post with its instant. Which time the file covers has to be said, in columns or by `--from` and `--to`: without
 * a begin it is a truncated feed, without an end it proves no silence.
 */
export const posts: ImportFormat = {
  id: "posts",
  title: "Posts: one row a post, with its instant",
  tellingFields: ["postedAt"],
  begin(told) {
    const series = new Map<string, Series>();
    return {
      add(account, row) {
        const before = row.faults.length;
        const from = row.date("from")?.instant ?? told.from;
        const to = row.date("to")?.instant ?? told.to;
        const one = series.get(account.accountId) ?? { account, from, to, posts: [] };
        const post = readPost(row, one);
        if (row.faults.length > before) return;
        series.set(account.accountId, one);
        if (post) one.posts.push(post);
      },
      finish: () => finish([...series.values()], told.file),
    };
  },
};

function readPost(row: Row, { account, to }: Series): SeenPost | null {
  const date = row.date("postedAt") ?? dateOfId(row, account);
  if (!date) return null;
  if (to !== null && isBefore(to, date.instant)) {
    row.fault("postedAt", `is after the end of the window, ${to}. Write a later end with --to`);
  }
  return {
    postId: row.text("postId") ?? `row-${row.number}`,
    postedAt: date.instant,
    precision: date.precision,
    kind: kindOf(row.text("kind")),
    ...{ linkCount: null, ownLink: null, hashtagCount: null, mediaCount: null, pinned: false },
    ...{ likes: null, comments: null, shares: null },
  };
}

/** Some programs keep no instant, but the id that tells it. */
function dateOfId(row: Row, { platform }: Account): { instant: string; precision: "instant" } | null {
  if (row.text("postedAt") !== null) return null;
  const instant = instantOfPostId(platform, row.text("postId") ?? "");
  return instant === null ? null : { instant, precision: "instant" };
}

/** Kinds in the words of several programs; others are unknown. */
function kindOf(written: string | null): Post["kind"] {
  if (written === null) return "unknown";
  return kinds.get(written) ?? kinds.get(written.toLowerCase().replace(/[\s-]+/g, "_")) ?? "unknown";
}

const kinds = new Map(
  (
    [
      ["original", "original post tweet status toot update photo video link"],
      ["reply", "reply comment replied_to"],
      ["self_reply", "self_reply thread"],
      ["repost", "repost retweet retweeted reblog boost share rt"],
      ["quote", "quote quoted quote_tweet"],
    ] as const
  ).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind] as const)),
);

function finish(series: readonly Series[], file: string) {
  const newest = newestOf(series);
  const openEnded = series.filter(({ to }) => to === null).length;
  return {
    observations: series.flatMap((one) => {
      const observedAt = one.to ?? newest;
      return observedAt === null ? [] : [observationOf(one, observedAt)];
    }),
    notes:
      openEnded > 0 && newest !== null
        ? [
            `${file}: nothing says until when it was complete; ${openEnded} accounts count as observed at its newest post, ${newest}, and none as silent. Say --to YYYY-MM-DD`,
          ]
        : [],
  };
}

/** The file was made after its newest post: the earliest day on which its accounts can have been observed. */
function newestOf(series: readonly Series[]): string | null {
  let newest: string | null = null;
  for (const { posts } of series) {
    for (const { postedAt } of posts) if (newest === null || isBefore(newest, postedAt)) newest = postedAt;
  }
  return newest;
}

function observationOf({ account, from, to, posts }: Series, observedAt: string): Observation {
  const observation = observed(
    {
      account,
      observer: { name: "file_posts", access: "file" },
      observedAt,
      period: { from: from ?? observedAt, to: observedAt },
      // Derived from the day, so that a second file adds to the first and the same file twice does not.
      ordinal: observedAt.slice(0, 10),
    },
    {
      platformId: account.platformId,
      counters: { posts: null, followers: null, createdAt: null },
      posts,
      isComplete: from !== null,
      cap: null,
      filters: [],
      failure: null,
    },
  );
  return to === null && observation.sided === "two" ? { ...observation, sided: "active_only" } : observation;
}
