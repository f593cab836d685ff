import { dayMs } from "../../datasets/durations.ts";
import type { HandReading } from "../../datasets/hand-records.ts";
import { instantOfPostId } from "../../datasets/post-ids.ts";
import { relativeAge } from "../../datasets/relative-dates.ts";
import { parseUrl } from "../../datasets/url.ts";
import { type ReadDate, readDate } from "../platforms/observers/dates.ts";

/** How old the newest post of an account is, as far as a person could tell. */
export type NewestPost = Pick<HandReading, "leastDays" | "mostDays" | "neverPosted" | "precision">;

/** Days by which a date can be later than its first instant. */
const slack = { instant: 0, day: 1, month: 31 } as const;

/** What a coder writes where an account has no post. */
const nothing = /^(?:none|never|no posts?(?: yet)?|-+)$/i;

/**
 * Reads what a coder wrote of the newest post: a label such as "3w" (M47), a date, the post's own address, whose id tells its instant
 * on some platforms (M48), or that there is none.
 *
 * @param platform of the account; null where it may be any
 * @returns null where it is none of these, or where the post would be younger than the look
 */
export function newestPost(
  written: string,
  { platform, checkedAt }: { platform: string | null; checkedAt: ReadDate },
): NewestPost | null {
  const label = written.split(/[•·]/)[0]?.trim() ?? "";
  if (nothing.test(label)) return { leastDays: null, mostDays: null, neverPosted: true, precision: null };
  const age = relativeAge(label);
  if (age) return { leastDays: age[0], mostDays: age[1], neverPosted: false, precision: grainOf(age) };
  const date = parseUrl(label) ? dateOfLink(label, platform) : readDate(label);
  return date && ageOf(date, checkedAt);
}

/** How exactly an age is told that lies between two. */
export function grainOf([least, most]: readonly [number, number]): HandReading["precision"] {
  const days = most - least;
  return days <= 1 ? "day" : days <= 7 ? "week" : days <= 31 ? "month" : "year";
}

/** The instant that the id in a post's address tells. */
function dateOfLink(link: string, platform: string | null): ReadDate | null {
  const ids = decodeURIComponent(link).match(/\d{10,20}|[2-7a-j][2-7a-z]{12}/g) ?? [];
  const platforms = platform === null ? [] : [platform];
  for (const id of ids.toReversed()) {
    const instant = platforms.map((each) => instantOfPostId(each, id)).find((found) => found !== null);
    if (instant) return { instant, precision: "instant" };
  }
  return null;
}

/** A date counts whole: the post may be of any instant of its day, the look of any of its own. */
function ageOf(post: ReadDate, look: ReadDate): NewestPost | null {
  const days = (Date.parse(look.instant) - Date.parse(post.instant)) / dayMs;
  if (days + slack[look.precision] < 0) return null;
  return {
    leastDays: Math.max(0, days - slack[post.precision]),
    mostDays: Math.max(0, days + slack[look.precision]),
    neverPosted: false,
    precision: post.precision,
  };
}
