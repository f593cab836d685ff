import type { CompanyStatus } from "../datasets/schema.ts";
import { isActive, statusOver } from "./activity.ts";
import type { Findings } from "./findings.ts";
import { allSets, type PlatformSet } from "./platform-sets.ts";
import { cadenceOf, countedAccounts, isCompleteOn, type OwnedAccount, type Unit } from "./units.ts";

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
export function* companyStatuses({ units, sets, settings }: Findings): Generator<CompanyStatus> {
  const thetas = [...settings.thetas].sort((a, b) => a - b);
  for (const unit of units) {
    for (const set of allSets(sets)) {
      for (const thetaDays of thetas) {
        const status = statusOf(unit, { set, thetaDays, kinds: settings.kinds });
        yield { companyId: unit.unitId, platforms: set.label, thetaDays, ...status };
      }
    }
  }
}

/**
 * Status of a unit over its accounts on a set of platforms. Accounts elsewhere are out of scope; an account that may be the
 * company's own makes it neither active nor inactive.
 */
export function statusOf(unit: Unit, { set, thetaDays, kinds }: Question): UnitStatus {
  const accounts = countedAccounts(unit, kinds).filter((owned) => isOn(owned, set));
  const isComplete = isCompleteOn(unit, set.platformIds);
  const { status, reason } = statusOver(
    accounts.map((owned) => (isUsed(owned, set) ? activityOf(owned, thetaDays) : null)),
    isComplete,
  );
  return {
    status,
    sided: sidedOver(accounts, set, isComplete),
    reason: reason === "no_account_found" ? absenceOf(unit, set) : reason,
    accountIds: accounts.map(({ account }) => account.accountId),
  };
}

/** Whether an account is on one of the platforms of a set. */
export const isOn = ({ account }: OwnedAccount, set: PlatformSet): boolean =>
  set.platformIds.includes(account.platform);

/** Whether what was read of an account may enter a figure on the set. */
const isUsed = ({ account, isOwn }: OwnedAccount, { apart }: PlatformSet): boolean =>
  isOwn && !apart.includes(account.platform);

function activityOf(owned: OwnedAccount, thetaDays: number): boolean | null {
  const cadence = cadenceOf(owned);
  return cadence ? isActive(cadence, thetaDays) : null;
}

/** `two` where every account could have shown activity as well as silence, and none can have been overlooked. */
function sidedOver(
  accounts: readonly OwnedAccount[],
  set: PlatformSet,
  isComplete: boolean,
): CompanyStatus["sided"] {
  const sides = accounts.map((owned) => (isUsed(owned, set) ? cadenceOf(owned)?.sided : "none"));
  if (isComplete && sides.every((side) => side === "two")) return "two";
  return sides.some((side) => side === "two" || side === "active_only") ? "active_only" : "none";
}

/** Why a completely observed company has no account that counts on the set. */
function absenceOf(unit: Unit, set: PlatformSet): string {
  const own = unit.accounts.filter(({ isOwn }) => isOwn);
  if (own.some((owned) => owned.kind === "careers" && isOn(owned, set))) return "careers_only";
  return set.label === "any" && own.length === 0 ? "no_account_found" : "no_account_in_scope";
}
