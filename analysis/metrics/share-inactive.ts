import { isActiveAt } from "../activity.ts";
import { type Cell, type Estimate, type Span, spanOf } from "../cells.ts";
import { type CheckedCompany, wholeById } from "../checked.ts";
import { correctedRows, isMissedOn, judgedIn, rightly } from "../corrected-shares.ts";
import type { Findings } from "../findings.ts";
import { allSets, type PlatformSet } from "../platform-sets.ts";
import { isOn, rangeIn, type Scope, scopeOf } from "../segments.ts";
import { type Counted, type Part, partsOf, type Share, shareOf } from "../shares.ts";
import { type ByHand, type TwoPhaseShare, twoPhaseShare } from "../two-phase-share.ts";
import { cadenceOf, type Unit } from "../units.ts";
import type { Metric } from "./metric.ts";

/**
 * Share of companies without a public post on a set of platforms in the days before they were observed (M04, M06), with the
 * two-sided rule: one number only where the platforms show silence as well as activity, bounds always. Beside it the companies
 * that have no account there, or one for careers only, as shares of the same companies.
 */
export const shareInactive: Metric = {
  id: "share_inactive",
  title: "Companies without a recent post",
  unit: "share of companies",
  measure(findings) {
    const { cells, groupCells, sets, settings, byHand } = findings;
    const { kinds, thetas } = settings;
    const checked = wholeById(findings.checked);
    const about = allSets(sets).flatMap((set) => {
      const companies = membersIn(cells, set, kinds);
      return [
        ...silences(companies, { statistic: "share", set, thetas, byHand: { ...byHand, kinds } }),
        ...(set.isReadable ? correctedSilences(companies, { set, kinds, thetas, checked }) : []),
        ...silences(membersIn(cells, set, ["primary"]), { statistic: "share_primary_only", set, thetas }),
        ...silences(membersIn(groupCells, set, kinds), { statistic: "share_by_group", set, thetas }),
        ...shares(companies, { statistic: "no_account", set, thetaDays: null, holds: isAbsent }),
        ...shares(companies, { statistic: "careers_only", set, thetaDays: null, holds: isCareersOnly }),
      ];
    });
    return sets.observable.platformIds.length > 0 ? about : [...about, ...nothingReadable(findings)];
  },
};

/** A company or group as a share counts it; the same at every threshold. */
interface Member extends Counted, Pick<Scope, "range" | "isComplete" | "absence"> {
  hasAccount: boolean;
}

const membersIn = (cells: readonly Cell[], set: PlatformSet, kinds: readonly string[]): Part<Member>[] =>
  partsOf(cells, (unit) => memberOf(unit, set, kinds));

function memberOf(unit: Unit, set: PlatformSet, kinds: readonly string[]): Member {
  const scope = scopeOf(unit, set, kinds);
  // Written out: there is one for every company, and an object put together from others is slow to read.
  return {
    range: rangeIn(scope),
    hasAccount: scope.accounts.length > 0,
    isComplete: scope.isComplete,
    absence: scope.absence,
    isTwoSided: scope.sided === "two",
    companyIds: unit.companyIds,
    draw: unit.draw,
    seen: seenOn(unit, set),
  };
}

/** When the unit's site and its accounts on a set were seen. */
function seenOn(unit: Unit, set: PlatformSet): Span {
  const instants = [unit.visited.observedAtMin, unit.visited.observedAtMax];
  for (const owned of unit.accounts)
    if (isOn(owned, set)) instants.push(cadenceOf(owned)?.observedAt ?? null);
  return spanOf(instants);
}

interface Silence extends Pick<Share<Member>, "statistic"> {
  set: PlatformSet;
  thetas: readonly number[];
  /** What people read, and the kinds of accounts that count. */
  byHand?: ByHand & { kinds: readonly string[] };
}

const silentAt =
  (thetaDays: number) =>
  ({ range }: Member): boolean | null => {
    const active = isActiveAt(range, thetaDays);
    return active === null ? null : !active;
  };

function silences(parts: readonly Part<Member>[], { statistic, set, thetas, byHand }: Silence): Estimate[] {
  return thetas.flatMap((thetaDays) => {
    const holds = silentAt(thetaDays);
    const byHandIn = ({ units }: Cell) =>
      byHand && !set.isReadable
        ? twoPhaseShare(units, { set, thetaDays, kinds: byHand.kinds }, byHand)
        : null;
    return shares(parts, { statistic, set, thetaDays, holds, byHandIn });
  });
}

interface Correcting {
  set: PlatformSet;
  kinds: readonly string[];
  thetas: readonly number[];
  checked: ReadonlyMap<string, CheckedCompany>;
}

/** The share corrected for accounts that people found missed or taken wrongly (M44). */
function correctedSilences(
  parts: readonly Part<Member>[],
  { set, kinds, thetas, checked }: Correcting,
): Estimate[] {
  if (checked.size === 0) return [];
  return thetas.flatMap((thetaDays) => {
    const holds = silentAt(thetaDays);
    const judge = (unit: Unit, company: CheckedCompany) => {
      const [found, right] = [memberOf(unit, set, kinds), memberOf(rightly(unit, company), set, kinds)];
      const [apparent, rest] = [found.isTwoSided ? holds(found) : null, holds(right)];
      const isOpen = rest !== false && isMissedOn(unit, company, set);
      if (apparent === null || (rest === null && !isOpen)) return null;
      return { apparent, truth: isOpen ? null : rest, hasAccount: right.hasAccount };
    };
    return parts.flatMap(({ cell, population }) =>
      correctedRows(cell, {
        ...{ platforms: set.label, platformIds: [...set.platformIds], thetaDays, population, holds },
        judged: judgedIn(cell.units, checked, judge),
      }),
    );
  });
}

/** Whether a unit surely has no account that counts. */
function isAbsent({ hasAccount, isComplete }: Member): boolean | null {
  if (hasAccount) return false;
  return isComplete ? true : null;
}

function isCareersOnly(member: Member): boolean | null {
  const isWithout = isAbsent(member);
  return isWithout === true ? member.absence === "careers_only" : isWithout;
}

interface Facet extends Pick<Share<Member>, "statistic" | "thetaDays" | "holds"> {
  set: PlatformSet;
  byHandIn?: (cell: Cell) => TwoPhaseShare | null;
}

function shares(parts: readonly Part<Member>[], { set, byHandIn, ...facet }: Facet): Estimate[] {
  const { label, platformIds, isReadable } = set;
  return parts.map(({ cell, population }) =>
    shareOf(cell, {
      ...facet,
      platforms: label,
      platformIds: [...platformIds],
      windowDays: null,
      population,
      refusal: isReadable ? null : "one_sided",
      byHand: byHandIn?.(cell) ?? null,
    }),
  );
}

/** A row that says that no platform could be read, so that its absence is not mistaken for an omission. */
function nothingReadable({ cells, settings, sets }: Findings): Estimate[] {
  const about = { statistic: "share", platforms: sets.observable.label, platformIds: [], windowDays: null };
  const unseen = ({ companyIds, draw }: Unit) => ({ companyIds, draw, isTwoSided: false, seen: spanOf([]) });
  return partsOf(cells, unseen).flatMap(({ cell, population }) =>
    settings.thetas.map((thetaDays) =>
      shareOf(cell, {
        ...{ ...about, thetaDays, population },
        refusal: "no_observable_platform",
        holds: () => null,
      }),
    ),
  );
}
