import { instantOfPostId } from "../../datasets/post-ids.ts";
import type { Account, Observation } from "../../datasets/schema.ts";
import { blank } from "../platforms/observers/observation.ts";
import type { ImportFormat, Told } from "./format.ts";
import type { Row } from "./row.ts";

/**
 * Profiles: one row an account with what its platform counted on one day. A counter tells a rate, not when the last post was;
 * that is known only where the file says it, or the id of the newest post.
 */
export const counters: ImportFormat = {
  id: "counters",
  title: "Profiles: one row an account, with its counters on one day",
  tellingFields: ["posts", "followers", "createdAt", "lastPostAt", "lastPostId"],
  begin(told) {
    const observations = new Map<string, Observation>();
    let withoutCounters = 0;
    return {
      add(account, row) {
        const before = row.faults.length;
        const counted = readCounters(account, row);
        if (!counted) withoutCounters += 1;
        const observedAt = counted && readDay(row, told);
        if (!counted || !observedAt || row.faults.length > before) return;
        const observation = { ...blank(subjectOf(account, observedAt), account.platformId), ...counted };
        observations.set(observation.observationId, observation);
      },
      finish: () => ({
        observations: [...observations.values()],
        notes:
          withoutCounters > 0
            ? [
                `${told.file}: ${withoutCounters} accounts have no counters; how often they post stays unknown`,
              ]
            : [],
      }),
    };
  },
};

function subjectOf(account: Account, observedAt: string) {
  return {
    account,
    observer: { name: "file_counters", access: "file" } as const,
    observedAt,
    period: { from: observedAt, to: observedAt },
    // Derived from the day, so that a second wave adds to the first and the same file twice does not.
    ordinal: observedAt.slice(0, 10),
  };
}

type Counted = Pick<Observation, "counters" | "lastPostAt" | "status" | "reason" | "sided" | "window">;

/** Null when the row knows nothing of the account but its name. */
function readCounters({ platform }: Account, row: Row): Counted | null {
  const posts = row.count("posts");
  const followers = row.count("followers");
  const createdAt = row.date("createdAt")?.instant ?? null;
  const lastPostAt =
    row.date("lastPostAt")?.instant ?? instantOfPostId(platform, row.text("lastPostId") ?? "");
  if ([posts, followers, createdAt, lastPostAt].every((value) => value === null)) return null;
  const isProtected = row.flag("protected") ?? false;
  return {
    counters: { posts, followers, createdAt },
    lastPostAt,
    status: isProtected ? "protected" : "observed",
    reason: isProtected ? "protected" : null,
    // The newest post, or that there is none: either is all there is to know of recency.
    sided: lastPostAt !== null || posts === 0 ? "two" : "none",
    window: { from: null, to: null, order: "other", cap: null, filters: [], complete: false },
  };
}

function readDay(row: Row, told: Told): string | null {
  const day = row.date("observedAt")?.instant ?? told.to;
  if (day === null && row.text("observedAt") === null) {
    row.fault(
      "observedAt",
      "is missing. Write the day on which the counters were read, or say --to YYYY-MM-DD",
    );
  }
  return day;
}
