import { dayMs } from "../../durations.ts";
import type { Industry } from "../industry.ts";
import { platformIds } from "../scenario.ts";
import { isEligible } from "./companies.ts";
import type { TrueAccount, TrueStatus } from "./tables.ts";

/** Thresholds of activity in days, as audits have them by default. */
const thetas = [30, 90, 180, 365] as const;

/** Platforms that count in `any`: a site's own feed does not. */
export const socialPlatforms: readonly string[] = platformIds.filter((platform) => platform !== "feed");

/** Sets of platforms that truth speaks about: each social one, and `any` of them. */
export const platformSets: readonly { name: string; platforms: readonly string[] }[] = [
  ...socialPlatforms.map((name) => ({ name, platforms: [name] })),
  { name: "any", platforms: socialPlatforms },
];

/** Whether an account counts for its company: all kinds but those for applicants. */
export function counts({ kind }: TrueAccount): boolean {
  return kind !== "careers";
}

/** Whether each eligible company really posted within each threshold, wherever its account stands and whoever may see it. */
export function trueStatuses({ companies, now }: Industry, accounts: readonly TrueAccount[]): TrueStatus[] {
  const newest = newestPosts(accounts.filter(counts));
  return companies.filter(isEligible).flatMap(({ companyId }) =>
    platformSets.flatMap(({ name, platforms }) => {
      const last = Math.max(...platforms.map((platform) => newest.get(`${companyId} ${platform}`) ?? 0));
      const ageDays = (Date.parse(now) - last) / dayMs;
      return thetas.map((thetaDays) => {
        const status = ageDays <= thetaDays ? "active" : "inactive";
        return { companyId, platforms: name, thetaDays, status } satisfies TrueStatus;
      });
    }),
  );
}

/** Instant of the newest post by company and platform; accounts that are gone have none. */
function newestPosts(accounts: readonly TrueAccount[]): Map<string, number> {
  const newest = new Map<string, number>();
  for (const { companyId, platform, activity, lastPostAt } of accounts) {
    if (activity === "gone" || lastPostAt === null) continue;
    const key = `${companyId} ${platform}`;
    newest.set(key, Math.max(newest.get(key) ?? 0, Date.parse(lastPostAt)));
  }
  return newest;
}
