import { z } from "zod";
import { count, number, text } from "./fields.ts";
import { table } from "./tables.ts";

/** How often a company tweeted since its account was opened. */
export const LifetimeRate = z.object({
  company: text("Name of the company"),
  domain: text("Registrable domain of its site"),
  subIndustry: text("GICS sub-industry"),
  asOf: text("Day on which the counter was read, YYYY-MM-DD; empty where there is no account").nullable(),
  posts: count(
    "Tweets the platform counted; 0 where it counted none; empty where there is no account",
  ).nullable(),
  ageDays: number("Age of the account on that day", { unit: "days" }).nullable(),
  postsPerDay: number("Tweets a day since the account was opened: a mean of all years", {
    unit: "posts per day",
  }).nullable(),
  low: number("Lower 95 % limit (Garwood); posts come in bursts, so it is a floor of the uncertainty", {
    unit: "posts per day",
  }).nullable(),
  high: number("Upper 95 % limit", { unit: "posts per day" }).nullable(),
  bestRank: count(
    "Best rank that the intervals allow among all that have an account, 1 tweeting most",
  ).nullable(),
  worstRank: count("Worst rank that they allow").nullable(),
  source: text("Where the counter and the day of creation were read"),
});
export type LifetimeRate = z.infer<typeof LifetimeRate>;

/** `observations/x-health-care-2022.csv`. */
export const lifetimeRates = table("x-health-care-2022", LifetimeRate, {
  description:
    "Tweets a day of the 64 health-care companies among the 502 largest of the United States, November 2022; not a CRO benchmark",
  key: ["domain"],
});

const limits = (what: string) => ({
  low: number(`Lower 95 % limit of ${what}; empty for too few values`).nullable(),
  high: number(`Upper 95 % limit of ${what}`).nullable(),
});

/** What the rates of a group of companies come to. */
export const LifetimeBenchmark = z.object({
  subIndustry: text("GICS sub-industry, or all"),
  n: count("Companies"),
  nWithoutAccount: count(
    "Companies that have no account on X; empty for fewer than five companies",
  ).nullable(),
  shareWithoutAccount: number("Share of them", { unit: "share, 0 to 1" }).nullable(),
  withoutAccount: z.object(limits("that share (Wilson)")),
  q1: number("First quartile of the rates of those with an account", { unit: "posts per day" }).nullable(),
  q1Limits: z.object(limits("the first quartile (order statistics)")),
  median: number("Median", { unit: "posts per day" }).nullable(),
  medianLimits: z.object(limits("the median (order statistics)")),
  q3: number("Third quartile", { unit: "posts per day" }).nullable(),
  q3Limits: z.object(limits("the third quartile (order statistics)")),
});
export type LifetimeBenchmark = z.infer<typeof LifetimeBenchmark>;

/** `observations/x-health-care-2022-benchmarks.csv`. */
export const lifetimeBenchmarks = table("x-health-care-2022-benchmarks", LifetimeBenchmark, {
  description:
    "Median and quartiles of those rates, and the share without an account, in all and by sub-industry; nothing is published of fewer than five companies",
  key: ["sub_industry"],
});

/** An account that somebody once wrote down. */
const KnownAccount = z.object({
  companyId: text("id of the company in the frames"),
  platform: text("Platform id"),
  account: text("Account as the source writes it"),
  asOf: text("Year the source speaks of"),
  source: text("Where it stands"),
});

/** `observations/known-accounts.csv`. */
export const knownAccounts = table("known-accounts", KnownAccount, {
  description:
    "Accounts that public sources named in some year: a check list of history, not truth; many were renamed, given up or never official",
  key: ["company_id", "platform", "account", "source"],
});
