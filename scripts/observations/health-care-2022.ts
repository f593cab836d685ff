import { z } from "zod";
import { minCompanies } from "../../analysis/cells.ts";
import { lifetimeRate, quantile, quantileInterval, rankIntervals, wilson } from "../../analysis/index.ts";
import { readDelimited } from "../../datasets/delimited.ts";
import type { LifetimeBenchmark, LifetimeRate } from "../../datasets/observations.ts";
import { byCodeUnit } from "../../datasets/order.ts";

/** Source of the profiles; its files were read in November 2022. */
const source =
  "EconText/Cheap-Talk, sp_500_twitter_profile_info.csv, https://github.com/EconText/Cheap-Talk (profiles read 2022-11-11)";

const Profile = z.object({
  company: z.string(),
  domain: z.string(),
  gics_sub_industry: z.string(),
  account_created_at: z.iso.datetime().optional(),
  tweet_count: z.coerce.number().int().min(0).optional(),
  observed_on: z.iso.date().optional(),
});

/** The health-care companies of a table of profiles of large US companies, with their rates and ranks, by domain. */
export function ratesOf(bytes: Uint8Array, file: string): LifetimeRate[] {
  const profiles = readDelimited(bytes, file)
    .rows.filter(({ cells }) => cells["gics_sector"] === "Health Care")
    .map(({ cells }) => Profile.parse(cells));
  const rates = profiles.map(rateOf).sort((a, b) => byCodeUnit(a.domain, b.domain));
  const known = rates.filter(({ postsPerDay }) => postsPerDay !== null);
  const ranks = rankIntervals(known.map(({ low, high }) => [low ?? 0, high ?? 0] as const));
  return rates.map((rate) => {
    const [bestRank = null, worstRank = null] = ranks[known.indexOf(rate)] ?? [];
    return { ...rate, bestRank, worstRank };
  });
}

function rateOf(profile: z.infer<typeof Profile>): LifetimeRate {
  const { company, domain, gics_sub_industry, account_created_at, tweet_count, observed_on } = profile;
  const common = { company, domain, subIndustry: gics_sub_industry, source, bestRank: null, worstRank: null };
  const none = { asOf: null, posts: null, ageDays: null, postsPerDay: null, low: null, high: null };
  if (!account_created_at || tweet_count === undefined || !observed_on) return { ...common, ...none };
  const ageDays = (Date.parse(`${observed_on}T00:00:00Z`) - Date.parse(account_created_at)) / 86_400_000;
  const { estimate, interval } = lifetimeRate(tweet_count, ageDays);
  const [low, high] = interval ?? [null, null];
  return {
    ...common,
    ...{ asOf: observed_on, posts: tweet_count, ageDays: rounded(ageDays, 2) },
    ...{ postsPerDay: rounded(estimate), low: rounded(low), high: rounded(high) },
  };
}

/** What rates come to in all, and by sub-industry. */
export function benchmarksOf(rates: readonly LifetimeRate[]): LifetimeBenchmark[] {
  const groups = ["all", ...[...new Set(rates.map(({ subIndustry }) => subIndustry))].sort(byCodeUnit)];
  return groups.map((subIndustry) =>
    benchmarkOf(
      subIndustry,
      rates.filter((rate) => subIndustry === "all" || rate.subIndustry === subIndustry),
    ),
  );
}

function benchmarkOf(subIndustry: string, rates: readonly LifetimeRate[]): LifetimeBenchmark {
  const n = rates.length;
  const values = rates.flatMap(({ postsPerDay }) => postsPerDay ?? []);
  const nWithoutAccount = rates.filter(({ posts }) => posts === null).length;
  const isTold = n >= minCompanies;
  const at = (q: number) => (values.length >= minCompanies ? quantile(values, q) : null);
  const limitsAt = (q: number) => {
    const found = values.length >= minCompanies ? quantileInterval(values, q) : null;
    return { low: rounded(found?.low), high: rounded(found?.high) };
  };
  const [low, high] = (isTold ? wilson(nWithoutAccount, n) : null) ?? [null, null];
  return {
    ...{ subIndustry, n, nWithoutAccount: isTold ? nWithoutAccount : null },
    shareWithoutAccount: isTold ? rounded(nWithoutAccount / n) : null,
    withoutAccount: { low: rounded(low), high: rounded(high) },
    ...{ q1: rounded(at(0.25)), q1Limits: limitsAt(0.25) },
    ...{ median: rounded(at(0.5)), medianLimits: limitsAt(0.5) },
    ...{ q3: rounded(at(0.75)), q3Limits: limitsAt(0.75) },
  };
}

const rounded = (value: number | null | undefined, digits = 4): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(digits));
