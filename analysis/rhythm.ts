import { dayMs, weekMs } from "../datasets/durations.ts";
import type { Cadence } from "../datasets/schema.ts";
import { type DispersionIndex, dispersionIndex } from "./estimates/dispersion.ts";
import { activeWeeksOf, gapsOfSorted, rhythmOfGaps, silencePAfter } from "./estimates/gaps.ts";
import { workspace } from "./estimates/workspace.ts";
import { sidedOfObservation } from "./recency.ts";
import type { Seen } from "./seen.ts";

/** How regularly an account posts, over all that one observation saw of it; null where that is too little. */
export type Rhythm = Pick<
  Cadence,
  "burstiness" | "gapGini" | "activeWeeks" | "longestSilenceDays" | "silenceP" | "silenceQ"
>;

/** Nothing is known of how regularly an account posts. */
export const noRhythm: Rhythm = {
  burstiness: null,
  gapGini: null,
  activeWeeks: null,
  longestSilenceDays: null,
  silenceP: null,
  silenceQ: null,
};

const daySpace = workspace();
const gapSpace = workspace();

/** Rhythm of the posts that an observation saw (M13, M15, M16); none where it may have missed some in between. */
export function rhythmIn(observation: Seen): Rhythm {
  const { times, endMs } = observation.posts;
  const oldest = times[0];
  if (sidedOfObservation(observation) !== "two" || oldest === undefined) return noRhythm;
  const begin = observation.window.from === null ? oldest : Date.parse(observation.window.from);
  const endDays = (endMs - begin) / dayMs;
  const days = daySpace(times.length);
  for (let index = 0; index < times.length; index += 1)
    days[index] = ((times[index] ?? begin) - begin) / dayMs;
  const found = rhythmOfGaps(gapsOfSorted(days, gapSpace(times.length)));
  const { burstinessFinite, gini, longest, cv } = found;
  if (cv === null || longest === null) return noRhythm;
  const current = Math.max(0, endDays - (days.at(-1) ?? endDays));
  return {
    burstiness: burstinessFinite,
    gapGini: gini,
    activeWeeks: activeWeeksOf(days, endDays, endDays),
    longestSilenceDays: Math.max(longest, current),
    silenceP: silencePAfter(found, current),
    // Known only when all accounts are.
    silenceQ: null,
  };
}

/** The first Monday after 1970 began. */
const firstMonday = 4 * dayMs;

/** Overdispersion of the posts in the calendar weeks (UTC, from Monday) that lie wholly in the last days before the end (M14). */
export function weeklyDispersion(observation: Seen, exposureDays: number): DispersionIndex {
  const { times, endMs } = observation.posts;
  const firstWeek = Math.ceil((endMs - exposureDays * dayMs - firstMonday) / weekMs);
  const weeks = Math.floor((endMs - firstMonday) / weekMs) - firstWeek;
  const counts = Array<number>(Math.max(0, weeks)).fill(0);
  for (let index = times.length - 1; index >= 0; index -= 1) {
    const week = Math.floor(((times[index] ?? 0) - firstMonday) / weekMs) - firstWeek;
    if (week < 0) break;
    const before = counts[week];
    if (before !== undefined) counts[week] = before + 1;
  }
  return dispersionIndex(counts);
}
