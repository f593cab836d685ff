import { byCodeUnit } from "../order.ts";
import { addressOf, website } from "./companies.ts";
import type { Change, SyntheticAccount, SyntheticCompany } from "./industry.ts";
import { brands, suffixesOf } from "./names.ts";
import { type Random, randomFrom, shuffle } from "./random.ts";
import type { PlatformId, Scenario, Wave } from "./scenario.ts";

/** Companies and accounts at some time, and what has happened to them until then. */
interface Era {
  companies: readonly SyntheticCompany[];
  accounts: readonly SyntheticAccount[];
  changes: readonly Change[];
}

/** Lets everything happen that happens before an instant: what happens between two waves is drawn for each wave. */
export function throughWaves(scenario: Scenario, begun: Omit<Era, "changes">, now: string): Era {
  const spare = brands(randomFrom(`${scenario.seed} companies`), scenario.companies + mostNames(scenario));
  const names = spare.slice(scenario.companies);
  let era: Era = { ...begun, changes: [] };
  let before = scenario.now;
  for (const [place, wave] of scenario.waves.entries()) {
    const random = randomFrom(`${scenario.seed} wave ${place + 1}`);
    for (const happening of happenings(era, wave, { random, names, before })) {
      if (happening.change.on <= now) era = happening.happen(era);
    }
    before = wave.now;
  }
  return { ...era, changes: era.changes.toSorted((a, b) => byCodeUnit(a.on, b.on)) };
}

const mostNames = ({ waves }: Scenario) => waves.reduce((sum, { rebranded }) => sum + rebranded, 0);

/** Something that is going to happen, and how the industry is when it has. */
interface Happening {
  change: Change;
  happen(era: Era): Era;
}

interface Draw {
  random: Random;
  /** Brands that nobody has; taken from the front. */
  names: string[];
  /** Instant of the wave before. */
  before: string;
}

/** Who is concerned is drawn whether or not it happens before the industry is looked at: looking earlier changes nothing. */
function happenings(era: Era, wave: Wave, draw: Draw): Happening[] {
  const { random, before } = draw;
  const [from, to] = [Date.parse(before), Date.parse(wave.now)];
  const someDay = () => new Date(from + Math.floor(random() * (to - from))).toISOString();
  const isParent = new Set(era.companies.map(({ parentId }) => parentId));
  const sound = era.companies.filter(
    ({ mishap, status, showsParent, slip, companyId, formerly }) =>
      mishap === "none" &&
      status === "active" &&
      !showsParent &&
      !slip &&
      !formerly &&
      !isParent.has(companyId),
  );
  const companies = shuffle(random, sound);
  const taken = (count: number) => companies.splice(0, count);
  const merged = taken(wave.merged).flatMap((company) => {
    const buyer = companies.at(-1);
    return buyer ? [merger(company, buyer, someDay())] : [];
  });
  const rebranded = taken(wave.rebranded).flatMap((company) => {
    const brand = draw.names.shift();
    return brand ? rebrand(company, brand, { era, on: someDay(), random }) : [];
  });
  const left = new Set(companies.map(({ companyId }) => companyId));
  const accounts = shuffle(
    random,
    era.accounts.filter(({ companyId, process, access, kind }) => {
      return left.has(companyId) && isWriting.includes(process) && access === "open" && kind === "primary";
    }),
  );
  const renamable = accounts.filter(
    ({ platform, account }) => canRename(platform) && !account.includes("_hq"),
  );
  const renamed = renamable.slice(0, wave.renamed);
  const abandoned = accounts.filter((each) => !renamed.includes(each)).slice(0, wave.abandoned);
  return [
    ...merged,
    ...rebranded,
    ...renamed.map((account) => rename(account, `${stemOf(account)}_hq`, someDay())),
    ...abandoned.map((account) => abandonment(account, someDay())),
  ];
}

const isWriting: readonly string[] = ["steady", "busy", "bursty", "office_hours", "campaigns"];

/** Platforms whose accounts can have another name and stay the same. */
const canRename = (platform: string) => platform === "x" || platform === "bluesky";

const stemOf = ({ account }: SyntheticAccount) => account.split(".")[0]?.slice(0, 12) ?? account;

const change = (
  companyId: string,
  kind: Change["kind"],
  parts: Partial<Change> & { on: string },
): Change => ({
  ...{ companyId, kind, accountId: null, from: null, to: null },
  ...parts,
});

function withCompany(era: Era, company: SyntheticCompany, happened: Change): Era {
  const companies = era.companies.map((each) => (each.companyId === company.companyId ? company : each));
  return { ...era, companies, changes: [...era.changes, happened] };
}

/** The buyer's accounts stay; those of the company fall silent, and its row of the frame says who took it over. */
function merger(company: SyntheticCompany, buyer: SyntheticCompany, on: string): Happening {
  const { companyId } = company;
  const happened = change(companyId, "merged", { on, from: company.name, to: buyer.companyId });
  const successor = { companyId: buyer.companyId, on };
  const bought = {
    ...company,
    status: "acquired",
    mishap: "not_eligible" as const,
    parentId: buyer.companyId,
    successor,
  };
  const happen = (era: Era): Era => {
    const accounts = era.accounts.map((account) =>
      account.companyId === companyId ? silenced(account, on) : account,
    );
    return withCompany({ ...era, accounts }, bought, happened);
  };
  return { change: happened, happen };
}

function silenced(account: SyntheticAccount, on: string): SyntheticAccount {
  return { ...account, endsAt: Math.min(account.endsAt, Date.parse(on)) };
}

/** Another name and domain for the company, and other names for its accounts where platforms let them keep their readers. */
function rebrand(
  company: SyntheticCompany,
  brand: string,
  { era, on, random }: { era: Era; on: string; random: Random },
): Happening[] {
  const [suffix = ""] = suffixesOf(company.segment);
  const { domain, host } = addressOf(brand, suffix, random);
  const named = {
    ...{ ...company, brand, domain, host, name: `${brand} ${suffix}` },
    website: website(company.mishap, host, random),
    formerly: { name: company.name, domain: company.domain },
  };
  const happened = change(company.companyId, "rebranded", { on, from: company.name, to: named.name });
  const own = era.accounts.filter(({ companyId, platform, kind }) => {
    return (
      companyId === company.companyId && (canRename(platform) || platform === "feed") && kind === "primary"
    );
  });
  return [
    { change: happened, happen: (before) => withCompany(before, named, happened) },
    ...own.map((account) => {
      const moved = account.account.replace(company.host, host);
      return rename(account, account.platform === "feed" ? moved : brand.toLowerCase(), on);
    }),
  ];
}

/** How an account is written under another name, by platform; a feed's name is its address. */
const addresses: Partial<Record<PlatformId, (name: string) => Pick<SyntheticAccount, "account" | "url">>> = {
  x: (name) => ({ account: name, url: `https://x.com/${name}` }),
  bluesky: (name) => {
    const account = `${name.replaceAll("_", "-")}.bsky.social`;
    return { account, url: `https://bsky.app/profile/${account}` };
  },
  feed: (account) => ({ account, url: `https://${account}` }),
};

function rename(account: SyntheticAccount, name: string, on: string): Happening {
  const renamed = addresses[account.platform]?.(name) ?? account;
  const accountId = `${account.platform}:${renamed.account}`;
  const from = account.accountId;
  const happened = change(account.companyId, "renamed", { on, accountId, from, to: accountId });
  const { account: written, url } = renamed;
  return {
    change: happened,
    happen: (era) => withAccount(era, from, { account: written, accountId, url }, happened),
  };
}

function abandonment(account: SyntheticAccount, on: string): Happening {
  const { accountId, companyId } = account;
  const happened = change(companyId, "abandoned", { on, accountId });
  const end = { endsAt: Date.parse(on), process: "gone_quiet" } as const;
  return { change: happened, happen: (era) => withAccount(era, accountId, end, happened) };
}

function withAccount(era: Era, accountId: string, parts: Partial<SyntheticAccount>, happened: Change): Era {
  const accounts = era.accounts.map((each) => (each.accountId === accountId ? { ...each, ...parts } : each));
  return { ...era, accounts, changes: [...era.changes, happened] };
}
