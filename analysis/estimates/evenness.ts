import { chiSquare } from "./distributions.ts";
import { sum } from "./interval.ts";

/** Fewest posts from which a profile over weekdays or hours is drawn. */
const minProfilePosts = 30;

/** How evenly counts spread over the days of the week or the hours of the day. */
export interface Evenness {
  shares: number[];
  /** Normalised entropy: 1 when even, 0 when all fall into one. */
  entropy: number;
  chi2: number;
  /** Chance of being at least as uneven by luck. */
  p: number;
}

/**
 * Shares, entropy and chi-square against an even spread.
 *
 * @returns null when there are no counts
 * @see Shannon 1948; Pearson 1900
 */
export function evennessOf(counts: readonly number[]): Evenness | null {
  const total = sum(counts);
  if (total === 0) return null;
  const shares = counts.map((count) => count / total);
  const expected = total / counts.length;
  const chi2 = sum(counts.map((count) => (count - expected) ** 2 / expected));
  return {
    shares,
    entropy: -sum(shares.map((share) => (share > 0 ? share * Math.log(share) : 0))) / Math.log(counts.length),
    chi2,
    p: chiSquare(chi2, counts.length - 1).upper,
  };
}

/** Profile over Monday to Sunday (M17); null below 30 posts, where counts alone are shown. */
export function weekProfile(mondayToSunday: readonly number[]): (Evenness & { weekendShare: number }) | null {
  const evenness = sum(mondayToSunday) < minProfilePosts ? null : evennessOf(mondayToSunday);
  return evenness && { ...evenness, weekendShare: sum(evenness.shares.slice(5)) };
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * Posts by weekday (Monday first) and by hour in a time zone, summer time included.
 *
 * @param timeZone IANA name
 */
export function profileCounts(
  instants: readonly string[],
  timeZone: string,
): { mondayToSunday: number[]; hours: number[] } {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const mondayToSunday = Array<number>(7).fill(0);
  const hours = Array<number>(24).fill(0);
  for (const instant of instants) {
    const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    addOne(mondayToSunday, weekdays.indexOf(parts.get("weekday") ?? ""));
    addOne(hours, Number(parts.get("hour")));
  }
  return { mondayToSunday, hours };
}

function addOne(counts: number[], place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}
