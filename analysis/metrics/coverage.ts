import { byCodeUnit } from "../../datasets/order.ts";
import { cellsOf, type Estimate } from "../cells.ts";
import { coverageOf } from "../estimates/coverage.ts";
import type { Findings } from "../findings.ts";
import { type Counted, partsOf, shareOf } from "../shares.ts";
import type { Unit } from "../units.ts";
import type { Metric } from "./metric.ts";

type Outcome = Findings["visits"][number]["outcome"];

const groups: Readonly<Record<string, readonly Outcome[]>> = {
  refused: ["robots_disallowed", "blocked", "rate_limited", "challenge", "login_wall"],
  not_contacted: ["dns_error", "connect_error", "tls_error", "timeout"],
};

/**
 * How many of the eligible companies' sites were completely observed, and how the other visits ended (M40). `visited` carries the
 * least and the greatest coverage: a site whose name is not found may belong to a company that no longer exists.
 */
export const coverage: Metric = {
  id: "coverage",
  title: "Companies whose site could be read",
  unit: "share of companies",
  measure({ visits }) {
    const outcomes = [...new Set(["visited" as const, ...visits.map(({ outcome }) => outcome)])].sort(
      byCodeUnit,
    );
    const named = [...outcomes.map((outcome) => [outcome, [outcome]] as const), ...Object.entries(groups)];
    const outcomeOf = new Map(visits.map(({ unit, outcome }) => [unit, outcome]));
    const cells = cellsOf(visits.map(({ unit }) => unit));
    return partsOf(cells, (unit) => memberOf(unit, outcomeOf.get(unit))).flatMap(({ cell, population }) => {
      return named.map(([statistic, among]) => {
        const share = shareOf(cell, {
          ...{ statistic, platforms: "all", platformIds: [], thetaDays: null, windowDays: null },
          refusal: null,
          population,
          holds: ({ outcome }) => outcome !== undefined && among.includes(outcome),
        });
        const outcomes = population.units.flatMap(({ outcome }) => outcome ?? []);
        return asCensus(statistic === "visited" ? withBounds(share, outcomes) : share);
      });
    });
  },
};

interface Member extends Counted {
  outcome: Outcome | undefined;
}

const memberOf = ({ companyIds, draw, visited }: Unit, outcome: Outcome | undefined): Member => ({
  outcome,
  isTwoSided: true,
  companyIds,
  draw,
  seen: visited,
});

function withBounds(share: Estimate, outcomes: readonly Outcome[]): Estimate {
  const { least, greatest } = coverageOf(outcomes);
  return { ...share, boundLo: least, boundHi: greatest };
}

/** Coverage describes the audit itself: it has no sampling error. */
function asCensus(share: Estimate): Estimate {
  return { ...share, ciLo: null, ciHi: null, ciMethod: "census", ciLevel: null };
}
