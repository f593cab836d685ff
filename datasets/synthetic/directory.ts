import { channelId, did, mastodonId, xUserId } from "./handles.ts";
import type { Industry, SyntheticAccount, SyntheticCompany } from "./industry.ts";
import type { PlatformId } from "./scenario.ts";
import type { SiteKindId } from "./sites/kinds.ts";

/** What a company's hosts can have before its domain: that of the site, those of microsites. */
const subdomain = /^(?:www|patients|careers)\./;

/** An industry, looked up by what a request names. */
export interface Directory {
  seed: number;
  /** Instant at which the industry stands still, milliseconds since 1970. */
  now: number;
  count: number;
  /** Entries that the news feed of a site of a kind shows at a time. */
  feedLengthOf(kind: SiteKindId): number;
  companyAt(place: number): SyntheticCompany | undefined;
  company(companyId: string): SyntheticCompany | undefined;
  /** The company whose site is, or redirects from, this host. */
  companyByHost(host: string): SyntheticCompany | undefined;
  accountsOf(companyId: string): readonly SyntheticAccount[];
  account(accountId: string): SyntheticAccount | undefined;
  /** A Bluesky account by its immutable id. */
  accountByDid(did: string): SyntheticAccount | undefined;
  /** A Mastodon account by its server's id. */
  accountByMastodonId(id: string): SyntheticAccount | undefined;
  /** An X account by its number. */
  accountByXId(id: string): SyntheticAccount | undefined;
  /** A YouTube channel by its id. */
  accountByChannel(id: string): SyntheticAccount | undefined;
}

/** Indexes an industry once; look-ups cost no more with many companies than with few. */
export function directoryOf({ scenario, now, companies, accounts }: Industry): Directory {
  const byId = new Map(companies.map((company) => [company.companyId, company]));
  const byDomain = new Map([
    ...companies.flatMap((company) =>
      company.formerly ? [[company.formerly.domain, company] as const] : [],
    ),
    ...companies.map((company) => [company.domain, company] as const),
  ]);
  const on = (platform: PlatformId) => accounts.filter((account) => account.platform === platform);
  const moved = on("mastodon").filter(({ access }) => access === "moved");
  const successors = moved.map(successorOf);
  const byAccountId = new Map([
    ...accounts.map((account) => [account.accountId, account] as const),
    ...successors.map((account) => [`mastodon:${account.account}`, account] as const),
  ]);
  const byDid = new Map(on("bluesky").map((account) => [did(account.bornAs), account]));
  const byMastodonId = new Map(
    [...on("mastodon"), ...successors].map((account) => [
      mastodonId(account.account, account.createdAt),
      account,
    ]),
  );
  const byXId = new Map(on("x").map((account) => [xUserId(account), account]));
  const byChannel = new Map(on("youtube").map((account) => [channelId(account), account]));
  const byOwner = new Map<string, SyntheticAccount[]>();
  for (const account of accounts) {
    const owned = byOwner.get(account.companyId);
    if (owned) owned.push(account);
    else byOwner.set(account.companyId, [account]);
  }
  return {
    seed: scenario.seed,
    now: Date.parse(now),
    count: companies.length,
    feedLengthOf: (kind) => scenario.feedLengthOf[kind] ?? scenario.feedLength,
    companyAt: (place) => companies[place],
    company: (companyId) => byId.get(companyId),
    companyByHost: (host) => byDomain.get(host) ?? byDomain.get(host.replace(subdomain, "")),
    accountsOf: (companyId) => byOwner.get(companyId) ?? [],
    account: (accountId) => byAccountId.get(accountId),
    accountByDid: (id) => byDid.get(id),
    accountByMastodonId: (id) => byMastodonId.get(id),
    accountByXId: (id) => byXId.get(id),
    accountByChannel: (id) => byChannel.get(id),
  };
}

/** Where a Mastodon account moved to: the same name with `_new` on the same server. It writes the posts of the old one. */
export function successorOf(account: SyntheticAccount): SyntheticAccount {
  const [user, host] = account.account.split("@");
  return { ...account, account: `${user}_new@${host}`, url: `https://${host}/@${user}_new`, access: "open" };
}
