import { dayMs, type SyntheticAccount } from "./industry.ts";
import { exponential, gammaOfMeanOne, type Random, randomFrom } from "./random.ts";
import type { ProcessId } from "./scenario.ts";

/** Kinds of posts a social account writes. */
export type PostKind = "original" | "reply" | "self_reply" | "repost" | "quote";

/** One post; only what a platform's interface would tell about it. */
export interface SyntheticPost {
  /** Milliseconds since 1970, whole seconds. */
  at: number;
  kind: PostKind;
  links: number;
  hashtags: number;
  media: number;
  likes: number;
}

const kindLimits: readonly (readonly [below: number, PostKind])[] = [
  [0.6, "original"],
  [0.72, "reply"],
  [0.77, "self_reply"],
  [0.92, "repost"],
  [1, "quote"],
];

/**
 * Everything an account ever posted, newest first. Drawn again at every call, so that nothing grows with the posts of an
 * industry; an account's posts are always the same.
 *
 * Steady, busy, gone quiet and dormant accounts are Poisson processes while they live. Bursty ones have a rate that changes every
 * seven days by a gamma factor of mean 1 and variance 1, so that weekly counts are negative binomial of size 1.
 */
export function postsOf(account: SyntheticAccount, seed: number): SyntheticPost[] {
  const random = randomFrom(`${seed} posts ${account.accountId}`);
  const instants = account.process === "bursty" ? bursts(account, random) : poisson(account, random);
  return instants.reverse().map((at) => describe(at, random));
}

/** Whether posts come by chance alone, so that counts vary as those of a Poisson process. */
export function isPoisson(process: ProcessId): boolean {
  return process !== "bursty";
}

/** Whole seconds, no two alike: cursors of real interfaces tell posts apart by their time. */
function poisson({ ratePerDay, createdAt, endsAt }: Span, random: Random): number[] {
  const instants: number[] = [];
  if (ratePerDay <= 0) return instants;
  const step = () => Math.ceil((exponential(random, ratePerDay) * dayMs) / 1_000) * 1_000;
  const begin = Math.ceil(createdAt / 1_000) * 1_000;
  for (let at = begin + step(); at <= endsAt; at += step()) instants.push(at);
  return instants;
}

type Span = Pick<SyntheticAccount, "ratePerDay" | "createdAt" | "endsAt">;

function bursts({ ratePerDay, createdAt, endsAt }: Span, random: Random): number[] {
  const weeks = Math.ceil((endsAt - createdAt) / (7 * dayMs));
  return Array.from({ length: weeks }, (_, week) => {
    const begin = createdAt + week * 7 * dayMs;
    const end = Math.min(endsAt, begin + 7 * dayMs);
    const rate = ratePerDay * gammaOfMeanOne(random, 1);
    return poisson({ ratePerDay: rate, createdAt: begin, endsAt: end }, random);
  }).flat();
}

function describe(at: number, random: Random): SyntheticPost {
  const drawn = random();
  const kind = kindLimits.find(([below]) => drawn < below)?.[1] ?? "original";
  const links = random() < 0.5 ? 1 : 0;
  const hashtags = Math.floor(random() * 4);
  const media = random() < 0.4 ? 1 : 0;
  return { at, kind, links, hashtags, media, likes: Math.floor(exponential(random, 0.1)) };
}
