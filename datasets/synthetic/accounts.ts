import { handles, sisterHandle, sisterPlatforms } from "./handles.ts";
import { dayMs, type SyntheticAccount, type SyntheticCompany } from "./industry.ts";
import { deal, normal, type Random, randomFrom, shuffle } from "./random.ts";
import {
  type AccessId,
  accessIds,
  type PlatformId,
  type ProcessId,
  platformIds,
  processIds,
  type Scenario,
} from "./scenario.ts";

/**
 * Every company's own accounts: who has one is dealt by segment, how each posts by platform, so that even a small industry
 * holds every kind about as often as the scenario says.
 */
export function drawAccounts(scenario: Scenario, companies: readonly SyntheticCompany[]): SyntheticAccount[] {
  return inOrderOf(
    companies,
    platformIds.flatMap((platform) => drawPlatform(scenario, companies, platform)),
  );
}

/** Accounts in the order of their companies, else in their own. */
export function inOrderOf(
  companies: readonly SyntheticCompany[],
  accounts: readonly SyntheticAccount[],
): SyntheticAccount[] {
  const order = new Map(companies.map(({ companyId }, at) => [companyId, at]));
  const place = ({ companyId }: SyntheticAccount) => order.get(companyId) ?? 0;
  return accounts.toSorted((a, b) => place(a) - place(b));
}

function drawPlatform(
  scenario: Scenario,
  companies: readonly SyntheticCompany[],
  platform: PlatformId,
): SyntheticAccount[] {
  const random = randomFrom(`${scenario.seed} ${platform}`);
  const owners = drawOwners(scenario, companies, { platform, random });
  const first = owners.map((company) => ({ company, kind: "primary" as const }));
  const seats = [...first, ...sisters(scenario, owners, platform)];
  const fates = dealFates(scenario, platform, { random, count: seats.length });
  return seats.flatMap(({ company, kind }, at) => {
    const fate = fates[at];
    if (!fate) return [];
    const { process, access, instance } = fate;
    const { account, url } =
      kind === "primary"
        ? handles[platform](company, random, instance)
        : sisterHandle(platform, kind, company);
    const identity = { accountId: `${platform}:${account}`, platform, account, url };
    const { companyId } = company;
    return [
      { ...identity, companyId, kind, access, process, ...life(process, platform, { scenario, random }) },
    ];
  });
}

interface Fate {
  process: ProcessId;
  access: AccessId;
  /** Mastodon server, for accounts that need one. */
  instance: string;
}

function dealFates(
  { seed, processes, access, instances }: Scenario,
  platform: PlatformId,
  { random, count }: { random: Random; count: number },
): Fate[] {
  const ways = deal(random, weighted(processIds, processes), count);
  // Platforms that are read with a token have a generator of their own for it, as everything that was added later.
  const ofAccess = isOpen(platform) ? random : randomFrom(`${seed} access ${platform}`);
  const isRead = isOpen(platform) || tokenPlatforms.includes(platform);
  const accesses = isRead ? deal(ofAccess, weighted(accessIds, access), count) : [];
  const hosts = deal(
    random,
    instances.map(({ host, weight }) => [host, weight] as const),
    count,
  );
  return ways.flatMap((process, at) => {
    const instance = hosts[at];
    return instance ? [{ process, access: accesses[at] ?? "open", instance }] : [];
  });
}

/** Who has an account on a platform: exact quotas of each segment. */
function drawOwners(
  { segments, presence }: Scenario,
  companies: readonly SyntheticCompany[],
  { platform, random }: { platform: PlatformId; random: Random },
): SyntheticCompany[] {
  return Object.keys(segments).flatMap((segment) => {
    const peers = companies.filter((company) => company.segment === segment);
    const present = peers.filter(({ isAbsent }) => !isAbsent);
    return shuffle(random, present).slice(0, Math.round((presence[platform]?.[segment] ?? 0) * peers.length));
  });
}

/** Accounts beside the primary one: the first owners have one for applicants, the last one for another country. */
function sisters({ sisterShare }: Scenario, owners: readonly SyntheticCompany[], platform: PlatformId) {
  const count = sisterPlatforms.includes(platform) ? Math.round(sisterShare * owners.length) : 0;
  return [
    ...owners.slice(0, count).map((company) => ({ company, kind: "careers" as const })),
    ...owners.slice(owners.length - count).map((company) => ({ company, kind: "regional" as const })),
  ];
}

function weighted<T extends string>(ids: readonly T[], weights: Readonly<Partial<Record<T, number>>>) {
  return ids.map((id) => [id, weights[id] ?? 0] as const);
}

/** Platforms whose official interface shows accounts to who has a token. */
const tokenPlatforms: readonly PlatformId[] = ["x", "youtube", "instagram"];

function isOpen(platform: PlatformId): boolean {
  return platform === "bluesky" || platform === "mastodon";
}

type Life = Pick<SyntheticAccount, "ratePerDay" | "createdAt" | "endsAt">;

/** Accounts are 450 to 1,250 days old; those gone quiet stopped 40 to 330 days ago, dormant ones 400 to 440. */
function life(
  process: ProcessId,
  platform: PlatformId,
  { scenario, random }: { scenario: Scenario; random: Random },
): Life {
  const now = Date.parse(scenario.now);
  const median = scenario.rates[platform] ?? 0.1;
  const daysAgo = (least: number, most: number) =>
    now - Math.round((least + (most - least) * random()) * dayMs);
  const createdAt = daysAgo(450, 1_250);
  const usual = Math.max(0.02, median * Math.exp(scenario.rateSpread * normal(random)));
  const rates: Partial<Record<ProcessId, number>> = { empty: 0, busy: median * (8 + 4 * random()) };
  const ends: Partial<Record<ProcessId, number>> = {
    gone_quiet: daysAgo(40, 330),
    dormant: daysAgo(400, 440),
  };
  return { ratePerDay: rates[process] ?? usual, createdAt, endsAt: ends[process] ?? now };
}
