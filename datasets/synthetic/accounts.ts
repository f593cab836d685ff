import { dayMs } from "../durations.ts";
import { handles, sisterHandle, sisterPlatforms } from "./handles.ts";
import type { SyntheticAccount, SyntheticCompany } from "./industry.ts";
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
    const identity = { accountId: `${platform}:${account}`, platform, account, bornAs: account, url };
    const lived = life(process, platform, { scenario, random });
    const { companyId } = company;
    const habits = scenario.habitsOn[platform] ?? scenario.habits;
    return [{ ...identity, companyId, kind, access, process, ...lived, habits }];
  });
}

/** The accounts to which the scenario's events happen: of the segment's first sound company with an open one there. */
export function withEvents(
  { events }: Scenario,
  companies: readonly SyntheticCompany[],
  accounts: readonly SyntheticAccount[],
): SyntheticAccount[] {
  const byId = new Map(companies.map((company) => [company.companyId, company]));
  const chosen = new Map(
    events.flatMap((event) => {
      const account = accounts.find(({ platform, companyId, access, kind }) => {
        const company = byId.get(companyId);
        const isSound = company?.mishap === "none" && company.segment === event.segment;
        return platform === event.platform && isSound && access === "open" && kind === "primary";
      });
      return account ? [[account.accountId, event] as const] : [];
    }),
  );
  return accounts.map((account) => {
    const event = chosen.get(account.accountId);
    if (!event) return account;
    const change = { at: Date.parse(event.on), before: event.before };
    const endsAt = Math.max(account.endsAt, account.until);
    return { ...account, process: "steady", ratePerDay: event.after, change, endsAt };
  });
}

interface Fate {
  process: ProcessId;
  access: AccessId;
  /** Mastodon server, for accounts that need one. */
  instance: string;
}

function dealFates(
  scenario: Scenario,
  platform: PlatformId,
  { random, count }: { random: Random; count: number },
): Fate[] {
  const { seed, instances } = scenario;
  const processes = scenario.processesOn[platform] ?? scenario.processes;
  const access = scenario.accessOn[platform] ?? scenario.access;
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

type Life = Pick<SyntheticAccount, "ratePerDay" | "createdAt" | "endsAt" | "change" | "until">;

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
  const until = endOf(scenario);
  return {
    ratePerDay: rates[process] ?? usual,
    change: null,
    createdAt,
    endsAt: ends[process] ?? until,
    until,
  };
}

/** The end of a scenario's last wave: how long those live that do not go quiet. */
function endOf({ now, waves }: Scenario): number {
  return Math.max(Date.parse(now), ...waves.map((wave) => Date.parse(wave.now)));
}
