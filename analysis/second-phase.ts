import { grouped } from "../datasets/grouping.ts";
import { type HandReading, type PhaseClass, type SecondPhase, wholeSite } from "../datasets/hand-records.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Account, Company } from "../datasets/schema.ts";
import { statusOver } from "./activity.ts";
import type { Findings } from "./findings.ts";
import type { PlatformSet } from "./platform-sets.ts";
import { activityByHand } from "./readings.ts";
import { drawWithin, type StratumField, stratumOf, tooFew } from "./sample.ts";
import { activityOn, isOn, type Question, statusOf } from "./segments.ts";
import { countedAccounts, isCompleteOn, type OwnedAccount, type Unit } from "./units.ts";

/** Classes of which it is certain what they are: nobody needs to look at them. */
const certain: readonly PhaseClass[] = ["active", "inactive", "no_account"];

/** Whether what was openly known of a company leaves its status open. */
export const isOpen = (row: Pick<SecondPhase, "class">): boolean => !certain.includes(row.class);

/** Who is to be drawn. */
export interface PhasePlan {
  n: number;
  strata: readonly StratumField[];
  seed: number;
}

/**
 * Draws the companies whose accounts people look at by hand, so that the share of a platform set can be estimated (M51): within the
 * classes of what is openly known, and within other strata where they are named, in proportion.
 *
 * @returns a row for every eligible company by id; a fault where n is too small
 */
export function drawSecondPhase(
  { units }: Findings,
  companies: readonly Company[],
  { n, strata, seed, ...question }: PhasePlan & Question,
): SecondPhase[] | string {
  const byId = new Map(companies.map((company) => [company.companyId, company]));
  const classed = units.map((unit) => {
    const company = byId.get(unit.unitId);
    const phaseClass = classOf(unit, question);
    const other = company ? stratumOf(company, strata) : "";
    return { unit, phaseClass, stratum: `class=${phaseClass}${other === "" ? "" : ` ${other}`}` };
  });
  const strataOf = grouped(classed, ({ stratum }) => stratum);
  const openStrata = new Set(
    classed.filter(({ phaseClass }) => !certain.includes(phaseClass)).map(({ stratum }) => stratum),
  );
  const open = [...strataOf]
    .filter(([stratum]) => openStrata.has(stratum))
    .sort(([a], [b]) => byCodeUnit(a, b));
  const drawn = drawWithin(open, ({ unit }) => `second phase ${unit.unitId}`, { n, seed });
  if (drawn === null)
    return tooFew(
      n,
      open.map(([, members]) => members.length),
    );
  const picked = new Set([...drawn.values()].flat());
  return classed.map((one) => ({
    platforms: question.set.label,
    companyId: one.unit.unitId,
    thetaDays: question.thetaDays,
    class: one.phaseClass,
    stratum: one.stratum,
    stratumSize: strataOf.get(one.stratum)?.length ?? 0,
    drawn: picked.has(one),
  }));
}

function classOf(unit: Unit, { set, thetaDays, kinds }: Question): PhaseClass {
  const { status, accountIds } = statusOf(unit, { set, thetaDays, kinds });
  if (status === "active") return "active";
  if (status === "inactive") return accountIds.length === 0 ? "no_account" : "inactive";
  if (!isCompleteOn(unit, set.platformIds)) return "site_unknown";
  const isSilent = accountsOn(unit, set, kinds).some((owned) => activityOn(owned, set, thetaDays) === false);
  return isSilent ? "open_accounts_silent" : "closed_accounts_only";
}

const accountsOn = (unit: Unit, set: PlatformSet, kinds: readonly string[]): OwnedAccount[] =>
  countedAccounts(unit, kinds).filter((owned) => isOn(owned, set));

/** What a person must look at so that a company's status is known. */
export interface ToLookAt {
  accounts: Account[];
  /** Its site was not wholly read: what else it names is to be looked at as well. */
  wholeSite: boolean;
}

/** The accounts that leave a company's status open. */
export function toLookAt(unit: Unit, { set, thetaDays, kinds }: Question): ToLookAt {
  const open = accountsOn(unit, set, kinds).filter((owned) => activityOn(owned, set, thetaDays) === null);
  return { accounts: open.map(({ account }) => account), wholeSite: !isCompleteOn(unit, set.platformIds) };
}

/** Readings that count, by account, of one company. */
export type ReadingsOfCompany = ReadonlyMap<string, HandReading>;

/**
 * A company's status with what people read of it by hand; accounts nobody looked at count as far as they are openly known.
 *
 * @returns whether it is inactive; null where it is still not known
 */
export function inactiveByHand(
  unit: Unit,
  { set, thetaDays, kinds }: Question,
  readings: ReadingsOfCompany,
): boolean | null {
  const site = readings.get(wholeSite);
  const activities = accountsOn(unit, set, kinds).flatMap((owned) => {
    const reading = readings.get(owned.account.accountId);
    if (reading?.sight === "not_theirs") return [];
    const byHand = reading ? activityByHand(reading, thetaDays) : null;
    return [byHand ?? activityOn(owned, set, thetaDays)];
  });
  const sawAll = isCompleteOn(unit, set.platformIds) || site?.sight === "yes";
  const { status } = statusOver(site ? [...activities, activityByHand(site, thetaDays)] : activities, sawAll);
  return status === "unknown" ? null : status === "inactive";
}
