import type { ActivityCurve } from "../datasets/schema.ts";
import { type ActivityRange, activityRange, isActiveAt } from "./activity.ts";
import { type Cell, minCompanies } from "./cells.ts";
import type { Findings } from "./findings.ts";
import { allSets, type PlatformSet } from "./platform-sets.ts";
import { rangeIn, scopeOf } from "./segments.ts";
import { type Counted, type Population, populationOf, shareOf } from "./shares.ts";

/** Last threshold of the curve in days. */
const lastDay = 730;

/** What a curve is drawn for: a unit's fact at every threshold. */
interface Curve {
  cell: Cell;
  set: PlatformSet;
  unit: ActivityCurve["unit"];
  /** Why no single share may be given; null when one may. */
  refusal: string | null;
  population: Population<Counted & ActivityRange>;
}

/**
 * Share active at every threshold from 1 to 730 days (M02b), of companies and of accounts, so that nobody has to take one
 * threshold on trust. Platforms on which nobody has an account are left out.
 */
export function* curvesOf(findings: Findings): Generator<ActivityCurve> {
  for (const cell of findings.cells.filter(({ sizeBand }) => sizeBand === "all")) {
    for (const set of allSets(findings.sets)) {
      const accounts = accountCurve(cell, set, findings);
      const companies = companyCurve(cell, set, findings);
      for (const curve of [...accounts, ...companies]) yield* pointsOf(curve);
    }
  }
}

function accountCurve(cell: Cell, set: PlatformSet, { accountsOf }: Findings): Curve[] {
  const accounts = accountsOf.get(cell)?.get(set.label);
  if (!accounts) return [];
  const population = populationOf(
    accounts.units.map((unit) => ({ ...unit, ...activityRange(unit.recency) })),
  );
  return [{ cell, set, unit: "share of accounts", refusal: null, population }];
}

function companyCurve(cell: Cell, set: PlatformSet, { accountsOf, settings }: Findings): Curve[] {
  if (!set.platformIds.some((id) => accountsOf.get(cell)?.has(id))) return [];
  const units = cell.units.map((unit) => {
    const scope = scopeOf(unit, set, settings.kinds);
    const { companyIds, draw, visited: seen } = unit;
    return { companyIds, draw, seen, isTwoSided: scope.sided === "two", ...rangeIn(scope) };
  });
  const refusal = set.isReadable ? null : "one_sided";
  return [{ cell, set, unit: "share of companies", refusal, population: populationOf(units) }];
}

/** The share is worked out anew only at the thresholds at which some unit becomes active, or is no more surely silent. */
function* pointsOf(curve: Curve): Generator<ActivityCurve> {
  const turns = new Set(
    curve.population.units.flatMap(({ activeFrom, silentTo }) => [
      Math.ceil(activeFrom),
      Math.floor(silentTo) + 1,
    ]),
  );
  let point = pointOf(curve, 1);
  for (let thetaDays = 1; thetaDays <= lastDay; thetaDays += 1) {
    if (turns.has(thetaDays)) point = pointOf(curve, thetaDays);
    yield { ...point, thetaDays };
  }
}

function pointOf({ cell, set, unit, refusal, population }: Curve, thetaDays: number) {
  const about = { statistic: "share", platforms: set.label, platformIds: [], windowDays: null };
  const found = shareOf(cell, {
    ...{ ...about, thetaDays, population, refusal },
    holds: (each) => isActiveAt(each, thetaDays),
  });
  const { estimate, ciLo, ciHi, ciMethod, boundLo, boundHi, n, nUnknown, reason } = found;
  const isSmall = found.eligible < minCompanies;
  const isThin = isSmall || (estimate !== null && found.companies < minCompanies);
  return {
    ...{ segment: cell.segment, platforms: set.label, unit },
    ...(isThin
      ? { estimate: null, ciLo: null, ciHi: null, ciMethod: null, reason: "small_cell" }
      : { estimate, ciLo, ciHi, ciMethod, reason }),
    ...(isSmall ? { boundLo: null, boundHi: null } : { boundLo, boundHi }),
    ...{ n, nUnknown },
  };
}
