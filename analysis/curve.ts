import type { ActivityCurve } from "../datasets/schema.ts";
import { isActive } from "./activity.ts";
import { type Cell, minCompanies } from "./cells.ts";
import type { Findings } from "./findings.ts";
import { allSets, type PlatformSet } from "./platform-sets.ts";
import { scopeOf, statusIn } from "./segments.ts";
import { type Fact, shareOf } from "./shares.ts";

/** Last threshold of the curve in days. */
const lastDay = 730;

/** What a curve is drawn for: a unit's fact at every threshold. */
interface Curve {
  cell: Cell;
  set: PlatformSet;
  unit: ActivityCurve["unit"];
  /** Why no single share may be given; null when one may. */
  refusal: string | null;
  units: readonly (Omit<Fact, "value"> & { activeAt(thetaDays: number): boolean | null })[];
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
  const accounts = accountsOf.get(cell)?.get(set.label) ?? [];
  if (accounts.length === 0) return [];
  const units = accounts.map(({ recency, companyIds, draw }) => ({
    ...{ companyIds, draw, seen: nowhere },
    isTwoSided: recency.sided === "two",
    activeAt: (thetaDays: number) => isActive(recency, thetaDays),
  }));
  return [{ cell, set, unit: "share of accounts", refusal: null, units }];
}

function companyCurve(cell: Cell, set: PlatformSet, { accountsOf, settings }: Findings): Curve[] {
  if (!set.platformIds.some((id) => accountsOf.get(cell)?.has(id))) return [];
  const units = cell.units.map((unit) => {
    const scope = scopeOf(unit, set, settings.kinds);
    return {
      ...{ companyIds: unit.companyIds, draw: unit.draw, seen: nowhere },
      isTwoSided: scope.sided === "two",
      activeAt: (thetaDays: number) => {
        const { status } = statusIn(scope, thetaDays);
        return status === "unknown" ? null : status === "active";
      },
    };
  });
  const refusal = set.isReadable ? null : "one_sided";
  return [{ cell, set, unit: "share of companies", refusal, units }];
}

const nowhere = { observedAtMin: null, observedAtMax: null };

/** Between two thresholds at which some unit becomes active the share is the same, and is worked out once. */
function* pointsOf(curve: Curve): Generator<ActivityCurve> {
  let values: readonly (boolean | null)[] = [];
  let point: Omit<ActivityCurve, "thetaDays"> | null = null;
  for (let thetaDays = 1; thetaDays <= lastDay; thetaDays += 1) {
    const next = curve.units.map(({ activeAt }) => activeAt(thetaDays));
    if (point === null || next.some((value, index) => value !== values[index])) point = pointOf(curve, next);
    values = next;
    yield { ...point, thetaDays };
  }
}

function pointOf({ cell, set, unit, refusal, units }: Curve, values: readonly (boolean | null)[]) {
  const facts = units.map((fact, index) => ({ ...fact, value: values[index] ?? null }));
  const about = {
    statistic: "share",
    platforms: set.label,
    platformIds: [],
    thetaDays: null,
    windowDays: null,
  };
  const found = shareOf(cell, { ...about, facts, refusal });
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
