import { dayMs } from "../../datasets/durations.ts";
import type { HandReading } from "../../datasets/hand-records.ts";
import type { Account, Observation } from "../../datasets/schema.ts";
import { barePost, blank } from "../platforms/observers/observation.ts";

/** Days by which a post can be younger than its date, as the analysis reads it. */
const slack = { instant: 0, day: 1, week: 7, month: 31, year: 366 } as const;

/** What a person read of an account, as an observation: of an open account it proves activity and silence alike. */
export function manualObservation(account: Account, reading: HandReading): Observation {
  const { checkedAt, sight, posts, windowFrom, windowTo, followers, neverPosted } = reading;
  const observation = blank(
    {
      account,
      observer: { name: "coder_sheet", access: "manual" },
      observedAt: checkedAt,
      period: { from: checkedAt, to: checkedAt },
    },
    account.platformId,
  );
  const window = { ...observation.window, to: checkedAt };
  const counters = { ...observation.counters, posts: neverPosted ? 0 : null, followers };
  if (sight === "gone")
    return { ...observation, window, status: "gone", reason: "seen_by_hand", sided: "two" };
  if (sight !== "yes") return { ...observation, window, status: "blocked", reason: sight };
  const newest = newestOf(observation.observationId, reading);
  // A count that ends before the look leaves out what came since.
  const isCounted =
    posts !== null &&
    windowFrom !== null &&
    windowTo !== null &&
    Date.parse(windowTo) + dayMs >= Date.parse(checkedAt);
  return {
    ...observation,
    counters,
    sided: newest.length > 0 || neverPosted || isCounted ? "two" : "none",
    window: isCounted ? { ...window, from: windowFrom, complete: true } : window,
    countedPosts: isCounted ? posts : null,
    lastPostAt: newest[0]?.precision === "instant" ? newest[0].postedAt : null,
    posts: newest,
  };
}

/**
 * The newest post, dated so that the least age of a label comes out exactly: that is what proves silence. A label's least age is itself
 * possible, so silence is a millisecond shorter. Where only a span is known the post stands at its begin.
 */
function newestOf(observationId: string, { checkedAt, leastDays, mostDays, precision }: HandReading) {
  if (leastDays === null || precision === null) return [];
  const most = mostDays ?? leastDays;
  const isLabel = slack[precision] - (most - leastDays) < 1;
  const days = isLabel ? leastDays + slack[precision] : most;
  const at = Date.parse(checkedAt) - days * dayMs + (precision === "instant" ? 0 : 1);
  return [
    { observationId, ...barePost("newest", new Date(Math.ceil(at)).toISOString(), "unknown"), precision },
  ];
}
