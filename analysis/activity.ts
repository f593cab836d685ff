import { dayMs } from "../datasets/durations.ts";
import type { Activity, Cadence } from "../datasets/schema.ts";
import { skewMs } from "./seen.ts";

/** Upper ends of the ladder's rungs in days, inclusive (M02). */
export const rungDays = [30, 90, 180, 365] as const;

const rungs = ["active", "slowing", "quiet", "dormant"] as const;

/**
 * Rung of the activity ladder for an account whose newest post is this old.
 *
 * @param thresholds upper ends of the first four rungs, ascending, inclusive
 */
export function rungOf(ageDays: number, thresholds: readonly number[] = rungDays): Activity {
  const place = thresholds.findIndex((threshold) => ageDays <= threshold);
  return rungs[place] ?? "abandoned";
}

/**
 * Age of a post in days.
 *
 * @returns 0 for a post that clock skew puts up to 5 minutes into the future; null for one further ahead, which is an error
 */
export function postAge(postedAt: string, observedAt: string): number | null {
  const age = Date.parse(observedAt) - Date.parse(postedAt);
  if (!(age >= -skewMs)) return null;
  return Math.max(0, age) / dayMs;
}

/** What of a cadence bears on whether the account is active. */
export type Recency = Pick<Cadence, "activity" | "ageDays" | "silentDays">;

/** What is known of an activity at every threshold at once; between the two it is not known. */
export interface ActivityRange {
  /** Least threshold in days at which it is surely active; Infinity where at none. */
  activeFrom: number;
  /** Greatest threshold in days at which it is surely inactive; -Infinity where at none. */
  silentTo: number;
}

/** Nothing is known. */
export const unknownRange: ActivityRange = {
  activeFrom: Number.POSITIVE_INFINITY,
  silentTo: Number.NEGATIVE_INFINITY,
};

/** Surely not active, whatever the threshold. */
export const silentRange: ActivityRange = {
  activeFrom: Number.POSITIVE_INFINITY,
  silentTo: Number.POSITIVE_INFINITY,
};

/** The range of an account: those that are empty or gone are not active, whoever found that out. */
export function activityRange({ activity, ageDays, silentDays }: Recency): ActivityRange {
  if (activity === "empty" || activity === "gone") return silentRange;
  return {
    activeFrom: ageDays ?? unknownRange.activeFrom,
    silentTo: silentDays ?? unknownRange.silentTo,
  };
}

/** Whether there was a post in the last `thetaDays` days; null where that is not known. */
export function isActiveAt({ activeFrom, silentTo }: ActivityRange, thetaDays: number): boolean | null {
  if (activeFrom <= thetaDays) return true;
  return silentTo >= thetaDays ? false : null;
}

/** Whether an account had a post in the last `thetaDays` days (M02): null where that is not known. */
export const isActive = (recency: Recency, thetaDays: number): boolean | null =>
  isActiveAt(activityRange(recency), thetaDays);

/** Three-valued status of a company. */
export interface Status {
  status: "active" | "inactive" | "unknown";
  reason: string | null;
}

/**
 * Status of a company over its accounts: Kleene's three-valued "or" (M03).
 *
 * @param accounts whether each counted account is active, null where not known
 * @param isComplete whether its site was completely observed, so that there is no account beside these
 * @returns `inactive` only when every account is known to be silent and none can have been overlooked
 */
export function statusOver(accounts: readonly (boolean | null)[], isComplete: boolean): Status {
  if (accounts.includes(true)) return { status: "active", reason: null };
  if (accounts.includes(null)) return { status: "unknown", reason: "account_unobservable" };
  if (!isComplete) return { status: "unknown", reason: "site_not_complete" };
  return { status: "inactive", reason: accounts.length > 0 ? "all_inactive" : "no_account_found" };
}
