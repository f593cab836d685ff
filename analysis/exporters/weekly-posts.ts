import { weekMs } from "../../datasets/durations.ts";
import type { Post } from "../../datasets/schema.ts";

/** Posts of each observation by the week they fall into: the week's begin in ms since 1970, and how many. Pinned posts are out of order and count all the same. */
export async function countByWeek(
  posts: AsyncIterable<Pick<Post, "observationId" | "postedAt">>,
): Promise<Map<string, Map<number, number>>> {
  const counts = new Map<string, Map<number, number>>();
  for await (const { observationId, postedAt } of posts) {
    const weeks = counts.get(observationId) ?? new Map<number, number>();
    counts.set(observationId, weeks);
    const week = Math.floor(Date.parse(postedAt) / weekMs) * weekMs;
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  }
  return counts;
}
