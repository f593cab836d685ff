import { dayMs } from "../../datasets/durations.ts";
import { AuditError } from "../../datasets/error.ts";
import type { Observation } from "../../datasets/schema.ts";
import { barePost, blank } from "../platforms/observers/observation.ts";
import type { ImportFormat } from "./format.ts";

/**
 * Posts counted in a time, without their dates: one row an account. The time has to be said. A count above 0 proves a post within it, and
 * a count of 0 that there was none.
 */
export const periodCounts: ImportFormat = {
  id: "period_counts",
  title: "Counts: one row an account, with its posts in a time",
  tellingFields: ["periodPosts"],
  begin(told) {
    const { file, from, to } = told;
    if (from === null || to === null) {
      throw new AuditError(
        "bad_usage",
        `${file}: holds counts without dates. Say in which time they were posted: --from 2026-07-01 --to 2026-09-30`,
      );
    }
    const observations = new Map<string, Observation>();
    return {
      add(account, row) {
        const countedPosts = row.count("periodPosts");
        if (countedPosts === null) return;
        const observation = blank(
          {
            account,
            observer: { name: "file_counts", access: "file" },
            observedAt: to,
            period: { from, to },
            ordinal: to.slice(0, 10),
          },
          account.platformId,
        );
        const { observationId } = observation;
        observations.set(observationId, {
          ...observation,
          counters: { ...observation.counters, followers: row.count("followers") },
          countedPosts,
          sided: "two",
          window: { ...observation.window, from, to, complete: true },
          posts:
            countedPosts > 0
              ? [{ observationId, ...barePost("oldest", from, "unknown"), precision: grainOf(from, to) }]
              : [],
        });
      },
      finish: () => ({ observations: [...observations.values()], notes: [] }),
    };
  },
};

/** The newest post lies somewhere in the time: dated at its begin, it can be younger by all of it. */
function grainOf(from: string, to: string): Observation["posts"][number]["precision"] {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  return days <= 1 ? "day" : days <= 7 ? "week" : days <= 31 ? "month" : "year";
}
