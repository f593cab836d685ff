import type { Cadence } from "../../datasets/schema.ts";
import { type AccountUnit, byPlatform } from "../accounts.ts";
import { type Cell, companiesBehind, type Estimate, type Figure, spanOf } from "../cells.ts";
import { type Exposure, type IndustryRate, industryIntervals } from "../estimates/industry-rates.ts";
import type { Findings } from "../findings.ts";
import type { Population } from "../shares.ts";
import type { Metric } from "./metric.ts";

/** What tells one family of rates from another: rates of different families never share a row. */
export interface RateFamily extends Pick<Metric, "id" | "title"> {
  estimators: readonly Cadence["estimator"][];
  /** Whether accounts without such a rate make a row that says so; else platforms without one are left out. */
  isExpected: boolean;
}

/** The five industry rates (M18) of one family, per platform. */
export function rateMetric({ id, title, estimators, isExpected }: RateFamily): Metric {
  return {
    id,
    title,
    unit: "posts per day",
    measure(findings) {
      const platforms = isExpected ? null : platformsWith(findings, estimators);
      const windowDays = estimators.includes("lifetime") ? null : findings.settings.windowDays;
      return byPlatform(findings, (cell, { label, platformIds }, accounts) => {
        if (platforms?.has(label) === false) return [];
        const figure = { platforms: label, platformIds: [...platformIds], thetaDays: null, windowDays };
        return fiveRates(cell, figure, { accounts, rated: ratedAmong(accounts.units, estimators) });
      });
    },
  };
}

type Estimators = RateFamily["estimators"];

const rateIn = ({ cadences }: AccountUnit, estimators: Estimators): Cadence | undefined =>
  cadences.find(({ estimator }) => estimators.includes(estimator));

function platformsWith(findings: Findings, estimators: Estimators): Set<string> {
  const found = new Set<string>();
  byPlatform(findings, (_, { label }, { units }) => {
    if (!found.has(label) && units.some((unit) => rateIn(unit, estimators))) found.add(label);
    return [];
  });
  return found;
}

interface Rated extends Exposure, Pick<AccountUnit, "companyIds"> {
  observedAt: string | null;
}

/** Posts are those that the rate stands for: a truncated feed's stopping post is not among them (M11). */
function ratedAmong(accounts: readonly AccountUnit[], estimators: Estimators): Rated[] {
  const rated: Rated[] = [];
  for (const account of accounts) {
    const { postsPerDay = null, exposureDays = null, observedAt = null } = rateIn(account, estimators) ?? {};
    if (postsPerDay === null || exposureDays === null) continue;
    const { draw, companyIds } = account;
    rated.push({
      posts: postsPerDay * exposureDays,
      days: exposureDays,
      weight: draw.weight,
      companyIds,
      observedAt,
    });
  }
  return rated;
}

function fiveRates(
  cell: Cell,
  figure: Omit<Figure, "statistic">,
  { accounts, rated }: { accounts: Population<AccountUnit>; rated: readonly Rated[] },
): Estimate[] {
  const all = accounts.units.length;
  const seen = spanOf(rated.map(({ observedAt }) => observedAt));
  const companies = companiesBehind(rated);
  const activeCompanies = companiesBehind(rated.filter(({ posts }) => posts > 0));
  return Object.entries(industryIntervals(rated)).map(([statistic, rate]) => ({
    ...{ segment: cell.segment, sizeBand: cell.sizeBand, statistic, ...figure },
    ...estimated(rate),
    ...{ boundLo: null, boundHi: null, nTrue: null, nFalse: null, nUnknown: all - rated.length },
    coverage: rated.length / all,
    ...seen,
    companies: statistic.endsWith("_active") ? activeCompanies : companies,
    eligible: accounts.companies,
  }));
}

function estimated({ estimate, interval, method, level, n }: IndustryRate) {
  return {
    estimate,
    ciLo: interval?.[0] ?? null,
    ciHi: interval?.[1] ?? null,
    ciMethod: interval && method,
    ciLevel: interval && level,
    n,
    reason: estimate === null ? "nothing_observed" : null,
  };
}
