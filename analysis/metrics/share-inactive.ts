import { type Cell, type Estimate, type Span, span, spanOf } from "../cells.ts";
import type { Findings } from "../findings.ts";
import { allSets, type PlatformSet } from "../platform-sets.ts";
import { isOn, type Scope, scopeOf, statusIn, type UnitStatus } from "../segments.ts";
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
    const about = allSets(sets).flatMap((set) => [
      ...silences(cells, { statistic: "share", set, kinds: settings.kinds }, settings.thetas),
      ...silences(cells, { statistic: "share_primary_only", set, kinds: ["primary"] }, settings.thetas),
      ...silences(groupCells, { statistic: "share_by_group", set, kinds: settings.kinds }, settings.thetas),
      ...absences(cells, set, settings.kinds),
    ]);
    return sets.observable.platformIds.length > 0 ? about : [...about, ...nothingReadable(findings)];
  },
};

interface Variant extends Pick<Share, "statistic"> {
  set: PlatformSet;
  kinds: readonly string[];
}

function silences(cells: readonly Cell[], variant: Variant, thetas: readonly number[]): Estimate[] {
  const inScope = scoping(variant);
  return thetas.flatMap((thetaDays) => shares(cells, { ...variant, thetaDays, inScope, judge: isInactive }));
}

/** Whether there is an account does not depend on the threshold. */
function absences(cells: readonly Cell[], set: PlatformSet, kinds: readonly string[]): Estimate[] {
  const about = { set, thetaDays: null, inScope: scoping({ set, kinds }) };
  return [
    ...shares(cells, { ...about, statistic: "no_account", judge: isAbsent }),
    ...shares(cells, { ...about, statistic: "careers_only", judge: isCareersOnly }),
  ];
}

/** What is the same at every threshold, found once a unit. */
interface Scoped extends Scope {
  seen: Span;
}

function scoping({ set, kinds }: Pick<Variant, "set" | "kinds">): (unit: Unit) => Scoped {
  const scopes: Scoped[] = [];
  const find = (unit: Unit): Scoped => {
    const instants = unit.accounts
      .filter((owned) => isOn(owned, set))
      .map((owned) => cadenceOf(owned)?.observedAt ?? null);
    const seen = span([unit.visited, spanOf(instants)], (each) => each);
    return { ...scopeOf(unit, set, kinds), seen };
  };
  return (unit) => (scopes[unit.place] ??= find(unit));
}

interface Facet extends Pick<Share, "statistic" | "thetaDays"> {
  set: PlatformSet;
  inScope(unit: Unit): Scoped;
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
  const facts: Fact[] = [];
  // A unit is in several cells and asked once.
  const known = (unit: Unit): Fact => (facts[unit.place] ??= factOf(unit, facet));
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

function factOf(unit: Unit, { inScope, thetaDays, judge }: Facet): Fact {
  const scope = inScope(unit);
  return {
    value: judge(statusIn(scope, thetaDays ?? 0)),
    isTwoSided: scope.sided === "two",
    companyIds: unit.companyIds,
    draw: unit.draw,
    seen: scope.seen,
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
        facts: cell.units.map(({ companyIds, draw }) => ({
          value: null,
          isTwoSided: false,
          companyIds,
          draw,
          seen: spanOf([]),
        })),
      }),
    ),
  );
}
