import type { Cell, Estimate } from "../cells.ts";
import { type CheckedCompany, wholeById } from "../checked.ts";
import { correctedRows, isMissedOn, judgedIn, rightly } from "../corrected-shares.ts";
import type { Findings } from "../findings.ts";
import type { PlatformSet } from "../platform-sets.ts";
import { isOn } from "../segments.ts";
import { type Counted, partsOf, populationOf, shareOf } from "../shares.ts";
import { isCompleteOn, isCounted, type Unit } from "../units.ts";
import type { Metric } from "./metric.ts";

/**
 * Share of companies with an account of their own on a platform (M01). Finding an account proves presence; its absence is
 * known only where the site was completely observed, and only such companies enter the estimate.
 */
export const presence: Metric = {
  id: "presence",
  title: "Companies with an account",
  unit: "share of companies",
  measure(findings) {
    const { cells, groupCells, settings } = findings;
    const kinds = settings.kinds;
    return [
      ...shares(findings, "share", cells, (unit, set) => hasAccount(unit, set, { kinds, onlyLinked: false })),
      ...correctedShares(findings),
      ...shares(findings, "share_linked", cells, (unit, set) =>
        hasAccount(unit, set, { kinds, onlyLinked: true }),
      ),
      ...shares(findings, "share_primary_only", cells, (unit, set) =>
        hasAccount(unit, set, { kinds: ["primary"], onlyLinked: false }),
      ),
      ...shares(findings, "share_by_group", groupCells, (unit, set) =>
        hasAccount(unit, set, { kinds, onlyLinked: false }),
      ),
    ];
  },
};

function shares(
  { sets }: Findings,
  statistic: string,
  cells: readonly Cell[],
  memberOf: (unit: Unit, set: PlatformSet) => Member,
): Estimate[] {
  return [...sets.single, sets.any].flatMap((set) => {
    return partsOf(cells, (unit) => memberOf(unit, set)).map(({ cell, population }) =>
      shareOf(cell, {
        statistic,
        platforms: set.label,
        platformIds: [...set.platformIds],
        thetaDays: null,
        windowDays: null,
        population,
        holds: ({ isPresent }) => isPresent,
        refusal: null,
      }),
    );
  });
}

/** The share corrected for accounts that people found missed or taken wrongly. */
function correctedShares({ cells, sets, settings: { kinds }, checked }: Findings): Estimate[] {
  const companies = wholeById(checked);
  if (companies.size === 0) return [];
  return [...sets.single, sets.any].flatMap((set) => {
    const memberOf = (unit: Unit) => hasAccount(unit, set, { kinds, onlyLinked: false });
    const judge = (unit: Unit, company: CheckedCompany) => {
      const apparent = memberOf(unit).isPresent;
      const rest = memberOf(rightly(unit, company)).isPresent;
      const truth = rest === true || isMissedOn(unit, company, set) ? true : rest;
      return apparent === null || truth === null ? null : { apparent, truth, hasAccount: rest === true };
    };
    return cells.flatMap((cell) =>
      correctedRows(cell, {
        ...{ platforms: set.label, platformIds: [...set.platformIds], thetaDays: null },
        population: populationOf(cell.units.map(memberOf)),
        holds: ({ isPresent }) => isPresent,
        judged: judgedIn(cell.units, companies, judge),
      }),
    );
  });
}

/** A company or group and whether it has an account. */
interface Member extends Counted {
  isPresent: boolean | null;
}

interface Counting {
  kinds: readonly string[];
  /** Whether only accounts count that a page of the site names. */
  onlyLinked: boolean;
}

function hasAccount(unit: Unit, set: PlatformSet, { kinds, onlyLinked }: Counting): Member {
  const isComplete = onlyLinked ? unit.isVisited : isCompleteOn(unit, set.platformIds);
  let [isOwner, isAbsent] = [false, isComplete];
  for (const owned of unit.accounts) {
    if (!isCounted(owned, kinds) || !isOn(owned, set) || (onlyLinked && !owned.isLinked)) continue;
    isOwner ||= owned.isOwn;
    isAbsent = false;
  }
  return {
    isPresent: isOwner ? true : isAbsent ? false : null,
    isTwoSided: isComplete,
    companyIds: unit.companyIds,
    draw: unit.draw,
    seen: unit.visited,
  };
}
