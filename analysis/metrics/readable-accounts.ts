import { type AccountUnit, byPlatform } from "../accounts.ts";
import { populationOf, shareOf } from "../shares.ts";
import type { Metric } from "./metric.ts";

/**
 * Share of accounts that could be read: those that show silence as well as activity, and those that show activity only (M40).
 * It decides which platforms are `observable`.
 */
export const readableAccounts: Metric = {
  id: "readable_accounts",
  title: "Accounts that could be read",
  unit: "share of accounts",
  measure(findings) {
    return byPlatform(findings, (cell, { label, platformIds }, { units }) => {
      const population = populationOf(units.map(asCertain));
      return (["two", "active_only"] as const).map((sided) =>
        shareOf(cell, {
          statistic: sided === "two" ? "two_sided" : sided,
          platforms: label,
          platformIds: [...platformIds],
          ...{ thetaDays: null, windowDays: null, refusal: null },
          population,
          holds: (account) => account.sided === sided,
        }),
      );
    });
  },
};

/** How an account could be read is known of every account. */
const asCertain = ({ recency, companyIds, draw, seen }: AccountUnit) => ({
  sided: recency.sided,
  isTwoSided: true,
  companyIds,
  draw,
  seen,
});
