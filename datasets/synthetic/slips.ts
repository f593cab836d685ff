import { dayMs } from "../durations.ts";
import { formerHandle } from "./handles.ts";
import type { SyntheticAccount, SyntheticCompany } from "./industry.ts";
import { randomFrom, shuffle } from "./random.ts";
import type { Scenario } from "./scenario.ts";
import type { SiteKindId } from "./sites/kinds.ts";

/** What a web master of a sound site can have got wrong about its accounts. */
export const slipIds = [
  "personal_profile",
  "share_link",
  "closed_platform",
  "stale_json_ld",
  "old_page",
] as const;
export type SlipId = (typeof slipIds)[number];

/** Where a slip can happen: how the site is built, and which accounts the company has. */
interface Occasion {
  isOn(siteKind: SiteKindId): boolean;
  suits(accounts: readonly SyntheticAccount[]): boolean;
}

const has = (accounts: readonly SyntheticAccount[], platform: string) =>
  accounts.some((account) => account.platform === platform);

const occasions: Readonly<Record<SlipId, Occasion>> = {
  personal_profile: { isOn: (kind) => kind !== "app_state", suits: () => true },
  share_link: {
    isOn: (kind) => kind !== "json_ld" && kind !== "widgets" && kind !== "app_state",
    suits: (accounts) => !has(accounts, "facebook"),
  },
  closed_platform: { isOn: () => true, suits: () => true },
  stale_json_ld: { isOn: (kind) => kind === "wordpress", suits: () => true },
  old_page: {
    isOn: (kind) => !["json_ld", "contact_page", "frames", "app_state"].includes(kind),
    suits: (accounts) => has(accounts, "x"),
  },
};

/** Deals slips to companies with a sound site and two accounts or more, each company at most one. */
export function drawSlips(
  { seed, slips }: Scenario,
  companies: readonly SyntheticCompany[],
  accounts: readonly SyntheticAccount[],
): SyntheticCompany[] {
  const random = randomFrom(`${seed} slips`);
  const firsts = new Map<string, SyntheticAccount[]>();
  for (const account of accounts.filter(isShownFirst)) {
    const known = firsts.get(account.companyId);
    if (known === undefined) firsts.set(account.companyId, [account]);
    else known.push(account);
  }
  const accountsOf = (companyId: string) => firsts.get(companyId) ?? [];
  const sound = companies.filter(
    ({ mishap, showsParent, companyId }) =>
      mishap === "none" && !showsParent && accountsOf(companyId).length >= 2,
  );
  const waiting = shuffle(random, sound);
  const dealt = new Map<string, SlipId>();
  // The slips that suit fewest sites choose first.
  for (const slip of [
    "stale_json_ld",
    "old_page",
    "share_link",
    "personal_profile",
    "closed_platform",
  ] as const) {
    const { isOn, suits } = occasions[slip];
    const suited = waiting.filter(
      ({ companyId, siteKind }) => !dealt.has(companyId) && isOn(siteKind) && suits(accountsOf(companyId)),
    );
    for (const { companyId } of suited.slice(0, slips[slip] ?? 0)) dealt.set(companyId, slip);
  }
  return companies.map((company) => ({ ...company, slip: dealt.get(company.companyId) ?? null }));
}

/** Whether an account is one of those that every visitor is meant to find. */
export function isShownFirst({ kind, platform }: SyntheticAccount): boolean {
  return kind === "primary" && platform !== "feed";
}

/** The former accounts on X that some companies' old pages still show: quiet for more than a year. */
export function formerAccounts(
  scenario: Scenario,
  companies: readonly SyntheticCompany[],
): SyntheticAccount[] {
  const now = Date.parse(scenario.now);
  return companies.flatMap((company) => {
    if (company.slip !== "old_page") return [];
    const { account, url } = formerHandle(company);
    const identity = { accountId: `x:${account}`, platform: "x" as const, account, bornAs: account, url };
    const life = { ratePerDay: 0.1, change: null, createdAt: now - 1_200 * dayMs, endsAt: now - 420 * dayMs };
    const habits = scenario.habitsOn.x ?? scenario.habits;
    const { companyId } = company;
    return [
      {
        ...identity,
        companyId,
        kind: "secondary" as const,
        process: "dormant" as const,
        ...life,
        access: "open" as const,
        ...{ until: now, habits },
      },
    ];
  });
}
