import { binomialTest } from "./binomial.ts";
import { evennessOf } from "./evenness.ts";
import { defaultLevel, type Interval, ratio, sum } from "./interval.ts";
import { wilson } from "./proportions.ts";

/** Posts in the window by kind. */
export interface PostKinds {
  original: number;
  /** Replies to others; null where the source hides replies. */
  reply: number | null;
  repost: number;
  quote: number;
  /** Replies to one's own posts: they count as original. */
  selfReply: number;
}

/** Shares of the kinds of posts; null without posts, and where replies are hidden and so the whole is not known. */
export interface KindShares {
  original: number | null;
  reply: number | null;
  repost: number | null;
  quote: number | null;
  /** Replies among posts the account wrote itself, that is all but reposts. */
  replyOfAuthored: number | null;
  /** 1 - reply share. */
  broadcast: number | null;
  replyInterval: Interval | null;
}

/** Post-type shares (M19, M20). */
export function kindShares(kinds: PostKinds, level = defaultLevel): KindShares {
  const { original, reply, repost, quote, selfReply } = kinds;
  const all = sum([original, reply ?? 0, repost, quote, selfReply]);
  const share = (count: number) => (reply === null ? null : ratio(count, all));
  const replyShare = share(reply ?? 0);
  return {
    original: share(original + selfReply),
    reply: replyShare,
    repost: share(repost),
    quote: share(quote),
    replyOfAuthored: reply === null ? null : ratio(reply, all - repost),
    broadcast: replyShare === null ? null : 1 - replyShare,
    replyInterval: reply === null ? null : wilson(reply, all, level),
  };
}

/** Reactions to some posts, all read at one instant, posts younger than a week left out because counters still grow. */
export interface Reactions {
  posts: number;
  comments: number;
  shares: number;
  likes: number;
  followers: number | null;
}

/**
 * Conversation, amplification and applause per post, and their kin (M21).
 *
 * @see Kaushik 2011; Boyd 2006 (conversation index: below 1, more is said to the account than by it); Rival IQ (engagement)
 */
export function engagement({ posts, comments, shares, likes, followers }: Reactions) {
  const reactions = ratio(comments + shares + likes, posts);
  return {
    conversationRate: ratio(comments, posts),
    amplificationRate: ratio(shares, posts),
    applauseRate: ratio(likes, posts),
    conversationIndex: ratio(posts, comments),
    engagementByFollower: reactions === null || followers === null ? null : ratio(reactions, followers),
  };
}

/** A feature of posts: the share of posts that have it, with Wilson's interval; null without posts (M22). */
export function featureShare(
  having: number,
  posts: number,
  level = defaultLevel,
): { share: number; interval: Interval } | null {
  const interval = wilson(having, posts, level);
  return interval && { share: having / posts, interval };
}

/**
 * The rule of thirds by an observable stand-in: curated, dialog, own (M23). Listening itself cannot be seen from outside.
 *
 * @returns distance from even thirds (total variation, 0 to 2/3) and chi-square; null without posts
 */
export function thirds(curatedDialogLead: readonly [number, number, number]) {
  const evenness = evennessOf(curatedDialogLead);
  if (!evenness) return null;
  const { shares, chi2, p } = evenness;
  return { shares, distance: sum(shares.map((share) => Math.abs(share - 1 / 3))) / 2, chi2, p };
}

/**
 * Share of promotional posts against a norm, such as at most 20 % (M23, 80/20).
 *
 * @returns `above` or `within` only where the whole interval is; null when nothing was coded
 */
export function againstNorm(promotional: number, coded: number, norm: number) {
  const interval = wilson(promotional, coded);
  if (!interval) return null;
  const verdict = interval[0] > norm ? "above" : interval[1] <= norm ? "within" : "undecided";
  return {
    share: promotional / coded,
    interval,
    p: binomialTest(promotional, coded, norm),
    verdict,
  } as const;
}
