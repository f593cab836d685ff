import { weekMs } from "../../datasets/durations.ts";
import { sum } from "../estimates/interval.ts";
import { permutationTest } from "../estimates/permutation.ts";
import type { AccountView, ReportModel } from "./model.ts";

/** Whole weeks that are compared with as many before. */
const weeksCompared = 12;

/** Posts of an account in the last twelve whole weeks and in the twelve before, and what that says. */
export interface Trend {
  posts: number;
  postsBefore: number;
  /** `more` and `fewer` only where the order of the weeks is unlikely to be chance: below 2.5 % in that direction (M34). */
  change: "more" | "fewer" | "none";
}

/** How an account's posting changed; null where not every post of all those weeks was seen, or posts are too many to count here. */
export function trendOf({ observation, cadence }: AccountView, { weeklyPosts }: ReportModel): Trend | null {
  const isWhole = observation?.sided === "two" && observation.window.complete && cadence?.sided === "two";
  if (weeklyPosts === null || !isWhole || observation.window.from === null) return null;
  const end = Math.floor(Date.parse(observation.window.to ?? observation.observedAt) / weekMs) * weekMs;
  if (Date.parse(observation.window.from) > end - 2 * weeksCompared * weekMs) return null;
  const counts = weeklyPosts.get(observation.observationId);
  const weeksUpTo = (last: number) =>
    Array.from({ length: weeksCompared }, (_, week) => counts?.get(last - (week + 1) * weekMs) ?? 0);
  const [after, before] = [weeksUpTo(end), weeksUpTo(end - weeksCompared * weekMs)];
  const found = permutationTest(before, after);
  const isChance = found === null || found.p >= 0.025;
  const change = isChance ? "none" : found.difference > 0 ? "more" : "fewer";
  return { posts: sum(after), postsBefore: sum(before), change };
}

/** A trend in words, with a sign for those who skim. */
export function trendWords(trend: Trend | null): string {
  if (trend === null) return "not known";
  const { posts, postsBefore, change } = trend;
  return `${signs[change]} ${posts} ${posts === 1 ? "post" : "posts"} in ${weeksCompared} weeks, ${postsBefore} in the ${weeksCompared} before: ${meanings[change]}`;
}

const signs = { more: "▲", fewer: "▼", none: "=" } as const;

const meanings = {
  more: "more than chance explains",
  fewer: "fewer than chance explains",
  none: "no more of a change than chance makes",
} as const;
