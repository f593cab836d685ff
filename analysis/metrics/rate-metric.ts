import type { Cadence } from "../../datasets/schema.ts";
import { type AccountUnit, byPlatform } from "../accounts.ts";
import { type Cell, companiesBehind, type Estimate, type Figure, spanOf } from "../cells.ts";
import { type Exposure, type IndustryRate, industryIntervals } from "../estimates/industry-rates.ts";
import type { Findings } from "../findings.ts";
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
      const withRate = (unit: AccountUnit) =>
        unit.cadences.find(({ estimator }) => estimators.includes(estimator)) ?? null;
      const platforms = platformsWith(findings, (unit) => withRate(unit) !== null);
      return byPlatform(findings, (cell, { label, platformIds }, accounts) => {
        if (!isExpected && !platforms.has(label)) return [];
        const windowDays = estimators.includes("lifetime") ? null : findings.settings.windowDays;
        const figure = { platforms: label, platformIds: [...platformIds], thetaDays: null, windowDays };
        return fiveRates(
          cell,
          figure,
          accounts.units.map((account) => ({ account, cadence: withRate(account) })),
        );
      });
    },
  };
}

function platformsWith(findings: Findings, has: (account: AccountUnit) => boolean): Set<string> {
  const found = new Set<string>();
  byPlatform(findings, (_, { label }, accounts) => {
    if (accounts.units.some(has)) found.add(label);
    return [];
  });
  return found;
}

interface Rated {
  account: AccountUnit;
  cadence: Cadence | null;
}

function fiveRates(cell: Cell, figure: Omit<Figure, "statistic">, all: readonly Rated[]): Estimate[] {
  const rated = all.flatMap(({ account, cadence }) => {
    const exposure = cadence && exposureOf(cadence, account.draw.weight);
    return exposure ? [{ account, cadence, exposure }] : [];
  });
  const seen = spanOf(rated.map(({ cadence }) => cadence.observedAt));
  const rates = industryIntervals(rated.map(({ exposure }) => exposure));
  return Object.entries(rates).map(([statistic, rate]) => {
    const used = statistic.endsWith("_active") ? rated.filter(({ exposure }) => exposure.posts > 0) : rated;
    return {
      ...{ segment: cell.segment, sizeBand: cell.sizeBand, statistic, ...figure },
      ...estimated(rate),
      ...{ boundLo: null, boundHi: null, nTrue: null, nFalse: null, nUnknown: all.length - rated.length },
      coverage: rated.length / all.length,
      ...seen,
      companies: companiesBehind(used.map(({ account }) => account)),
      eligible: companiesBehind(all.map(({ account }) => account)),
    };
  });
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

/** Posts that the rate stands for: a truncated feed's stopping post is not among them (M11). */
function exposureOf({ postsPerDay, exposureDays }: Cadence, weight: number): Exposure | null {
  if (postsPerDay === null || exposureDays === null) return null;
  return { posts: postsPerDay * exposureDays, days: exposureDays, weight };
}
