import type { Cadence } from "../datasets/schema.ts";
import type { Interval } from "./estimates/interval.ts";
import { sum } from "./estimates/interval.ts";
import type { PlatformSet } from "./platform-sets.ts";
import { isOn } from "./segments.ts";
import { cadenceOf, countedAccounts, isCompleteOn, type OwnedAccount, type Unit } from "./units.ts";

/** How often a company posts on some platforms, over all its accounts there that count. */
export type CompanyRate =
  | { postsPerDay: number; interval: Interval; reason: null }
  | {
      postsPerDay: null;
      interval: null;
      /** `no_account`: surely none, which is no rate of zero. Otherwise what was not seen. */
      reason: "no_account" | "site_not_complete" | "account_unobservable";
    };

/** Only rates of recent posts are added up; those of a lifetime or between two counters mean something else. */
const recent: readonly Cadence["estimator"][] = ["complete_window", "truncated_feed"];

/**
 * The sum of a company's rates on a set of platforms. The interval adds the limits, which is never too narrow; accounts that are
 * gone add nothing.
 */
export function companyRate(unit: Unit, set: PlatformSet, kinds: readonly string[]): CompanyRate {
  const living = countedAccounts(unit, kinds).filter(
    (owned) => isOn(owned, set) && cadenceOf(owned)?.activity !== "gone",
  );
  const unknown = (reason: "no_account" | "site_not_complete" | "account_unobservable"): CompanyRate => ({
    ...{ postsPerDay: null, interval: null },
    reason,
  });
  if (!isCompleteOn(unit, set.platformIds)) return unknown("site_not_complete");
  if (living.length === 0) return unknown("no_account");
  const rates = living.map((owned) => (set.apart.includes(owned.account.platform) ? null : rateOf(owned)));
  const known = rates.filter((rate) => rate !== null);
  if (known.length < rates.length) return unknown("account_unobservable");
  return {
    postsPerDay: sum(known.map(({ rate }) => rate)),
    interval: [sum(known.map(({ low }) => low)), sum(known.map(({ high }) => high))],
    reason: null,
  };
}

function rateOf({ isOwn, cadences }: OwnedAccount): { rate: number; low: number; high: number } | null {
  const cadence = isOwn ? cadences.find(({ estimator }) => recent.includes(estimator)) : undefined;
  if (!cadence || cadence.postsPerDay === null || cadence.low === null || cadence.high === null) return null;
  return { rate: cadence.postsPerDay, low: cadence.low, high: cadence.high };
}
