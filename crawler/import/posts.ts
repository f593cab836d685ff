import { z } from "zod";
import { isBefore } from "../../datasets/order.ts";
import { instantOfPostId } from "../../datasets/post-ids.ts";
import { type Account, type Observation, Post } from "../../datasets/schema.ts";
import { openSpool, type Spool } from "../../datasets/spool.ts";
import { barePost, observed, type SeenPost } from "../platforms/observers/observation.ts";
import type { ImportFormat, Told } from "./format.ts";
import type { Row } from "./row.ts";

/** Whom some rows are about, and the time they cover. */
interface Series extends Omit<Told, "file"> {
  account: Account;
  /** Place among the series of the file. */
  place: number;
}

/**
 * Posts: one row a post with its instant. Which time the file covers has to be said, in columns or by `--from` and `--to`: without
 * a begin it is a truncated feed, without an end it proves no silence. However many there are, those of a few accounts are in memory.
 */
export const posts: ImportFormat = {
  id: "posts",
  title: "Posts: one row a post, with its instant",
  tellingFields: ["postedAt"],
  begin(told) {
    const series = new Map<string, Series>();
    const spool = openSpool();
    let newest: string | null = null;
    return {
      add(account, row) {
        const before = row.faults.length;
        const from = row.date("from")?.instant ?? told.from;
        const to = row.date("to")?.instant ?? told.to;
        const { accountId } = account;
        const one = series.get(accountId) ?? { account, from, to, place: series.size };
        const post = readPost(row, one);
        if (row.faults.length > before) return;
        series.set(accountId, one);
        spool.add(accountId, post ? lineOf(one.place, post) : String(one.place));
        if (post && (newest === null || isBefore(newest, post.postedAt))) newest = post.postedAt;
      },
      finish: () => finish([...series.values()], { spool, newest, file: told.file }),
    };
  },
};

/** What a row says of one post; all else of it is not known. */
type ReadPost = Pick<SeenPost, "postId" | "postedAt" | "precision" | "kind">;

const precisions = Post.shape.precision.options;
const kindsOfPosts = Post.shape.kind.options;

/** A post in one line; an id with a sign that divides lines or cells is JSON. */
function lineOf(place: number, { postId, postedAt, precision, kind }: ReadPost): string {
  const id = unruly.test(postId) ? JSON.stringify(postId) : postId;
  return `${place}\t${postedAt}\t${precisions.indexOf(precision)}\t${kindsOfPosts.indexOf(kind)}\t${id}`;
}

const unruly = /[\t\r\n"]/;

/** The posts of some lines by the places of their series, those without any too. */
function postsIn(lines: readonly string[]): Map<number, SeenPost[]> {
  const found = new Map<number, SeenPost[]>();
  for (const line of lines) {
    const [place = "", postedAt, precision, kind, id = ""] = line.split("\t");
    const own = found.get(Number(place)) ?? [];
    found.set(Number(place), own);
    if (postedAt === undefined) continue;
    const postId = id.startsWith('"') ? z.string().parse(JSON.parse(id)) : id;
    const post = barePost(postId, postedAt, kindsOfPosts[Number(kind)] ?? "unknown");
    post.precision = precisions[Number(precision)] ?? "instant";
    own.push(post);
  }
  return found;
}

function readPost(row: Row, { account, to }: Series): ReadPost | null {
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

interface Gathered {
  spool: Spool;
  /** Instant of the newest post of all. */
  newest: string | null;
  file: string;
}

/** The file was made after its newest post: the earliest day on which its accounts can have been observed. */
function finish(series: readonly Series[], { spool, newest, file }: Gathered) {
  const openEnded = series.filter(({ to }) => to === null).length;
  const note = `${file}: nothing says until when it was complete; ${openEnded} accounts count as observed at its newest post, ${newest}, and none as silent. Say --to YYYY-MM-DD`;
  return {
    observations: observationsOf(series, spool, newest),
    notes: openEnded > 0 && newest !== null ? [note] : [],
  };
}

function* observationsOf(
  series: readonly Series[],
  spool: Spool,
  newest: string | null,
): Generator<Observation> {
  for (const lines of spool.drain()) {
    for (const [place, posts] of postsIn(lines)) {
      const one = series[place];
      const observedAt = one?.to ?? newest;
      if (one !== undefined && observedAt !== null) yield observationOf(one, posts, observedAt);
    }
  }
}

function observationOf(
  { account, from, to }: Series,
  posts: readonly SeenPost[],
  observedAt: string,
): Observation {
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
