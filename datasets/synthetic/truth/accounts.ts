import { dayMs } from "../../durations.ts";
import type { Activity, ObservationStatus } from "../../schema.ts";
import { type Directory, directoryOf } from "../directory.ts";
import type { Industry, SyntheticAccount } from "../industry.ts";
import { mishaps } from "../mishaps.ts";
import { expectedPosts, isPoisson, postsOf } from "../posts.ts";
import type { AccessId, PlatformId, Scenario } from "../scenario.ts";
import type { TrueAccount } from "./tables.ts";

/** Days over which posts are counted. */
export const windowDays = 90;

/** What each account really does. */
export function trueAccounts(industry: Industry): TrueAccount[] {
  const { scenario, accounts, now: instant } = industry;
  const known = { scenario, directory: directoryOf(industry) };
  const now = Date.parse(instant);
  return accounts.map((account) => {
    const { accountId, companyId, platform, kind, url, process, ratePerDay } = account;
    const instants = postsOf(account, scenario.seed).map(({ at }) => at);
    const [newest] = instants;
    const begin = now - windowDays * dayMs;
    return {
      ...{ accountId, companyId, platform, kind, url, process, ratePerDay },
      poisson: isPoisson(process),
      status: trueStatus(account, known),
      expectedPosts: expectedPosts(account, begin, now),
      posts: instants.filter((at) => at >= begin).length,
      lastPostAt: newest === undefined ? null : new Date(newest).toISOString(),
      activity: isGone(account) ? "gone" : rungOf(newest, now),
    };
  });
}

/** Whether nobody will ever see a post under this name again. An account that moved to another name goes on. */
function isGone({ access, platform }: SyntheticAccount): boolean {
  const leavesNothing = platform === "bluesky" || platform === "x";
  return access === "suspended" || access === "missing" || (access === "moved" && leavesNothing);
}

/** Rungs of the activity ladder by the age in days up to which they reach. */
const rungs: readonly (readonly [days: number, rung: Activity])[] = [
  [30, "active"],
  [90, "slowing"],
  [180, "quiet"],
  [365, "dormant"],
];

function rungOf(newest: number | undefined, now: number): Activity {
  if (newest === undefined) return "empty";
  return rungs.find(([days]) => now - newest <= days * dayMs)?.[1] ?? "abandoned";
}

const bluesky: Readonly<Record<AccessId, ObservationStatus>> = {
  open: "observed",
  opted_out: "opted_out",
  suspended: "gone",
  missing: "gone",
  moved: "gone",
};

/** With a token. Who protects their posts on X shows that the account is there. */
const x: Readonly<Record<AccessId, ObservationStatus>> = { ...bluesky, opted_out: "protected" };

/** A channel is public or terminated. */
const youtube: Readonly<Record<AccessId, ObservationStatus>> = {
  ...bluesky,
  opted_out: "observed",
  moved: "observed",
};

/** One error for all accounts that are not shown. */
const instagram: Readonly<Record<AccessId, ObservationStatus>> = {
  open: "observed",
  opted_out: "presence_only",
  suspended: "presence_only",
  missing: "presence_only",
  moved: "presence_only",
};

/** How observing an account ends, by platform: in the open, or with the tokens of the demo. */
const byAccess: Partial<Record<PlatformId, Readonly<Record<AccessId, ObservationStatus>>>> = {
  bluesky,
  x,
  youtube,
  instagram,
};

/** What the demo's token may not read. */
const unpermitted: readonly PlatformId[] = ["facebook", "threads"];

const mastodon: Readonly<Record<AccessId, ObservationStatus>> = {
  ...bluesky,
  opted_out: "presence_only",
  moved: "moved",
};

/** How an observation without login must end; null for a feed that is never found. */
export function trueStatus(
  account: SyntheticAccount,
  { directory, scenario }: Known,
): ObservationStatus | null {
  const { platform, access } = account;
  if (platform === "feed") return feedStatus(account, directory);
  if (unpermitted.includes(platform)) return "token_required";
  if (platform !== "mastodon") return byAccess[platform]?.[access] ?? "presence_only";
  const host = account.account.split("@")[1];
  return scenario.instances.some((one) => one.host === host && one.needsLogin) ? "blocked" : mastodon[access];
}

/** An empty feed shows nothing that could be dated; one on a site that cannot be read is never found. */
function feedStatus(
  { companyId, process }: SyntheticAccount,
  directory: Directory,
): ObservationStatus | null {
  const mishap = directory.company(companyId)?.mishap;
  if (mishap === undefined || !mishaps[mishap].readable) return null;
  return process === "empty" ? "partial" : "observed";
}

interface Known {
  directory: Directory;
  scenario: Scenario;
}
