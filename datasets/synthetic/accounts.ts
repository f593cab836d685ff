import { handles } from "./handles.ts";
import { dayMs, type SyntheticAccount, type SyntheticCompany } from "./industry.ts";
import { deal, normal, type Random, randomFrom, shuffle } from "./random.ts";
import {
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
  const drawn = platformIds.flatMap((platform) => drawPlatform(scenario, companies, platform));
  const order = new Map(companies.map(({ companyId }, at) => [companyId, at]));
  const place = ({ companyId }: SyntheticAccount) => order.get(companyId) ?? 0;
  return drawn.sort((a, b) => place(a) - place(b));
}

function drawPlatform(
  scenario: Scenario,
  companies: readonly SyntheticCompany[],
  platform: PlatformId,
): SyntheticAccount[] {
  const random = randomFrom(`${scenario.seed} ${platform}`);
  const owners = Object.keys(scenario.segments).flatMap((segment) => {
    const peers = companies.filter((company) => company.segment === segment);
    const present = peers.filter(({ isAbsent }) => !isAbsent);
    const share = scenario.presence[platform]?.[segment] ?? 0;
    return shuffle(random, present).slice(0, Math.round(share * peers.length));
  });
  const processes = deal(
    random,
    processIds.map((id) => [id, scenario.processes[id] ?? 0] as const),
    owners.length,
  );
  const accesses = deal(
    random,
    accessIds.map((id) => [id, isOpen(platform) || id === "open" ? (scenario.access[id] ?? 0) : 0] as const),
    owners.length,
  );
  const instances = deal(
    random,
    scenario.instances.map(({ host, weight }) => [host, weight] as const),
    owners.length,
  );
  return owners.flatMap((company, at) => {
    const [process, access, instance] = [processes[at], accesses[at], instances[at]];
    if (!process || !access || !instance) return [];
    const { account, url } = handles[platform](company, random, instance);
    const identity = { accountId: `${platform}:${account}`, platform, account, url };
    const owner = { companyId: company.companyId, kind: "primary" as const, access };
    return [{ ...identity, ...owner, process, ...life(process, platform, { scenario, random }) }];
  });
}

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
