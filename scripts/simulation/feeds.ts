import { recentRates } from "../../analysis/exposure.ts";
import { type Seen, seenPosts } from "../../analysis/seen.ts";
import { dayMs } from "../../datasets/durations.ts";
import { exponential, gammaDraw, type Random } from "./random.ts";

/** A series of posts, as an account makes it and as a feed shows it. */
export interface FeedCase {
  /** True rate. */
  postsPerDay: number;
  /** Variance / mean of its weekly counts; 1 is a Poisson process. */
  dispersion: number;
  /** Most posts the feed shows; null when it shows a whole year. */
  cap: number | null;
}

/** What the rule of the program says of one series: whether its limits hold the true rate, and whether it widened them. */
export interface FeedDraw {
  covers: boolean;
  isFlagged: boolean;
}

const yearDays = 365;
const windowDays = 90;
const end = "2026-09-30T00:00:00.000Z";

/** One series through the whole rule (M12): window, truncated feed, widening. */
export function drawFeed(given: FeedCase, random: Random): FeedDraw {
  const ages = agesOf(given, random);
  const shown = given.cap === null ? ages : ages.slice(0, given.cap);
  const isCut = given.cap !== null && ages.length >= given.cap;
  const [attempt] = recentRates([seenBack(shown, isCut)], windowDays);
  if (!attempt || attempt.rate.estimate === null) return { covers: false, isFlagged: false };
  const [low, high] = attempt.rate.interval;
  const isFlagged = attempt.method === "quasi_poisson" || attempt.method === "gamma_widened";
  return { covers: low <= given.postsPerDay && given.postsPerDay <= high, isFlagged };
}

/** Ages of a year's posts in days, newest first. A week's rate is drawn anew where weeks differ by more than chance. */
function agesOf({ postsPerDay, dispersion }: FeedCase, random: Random): number[] {
  const ages: number[] = [];
  const perWeek = 7 * postsPerDay;
  const offset = 7 * random();
  for (let start = -offset; start < yearDays; start += 7) {
    const shape = perWeek / (dispersion - 1);
    const rate = dispersion > 1 ? (postsPerDay * gammaDraw(shape, random)) / shape : postsPerDay;
    for (let age = start; rate > 0; ) {
      age += exponential(random) / rate;
      if (age >= start + 7) break;
      if (age >= 0 && age < yearDays) ages.push(age);
    }
  }
  return ages;
}

function seenBack(ages: readonly number[], isCut: boolean): Seen {
  const endMs = Date.parse(end);
  const times = Float64Array.from(ages, (age) => endMs - age * dayMs);
  const from = isCut ? (times.at(-1) ?? endMs) : endMs - yearDays * dayMs;
  return {
    ...{ observationId: "o", accountId: "a", platformId: null, observedAt: end, observer: "simulation" },
    ...{
      access: "public",
      status: "observed",
      reason: null,
      sided: "two",
      countedPosts: null,
      lastPostAt: null,
      linksTo: null,
    },
    window: {
      from: new Date(from).toISOString(),
      ...{ to: end, order: "newest_first", cap: null, filters: [], complete: !isCut },
    },
    counters: { posts: null, followers: null, createdAt: null },
    posts: seenPosts({ times, slacks: null }, endMs),
  };
}
