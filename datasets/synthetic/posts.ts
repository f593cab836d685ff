import { dayMs } from "../durations.ts";
import type { SyntheticAccount } from "./industry.ts";
import { exponential, gammaOfMeanOne, type Random, randomFrom } from "./random.ts";
import { type Habits, type ProcessId, postKinds } from "./scenario.ts";

/** Kinds of posts a social account writes. */
export type PostKind = (typeof postKinds)[number];

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

/**
 * Everything an account ever posted, newest first. Drawn again at every call, so that nothing grows with the posts of an
 * industry; an account's posts are always the same, whenever the industry is looked at.
 *
 * Most accounts are Poisson processes while they live. Bursty ones have a rate that changes every seven days by a gamma factor of
 * mean 1 and variance 1, so that weekly counts are negative binomial of size 1. Those with office hours post mostly then; those
 * with campaigns post more for ten days out of sixty. An event changes the rate for good.
 */
export function postsOf(account: SyntheticAccount, seed: number): SyntheticPost[] {
  const { platform, bornAs, process, until, habits } = account;
  const random = randomFrom(`${seed} posts ${platform}:${bornAs}`);
  const instants = (writers[process] ?? overSpans)(account, random);
  const posts = instants.reverse().map((at) => describe(at, random, habits));
  return posts[0] && posts[0].at > until ? posts.filter(({ at }) => at <= until) : posts;
}

/** Whether posts come by chance alone, so that counts vary as those of a Poisson process. */
export function isPoisson(process: ProcessId): boolean {
  return process !== "bursty" && process !== "campaigns";
}

/** Posts that the process is expected to give between two instants, in milliseconds since 1970. */
export function expectedPosts(account: SyntheticAccount, from: number, to: number): number {
  return spansOf(account).reduce((sum, span) => {
    const days = Math.max(0, Math.min(to, span.endsAt) - Math.max(from, span.createdAt)) / dayMs;
    return sum + days * span.ratePerDay;
  }, 0);
}

type Writer = (account: SyntheticAccount, random: Random) => number[];

const writers: Partial<Record<ProcessId, Writer>> = { bursty: bursts, office_hours: officeHours };

type Span = Pick<SyntheticAccount, "ratePerDay" | "createdAt" | "endsAt">;

/** Days of a campaign, days from one to the next, and how many times as many posts it brings as the days between. */
const campaign = { days: 10, everyDays: 60, factor: 5 };

/** Times of one mean rate, one after the other. */
function spansOf(account: SyntheticAccount): Span[] {
  const { process, change, createdAt, endsAt, ratePerDay } = account;
  if (process === "campaigns") return campaignsOf(account);
  if (change === null) return [{ ratePerDay, createdAt, endsAt }];
  return [
    { ratePerDay: change.before, createdAt, endsAt: change.at },
    { ratePerDay, createdAt: change.at, endsAt },
  ];
}

function campaignsOf({ ratePerDay, createdAt, endsAt }: Span): Span[] {
  const { days, everyDays, factor } = campaign;
  const usual = (ratePerDay * everyDays) / (everyDays - days + factor * days);
  const rounds = Math.max(0, Math.ceil((endsAt - createdAt) / (everyDays * dayMs)));
  return Array.from({ length: rounds }, (_, round) => {
    const begin = createdAt + round * everyDays * dayMs;
    const turn = Math.min(endsAt, begin + days * dayMs);
    return [
      { ratePerDay: usual * factor, createdAt: begin, endsAt: turn },
      { ratePerDay: usual, createdAt: turn, endsAt: Math.min(endsAt, begin + everyDays * dayMs) },
    ];
  }).flat();
}

function overSpans(account: SyntheticAccount, random: Random): number[] {
  return spansOf(account).flatMap((span) => poisson(span, random));
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

function bursts({ ratePerDay, createdAt, endsAt }: Span, random: Random): number[] {
  const weeks = Math.ceil((endsAt - createdAt) / (7 * dayMs));
  return Array.from({ length: weeks }, (_, week) => {
    const begin = createdAt + week * 7 * dayMs;
    const end = Math.min(endsAt, begin + 7 * dayMs);
    const rate = ratePerDay * gammaOfMeanOne(random, 1);
    return poisson({ ratePerDay: rate, createdAt: begin, endsAt: end }, random);
  }).flat();
}

/** Intensity outside office hours, beside a mean of 1 over the week. */
const offHours = 0.2;
/** Monday to Friday, 8 to 18 o'clock UTC: 50 of the 168 hours of a week. */
const inOffice = (168 - 118 * offHours) / 50;

/** A Poisson process whose rate follows the week, thinned from one of the greatest rate (Lewis & Shedler 1979). */
function officeHours(account: SyntheticAccount, random: Random): number[] {
  const { ratePerDay, createdAt, endsAt } = account;
  const candidates = poisson({ ratePerDay: ratePerDay * inOffice, createdAt, endsAt }, random);
  return candidates.filter((at) => random() * inOffice < (isOfficeHour(new Date(at)) ? inOffice : offHours));
}

function isOfficeHour(instant: Date): boolean {
  const [day, hour] = [instant.getUTCDay(), instant.getUTCHours()];
  return day >= 1 && day <= 5 && hour >= 8 && hour < 18;
}

function describe(at: number, random: Random, habits: Habits): SyntheticPost {
  const kind = kindAt(random(), habits);
  const links = random() < habits.links ? 1 : 0;
  const hashtags = Math.floor(random() * 4);
  const media = random() < habits.media ? 1 : 0;
  return { at, kind, links, hashtags, media, likes: Math.floor(exponential(random, 0.1)) };
}

/** The kind that stands at a place of the weights, which are laid end to end. */
function kindAt(place: number, { kinds }: Habits): PostKind {
  const total = postKinds.reduce((sum, kind) => sum + kinds[kind], 0);
  let below = 0;
  return (
    postKinds.find((kind) => {
      below += kinds[kind] / total;
      return place < below;
    }) ?? "original"
  );
}
