import { z } from "zod";
import { concentration } from "../../../analysis/estimates/concentration.ts";
import {
  againstNorm,
  engagement,
  featureShare,
  kindShares,
  thirds,
} from "../../../analysis/estimates/content.ts";
import { comparableText, crossPostingShare } from "../../../analysis/estimates/cross-posting.ts";
import { medianInterval, percentileRank, quantile, robustZ } from "../../../analysis/estimates/quantiles.ts";
import { rankIntervals, rankRanges } from "../../../analysis/estimates/ranks.ts";
import { responsesOf } from "../../../analysis/estimates/responses.ts";
import { conf, type Measure, number, numbers, of, optional, pair, triple } from "./measure.ts";

const kinds: Measure = of(
  z.object({
    original: number,
    reply_to_others: optional,
    repost: number,
    quote: number,
    self_thread: number.default(0),
    conf,
  }),
  ({ original, reply_to_others, repost, quote, self_thread, conf: level }) => {
    const kinds = { original, reply: reply_to_others, repost, quote, selfReply: self_thread };
    const found = kindShares(kinds, level);
    return {
      original_share: found.original,
      reply_share: found.reply,
      repost_share: found.repost,
      quote_share: found.quote,
      reply_share_of_authored: found.replyOfAuthored,
      broadcast_ratio: found.broadcast,
      wilson_reply_share: found.replyInterval,
    };
  },
);

/** Content and comparison. */
export const content: Readonly<Record<string, Measure>> = {
  // M19 asks of the kinds what M20 asks of the replies among them.
  M19: kinds,
  M20: kinds,
  M21: of(
    z.object({ posts: number, comments: number, shares: number, likes: number, followers: optional }),
    (reactions) => {
      const found = engagement(reactions);
      return {
        conversation_rate: found.conversationRate,
        amplification_rate: found.amplificationRate,
        applause_rate: found.applauseRate,
        conversation_index: found.conversationIndex,
        engagement_rate_by_follower: found.engagementByFollower,
      };
    },
  ),
  M22: of(
    z.object({
      posts: number,
      with_link: number.default(0),
      with_own_domain_link: number.default(0),
      with_hashtag: number.default(0),
      with_media: number.default(0),
      conf,
    }),
    (counts) => {
      const share = (having: number) => featureShare(having, counts.posts, counts.conf)?.share ?? null;
      return {
        link_share: share(counts.with_link),
        own_domain_link_share: share(counts.with_own_domain_link),
        hashtag_share: share(counts.with_hashtag),
        media_share: share(counts.with_media),
        wilson_link_share: featureShare(counts.with_link, counts.posts, counts.conf)?.interval ?? null,
      };
    },
  ),
  M23: of(z.object({ listen_share_dialog_lead: triple }), ({ listen_share_dialog_lead }) => {
    const found = thirds(listen_share_dialog_lead);
    return {
      shares: found?.shares ?? null,
      tvd: found?.distance ?? null,
      chi2: found?.chi2 ?? null,
      p: found?.p ?? null,
    };
  }),
  M23b: of(
    z.object({ promotional: number, coded: number, norm_max: number.default(0.2) }),
    ({ promotional, coded, norm_max }) => {
      const found = againstNorm(promotional, coded, norm_max);
      return {
        share: found?.share ?? null,
        wilson: found?.interval ?? null,
        p_two_sided: found?.p ?? null,
        verdict: found?.verdict ?? null,
      };
    },
  ),
  M24: of(z.object({ mentions: z.array(pair) }), ({ mentions }) => {
    const found = responsesOf(mentions.map(([days, answered]) => ({ days, isAnswered: answered > 0 })));
    return { answered_within_7_days: found.rate, median_days: found.medianDays };
  }),
  M25: of(z.object({ posts: z.array(z.tuple([z.string(), z.string(), z.string()])) }), ({ posts }) => ({
    share: crossPostingShare(
      posts.map(([platform, postedAt, text]) => ({ platform, postedAt, textHash: comparableText(text) })),
    ),
  })),
  M27: of(z.object({ values: numbers, q: numbers.default([]), conf }), ({ values, q, conf: level }) => {
    const found = medianInterval(values, level);
    return {
      q: q.map((each) => quantile(values, each)),
      median_ci: found && [found.low, found.high, found.coverage],
    };
  }),
  M28: of(z.object({ values: numbers, v: number }), ({ values, v }) => ({
    percentile_rank: percentileRank(values, v),
    robust_z: robustZ(values, v),
  })),
  M29: of(z.object({ posts: numbers }), ({ posts }) => {
    const found = concentration(posts);
    return {
      hhi: found?.hhi ?? null,
      gini: found?.gini ?? null,
      top1_share: found?.topShare(1) ?? null,
      top3_share: found?.topShare(3) ?? null,
      share_of_voice: found?.shares ?? null,
    };
  }),
  M30: of(z.object({ intervals: z.array(pair) }), ({ intervals }) => ({
    rank_intervals: rankIntervals(intervals),
  })),
  M31: of(z.object({ components: z.array(numbers), step: number.default(0.1) }), ({ components, step }) => ({
    rank_ranges: rankRanges(components, Math.round(1 / step)),
  })),
};
