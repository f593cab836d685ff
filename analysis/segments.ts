import type { CompanyStatus } from "../datasets/schema.ts";
import {
  type ActivityRange,
  activityRange,
  isActive,
  isActiveAt,
  silentRange,
  statusOver,
  unknownRange,
} from "./activity.ts";
import type { Findings } from "./findings.ts";
import { allSets, type PlatformSet } from "./platform-sets.ts";
import { cadenceOf, isCompleteOn, isCounted, type OwnedAccount, type Unit } from "./units.ts";

/** What a company's status is asked about. */
export interface Question {
  set: PlatformSet;
  thetaDays: number;
  /** Kinds of accounts that count. */
  kinds: readonly string[];
}

/** A unit's status on a set of platforms, and whether it could have come out either way. */
export type UnitStatus = Omit<CompanyStatus, "companyId" | "platforms" | "thetaDays">;

/** The status of every eligible company on each platform set at each threshold, by companyId, set and threshold. */
export function* statusesOf({ units, sets, settings }: Findings): Generator<CompanyStatus> {
  const thetas = [...settings.thetas].sort((a, b) => a - b);
  const all = allSets(sets);
  for (const unit of units) {
    for (const set of all) {
      const scope = scopeOf(unit, set, settings.kinds);
      for (const thetaDays of thetas)
        yield { companyId: unit.unitId, platforms: set.label, thetaDays, ...statusIn(scope, thetaDays) };
    }
  }
}

/**
 * Status of a unit over its accounts on a set of platforms. Accounts elsewhere are out of scope; an account that may be the
 * company's own makes it neither active nor inactive.
 */
export function statusOf(unit: Unit, { set, thetaDays, kinds }: Question): UnitStatus {
  return statusIn(scopeOf(unit, set, kinds), thetaDays);
}

/** What of a unit bears on its status, whatever the threshold. */
export interface Scope {
  /** Activity over the accounts that count. */
  range: ActivityRange;
  accounts: readonly OwnedAccount[];
  isComplete: boolean;
  sided: CompanyStatus["sided"];
  /** Why there is no account that counts, where there is none. */
  absence: string;
}

/** The accounts of a unit that count on a set of platforms. */
export function scopeOf(unit: Unit, set: PlatformSet, kinds: readonly string[]): Scope {
  const accounts = unit.accounts.filter((owned) => isCounted(owned, kinds) && isOn(owned, set));
  const isComplete = isCompleteOn(unit, set.platformIds);
  const { range, sided } = readingOver(accounts, set, isComplete);
  return { range, accounts, isComplete, sided, absence: accounts.length === 0 ? absenceOf(unit, set) : "" };
}

/** Status at a threshold. */
function statusIn({ range, accounts, isComplete, sided, absence }: Scope, thetaDays: number): UnitStatus {
  const accountIds = accounts.map(({ account }) => account.accountId);
  const activities = accounts.length > 0 ? [isActiveAt(range, thetaDays)] : [];
  const { status, reason } = statusOver(activities, isComplete);
  return { status, sided, reason: reason === "no_account_found" ? absence : reason, accountIds };
}

/** The unit's own range: where it may have accounts beside those known it is never surely inactive. */
export const rangeIn = ({ range, isComplete }: Scope): ActivityRange =>
  isComplete ? range : { ...range, silentTo: unknownRange.silentTo };

/** Whether an account is on one of the platforms of a set. */
export const isOn = ({ account }: OwnedAccount, set: PlatformSet): boolean =>
  set.platformIds.includes(account.platform);

/** Whether what was read of an account may enter a figure on the set. */
const isUsed = ({ account, isOwn }: OwnedAccount, { apart }: PlatformSet): boolean =>
  isOwn && !apart.includes(account.platform);

/** Whether an account had a post within the threshold, as far as the set may use what was read of it; null where that is not known. */
export function activityOn(owned: OwnedAccount, set: PlatformSet, thetaDays: number): boolean | null {
  const cadence = isUsed(owned, set) ? cadenceOf(owned) : undefined;
  return cadence ? isActive(cadence, thetaDays) : null;
}

/**
 * Active as soon as one account is, inactive as long as all are; without any account inactive at every threshold. `two` where every account
 * could have shown activity as well as silence, and none can have been overlooked.
 */
function readingOver(
  accounts: readonly OwnedAccount[],
  set: PlatformSet,
  isComplete: boolean,
): Pick<Scope, "range" | "sided"> {
  let { activeFrom, silentTo } = silentRange;
  let [isTwoSided, isSeen] = [isComplete, false];
  for (const owned of accounts) {
    const cadence = isUsed(owned, set) ? cadenceOf(owned) : undefined;
    const range = cadence ? activityRange(cadence) : unknownRange;
    activeFrom = Math.min(activeFrom, range.activeFrom);
    silentTo = Math.min(silentTo, range.silentTo);
    isTwoSided &&= cadence?.sided === "two";
    isSeen ||= cadence?.sided === "two" || cadence?.sided === "active_only";
  }
  return { range: { activeFrom, silentTo }, sided: isTwoSided ? "two" : isSeen ? "active_only" : "none" };
}

/** Why a completely observed company has no account that counts on the set. */
function absenceOf(unit: Unit, set: PlatformSet): string {
  const own = unit.accounts.filter(({ isOwn }) => isOwn);
  if (own.some((owned) => owned.kind === "careers" && isOn(owned, set))) return "careers_only";
  return set.label === "any" && own.length === 0 ? "no_account_found" : "no_account_in_scope";
}
