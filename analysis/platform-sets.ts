import { byCodeUnit } from "../datasets/order.ts";
import type { Account } from "../datasets/schema.ts";
import { cadenceOf, identityOf, isCompleteOn, isCounted, type OwnedAccount, type Unit } from "./units.ts";

/** A platform as the crawler's registry names it. */
export interface PlatformName {
  id: string;
  name: string;
  group: Account["group"];
  /** False where the platform's terms keep its readings out of figures over several platforms. */
  combine?: boolean;
}

/** Platforms that a figure speaks about. */
export interface PlatformSet {
  /** A platform's id, `observable` or `any`. */
  label: string;
  platformIds: readonly string[];
  /** Those of them whose readings may not be joined with others: here their accounts are as if nobody had read them. */
  apart: readonly string[];
  /** Whether a share on it can be given as one number: each platform shows enough of its accounts both ways. */
  isReadable: boolean;
}

/** The sets of one audit, in code-unit order of their labels. */
export interface PlatformSets {
  /** One a platform that was looked for or found, whatever its group; platforms that closed down are left out. */
  single: readonly PlatformSet[];
  /** The social platforms that can be read and may be joined; may be empty. */
  observable: PlatformSet;
  /** All social platforms that were looked for or found. */
  any: PlatformSet;
}

/** Least share of a platform's accounts that must show activity and silence alike (docs/method.md). */
export const readableShare = 0.9;

/** The platform sets of an audit, from its companies and what the crawler looks for. */
export function platformSets(
  units: readonly Unit[],
  platforms: readonly PlatformName[],
  kinds: readonly string[],
): PlatformSets {
  const groups = new Map(platforms.map(({ id, group }) => [id, group]));
  for (const unit of units)
    for (const { account } of unit.accounts) groups.set(account.platform, account.group);
  const ids = [...groups.keys()].sort(byCodeUnit).filter((id) => groups.get(id) !== "closed_down");
  const social = ids.filter((id) => groups.get(id) === "social");
  const readings = readingsOf(units, kinds);
  const alone = new Set(platforms.flatMap(({ id, combine }) => (combine === false ? [id] : [])));
  const setOf = (label: string, platformIds: readonly string[]): PlatformSet => {
    const apart = platformIds.length > 1 ? platformIds.filter((id) => alone.has(id) && readings.has(id)) : [];
    const isEachReadable = platformIds.every((id) => isReadable(readings.get(id)));
    return { label, platformIds, apart, isReadable: isEachReadable && apart.length === 0 };
  };
  const isKnownOf = (id: string): boolean =>
    readings.has(id) || units.some((unit) => isCompleteOn(unit, [id]));
  return {
    single: ids.filter(isKnownOf).map((id) => setOf(id, [id])),
    observable: setOf(
      "observable",
      social.filter((id) => readings.has(id) && isReadable(readings.get(id)) && !alone.has(id)),
    ),
    any: setOf("any", social),
  };
}

/** Every set, in the order in which statuses are listed. */
export function allSets({ single, observable, any }: PlatformSets): PlatformSet[] {
  const sets = observable.platformIds.length > 0 ? [...single, observable, any] : [...single, any];
  return sets.sort((a, b) => byCodeUnit(a.label, b.label));
}

interface Reading {
  accounts: number;
  twoSided: number;
}

/** A platform on which nobody has an account hides nothing. */
const isReadable = (reading: Reading | undefined): boolean =>
  reading === undefined || reading.twoSided >= readableShare * reading.accounts;

/** How many of the companies' own accounts on each platform show activity and silence alike. */
function readingsOf(units: readonly Unit[], kinds: readonly string[]): Map<string, Reading> {
  const accounts = new Map<string, OwnedAccount>();
  for (const unit of units) {
    for (const owned of unit.accounts)
      if (owned.isOwn && isCounted(owned, kinds)) accounts.set(identityOf(owned.account), owned);
  }
  const readings = new Map<string, Reading>();
  for (const owned of accounts.values()) {
    const reading = readings.get(owned.account.platform) ?? { accounts: 0, twoSided: 0 };
    reading.accounts += 1;
    if (cadenceOf(owned)?.sided === "two") reading.twoSided += 1;
    readings.set(owned.account.platform, reading);
  }
  return readings;
}
