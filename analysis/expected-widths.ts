import { isActive } from "./activity.ts";
import type { Findings } from "./findings.ts";
import type { PlatformSet } from "./platform-sets.ts";
import { isOn } from "./segments.ts";
import { cadenceOf, countedAccounts, isCompleteOn, type Unit } from "./units.ts";

/** How wide the bounds of a share of inactive companies are, and are expected to be once more platforms are read. */
export interface ExpectedWidths {
  now: number;
  /** After each step, all steps before it done. */
  after: readonly number[];
}

/**
 * What reading more platforms is expected to do to the bounds of the share inactive on a set. Every account of a platform that is
 * read is taken to answer, and to be active as often as those that were read already; half of them where none was.
 *
 * @param steps platforms that are read in each step
 * @returns widths as shares of the eligible companies; null when there are none
 */
export function expectedWidths(
  { units, settings }: Findings,
  set: PlatformSet,
  { steps, thetaDays }: { steps: readonly (readonly string[])[]; thetaDays: number },
): ExpectedWidths | null {
  if (units.length === 0) return null;
  const facts = units.map((unit) => factsOf(unit, set, { kinds: settings.kinds, thetaDays }));
  const activeShare = shareActive(facts);
  const widthAfter = (count: number) => {
    const read = new Set(
      steps
        .slice(0, count)
        .flat()
        .filter((id) => !set.apart.includes(id)),
    );
    return facts.reduce((sum, each) => sum + unknownChance(each, read, activeShare), 0) / facts.length;
  };
  return { now: widthAfter(0), after: steps.map((_, at) => widthAfter(at + 1)) };
}

interface Facts {
  /** Whether each account is active; null where nobody has read it. */
  accounts: readonly { platform: string; active: boolean | null }[];
  isComplete: boolean;
}

function factsOf(
  unit: Unit,
  set: PlatformSet,
  { kinds, thetaDays }: { kinds: readonly string[]; thetaDays: number },
): Facts {
  const accounts = countedAccounts(unit, kinds).filter((owned) => isOn(owned, set));
  return {
    isComplete: isCompleteOn(unit, set.platformIds),
    accounts: accounts.map((owned) => {
      const cadence = cadenceOf(owned);
      const isUsed = owned.isOwn && !set.apart.includes(owned.account.platform);
      return {
        platform: owned.account.platform,
        active: isUsed && cadence ? isActive(cadence, thetaDays) : null,
      };
    }),
  };
}

function shareActive(facts: readonly Facts[]): number {
  const known = facts.flatMap(({ accounts }) => accounts.flatMap(({ active }) => active ?? []));
  return known.length === 0 ? 0.5 : known.filter(Boolean).length / known.length;
}

/** Chance that a company is still neither active nor inactive when these platforms are read. */
function unknownChance(
  { accounts, isComplete }: Facts,
  read: ReadonlySet<string>,
  activeShare: number,
): number {
  if (accounts.some(({ active }) => active)) return 0;
  const unread = accounts.filter(({ active }) => active === null);
  const found = unread.filter(({ platform }) => read.has(platform)).length;
  return isComplete && found === unread.length ? 0 : (1 - activeShare) ** found;
}
