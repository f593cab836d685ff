import { byPlatform } from "../accounts.ts";
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
    return byPlatform(findings, (cell, { label, platformIds }, accounts) =>
      (["two", "active_only"] as const).map((sided) =>
        shareOf(cell, {
          statistic: sided === "two" ? "two_sided" : sided,
          platforms: label,
          platformIds: [...platformIds],
          ...{ thetaDays: null, windowDays: null, refusal: null },
          population: populationOf(accounts.units.map((account) => ({ ...account, isTwoSided: true }))),
          holds: ({ recency }) => recency.sided === sided,
        }),
      ),
    );
  },
};
