import type { Cell, Estimate } from "../cells.ts";
import type { Findings } from "../findings.ts";
import { allSets, type PlatformSet } from "../platform-sets.ts";
import { isOn, statusOf, type UnitStatus } from "../segments.ts";
import { type Fact, type Share, shareOf } from "../shares.ts";
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
    const { cells, groupCells, sets, settings } = findings;
    const { kinds } = settings;
    const about = allSets(sets).flatMap((set) => [
      ...settings.thetas.flatMap((thetaDays) => [
        ...shares(cells, { statistic: "share", set, thetaDays, kinds, judge: isInactive }),
        ...shares(cells, {
          ...{ statistic: "share_primary_only", set, thetaDays, judge: isInactive },
          kinds: ["primary"],
        }),
        ...shares(groupCells, { statistic: "share_by_group", set, thetaDays, kinds, judge: isInactive }),
      ]),
      ...shares(cells, { statistic: "no_account", set, thetaDays: null, kinds, judge: isAbsent }),
      ...shares(cells, { statistic: "careers_only", set, thetaDays: null, kinds, judge: isCareersOnly }),
    ]);
    return sets.observable.platformIds.length > 0 ? about : [...about, ...nothingReadable(findings)];
  },
};

interface Facet extends Pick<Share, "statistic" | "thetaDays"> {
  set: PlatformSet;
  kinds: readonly string[];
  judge(status: UnitStatus): boolean | null;
}

const isInactive = ({ status }: UnitStatus): boolean | null =>
  status === "unknown" ? null : status === "inactive";

/** Whether a unit surely has no account that counts; the reason tells such units from silent ones. */
function isAbsent({ accountIds, status }: UnitStatus): boolean | null {
  if (accountIds.length > 0) return false;
  return status === "inactive" ? true : null;
}

function isCareersOnly(unit: UnitStatus): boolean | null {
  const isWithout = isAbsent(unit);
  return isWithout === true ? unit.reason === "careers_only" : isWithout;
}

function shares(cells: readonly Cell[], facet: Facet): Estimate[] {
  const { set } = facet;
  const facts = new Map<Unit, Fact>();
  const known = (unit: Unit): Fact => {
    const fact = facts.get(unit) ?? factOf(unit, facet);
    facts.set(unit, fact);
    return fact;
  };
  return cells.map((cell) =>
    shareOf(cell, {
      statistic: facet.statistic,
      platforms: set.label,
      platformIds: [...set.platformIds],
      thetaDays: facet.thetaDays,
      windowDays: null,
      facts: cell.units.map(known),
      refusal: set.isReadable ? null : "one_sided",
    }),
  );
}

function factOf(unit: Unit, { set, kinds, thetaDays, judge }: Facet): Fact {
  // Whether there is an account does not depend on the threshold.
  const status = statusOf(unit, { set, kinds, thetaDays: thetaDays ?? 0 });
  const instants = unit.accounts
    .filter((owned) => isOn(owned, set))
    .map((owned) => cadenceOf(owned)?.observedAt ?? null);
  return {
    value: judge(status),
    isTwoSided: status.sided === "two",
    companyIds: unit.companyIds,
    seenAt: [...unit.visitedAt, ...instants.filter((at) => at !== null)],
  };
}

/** A row that says that no platform could be read, so that its absence is not mistaken for an omission. */
function nothingReadable({ cells, settings, sets }: Findings): Estimate[] {
  const about = { statistic: "share", platforms: sets.observable.label, platformIds: [], windowDays: null };
  return settings.thetas.flatMap((thetaDays) =>
    cells.map((cell) =>
      shareOf(cell, {
        ...about,
        thetaDays,
        refusal: "no_observable_platform",
        facts: cell.units.map(({ companyIds }) => ({
          value: null,
          isTwoSided: false,
          companyIds,
          seenAt: [],
        })),
      }),
    ),
  );
}
