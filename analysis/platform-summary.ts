import type { Benchmark } from "../datasets/schema.ts";
import { isActive } from "./activity.ts";
import type { Findings } from "./findings.ts";
import type { PlatformName } from "./platform-sets.ts";
import { shortName } from "./report/words.ts";

/** What an audit found on one platform, in whole accounts: each once, however many companies declare it. */
export interface PlatformSummary {
  platform: string;
  name: string;
  /** As short as the head of a narrow column wants it. */
  short: string;
  /** The companies' own accounts, of kinds that count. */
  accounts: number;
  /** Those of them of which an observation can prove that they are active, silent or gone. */
  observed: number;
  /** Whether they had a public post within the threshold; null where nothing was analysed yet. The three add up to `accounts`. */
  activity: Record<"active" | "inactive" | "unknown", number> | null;
  /** Median over the accounts that have a recent rate; null where it is not published. */
  postsPerWeek: number | null;
}

/** What a summary is made from beside the findings. */
export interface SummaryQuestion {
  /** Ids of the accounts of which an observation can prove something. */
  observed: ReadonlySet<string>;
  /** None where nothing was analysed yet. */
  benchmarks: readonly Benchmark[];
  /** In the order of the rows. */
  platforms: readonly PlatformName[];
  thetaDays: number;
}

/** The platforms on which a company of the frame has an account of its own; those that closed down are left out. */
export function summarisePlatforms(
  { cells, accountsOf }: Findings,
  { observed, benchmarks, platforms, thetaDays }: SummaryQuestion,
): PlatformSummary[] {
  const whole = cells.find(({ segment, sizeBand }) => segment === "all" && sizeBand === "all");
  const accounts = whole && accountsOf.get(whole);
  return platforms.flatMap(({ id, name, group }) => {
    const units = accounts?.get(id)?.units ?? [];
    if (units.length === 0 || group === "closed_down") return [];
    const activity = { active: 0, inactive: 0, unknown: 0 };
    for (const { recency } of units) activity[wordFor(isActive(recency, thetaDays))] += 1;
    return {
      platform: id,
      name,
      short: shortName(name),
      accounts: units.length,
      observed: units.filter(({ recency }) => observed.has(recency.accountId)).length,
      activity: benchmarks.length > 0 ? activity : null,
      postsPerWeek: medianOn(id, benchmarks),
    };
  });
}

const wordFor = (active: boolean | null) => (active === null ? "unknown" : active ? "active" : "inactive");

function medianOn(platform: string, benchmarks: readonly Benchmark[]): number | null {
  const row = benchmarks.find(
    ({ metric, statistic, segment, sizeBand, platforms }) =>
      metric === "posts_per_day" &&
      statistic === "median_all" &&
      segment === "all" &&
      sizeBand === "all" &&
      platforms === platform,
  );
  return row?.estimate == null ? null : row.estimate * 7;
}
