import type { Activity } from "../../schema.ts";
import type { Industry } from "../industry.ts";
import { windowDays } from "./accounts.ts";
import { isEligible } from "./companies.ts";
import { counts, platformSets, socialPlatforms } from "./statuses.ts";
import type { TrueAccount, TrueBenchmark, TrueCompany, TrueStatus } from "./tables.ts";

/** What the numbers are computed from: everything about eligible companies. */
interface Facts {
  segment: string;
  companies: readonly TrueCompany[];
  /** Accounts of these companies. */
  accounts: readonly TrueAccount[];
  statuses: readonly TrueStatus[];
}

/** Dimensions that most numbers are not split by. */
const unsplit = { thetaDays: null, windowDays: null };

/** A number that has no value where there is nothing to divide by. */
type Computed = Omit<TrueBenchmark, "value"> & { value: number | null };

/** Everything that is true about an industry's companies and accounts. */
interface Parts {
  companies: readonly TrueCompany[];
  accounts: readonly TrueAccount[];
  statuses: readonly TrueStatus[];
}

/** The industry's true numbers, of all eligible companies and of each segment; careers-only accounts do not count. */
export function trueBenchmarks({ scenario, companies }: Industry, parts: Parts): TrueBenchmark[] {
  const eligible = new Set(companies.filter(isEligible).map(({ companyId }) => companyId));
  return ["all", ...Object.keys(scenario.segments)].flatMap((segment) => {
    const peers = parts.companies.filter(
      (company) => eligible.has(company.companyId) && (segment === "all" || company.segment === segment),
    );
    const ids = new Set(peers.map(({ companyId }) => companyId));
    const theirs = <T extends { companyId: string }>(rows: readonly T[]) =>
      rows.filter(({ companyId }) => ids.has(companyId));
    const [accounts, statuses] = [theirs(parts.accounts.filter(counts)), theirs(parts.statuses)];
    const facts = { segment, companies: peers, accounts, statuses };
    const computed = [presence, shareInactive, ladder, rates, coverage].flatMap((compute) => compute(facts));
    return computed.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));
  });
}

function presence({ segment, companies, accounts }: Facts): Computed[] {
  return platformSets.map(({ name, platforms }) => {
    const present = accounts.filter(({ platform }) => platforms.includes(platform));
    const owners = new Set(present.map(({ companyId }) => companyId));
    const value = share(owners.size, companies.length);
    return { ...unsplit, metric: "presence", statistic: "share", segment, platforms: name, value };
  });
}

function shareInactive({ segment, statuses }: Facts): Computed[] {
  const cells = new Map<string, { cell: Computed; inactive: number; all: number }>();
  for (const { platforms, thetaDays, status } of statuses) {
    const about = { metric: "share_inactive", statistic: "share", segment, platforms };
    const cell = { ...unsplit, ...about, thetaDays, value: null };
    const counted = cells.get(`${platforms} ${thetaDays}`) ?? { cell, inactive: 0, all: 0 };
    cells.set(`${platforms} ${thetaDays}`, counted);
    counted.all += 1;
    counted.inactive += status === "inactive" ? 1 : 0;
  }
  return [...cells.values()].map(({ cell, inactive, all }) => ({ ...cell, value: share(inactive, all) }));
}

const rungs: readonly Activity[] = ["active", "slowing", "quiet", "dormant", "abandoned", "empty", "gone"];

function ladder({ segment, accounts }: Facts): Computed[] {
  return socialPlatforms.flatMap((platform) => {
    const theirs = accounts.filter((account) => account.platform === platform);
    return rungs.map((statistic) => ({
      ...{ ...unsplit, metric: "activity_ladder", statistic, segment, platforms: platform },
      value: share(theirs.filter(({ activity }) => activity === statistic).length, theirs.length),
    }));
  });
}

/** The five rates of accounts that exist: posts that were really written in the window, per day. */
function rates({ segment, accounts }: Facts): Computed[] {
  return socialPlatforms.flatMap((platform) => {
    const existing = accounts.filter(
      (account) => account.platform === platform && account.activity !== "gone",
    );
    const perDay = existing.map(({ posts }) => posts / windowDays);
    const active = perDay.filter((rate) => rate > 0);
    const statistics = {
      pooled: mean(perDay),
      mean_of_rates: mean(perDay),
      median_all: median(perDay),
      median_active: median(active),
      mean_active: mean(active),
    };
    return Object.entries(statistics).map(([statistic, value]) => ({
      ...{ metric: "posts_per_day", statistic, segment, platforms: platform },
      ...{ thetaDays: null, windowDays, value },
    }));
  });
}

function coverage({ segment, companies }: Facts): Computed[] {
  const visited = companies.filter(({ outcome }) => outcome === "visited").length;
  const value = share(visited, companies.length);
  return [{ ...unsplit, metric: "coverage", statistic: "visited", segment, platforms: "all", value }];
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Middle value, or the mean of the two in the middle. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const middle = [sorted[Math.floor(half)], sorted[Math.ceil(half)]].filter((value) => value !== undefined);
  return mean(middle);
}
