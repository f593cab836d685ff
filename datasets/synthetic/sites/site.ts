import type { Directory } from "../directory.ts";
import type { SyntheticAccount, SyntheticCompany } from "../industry.ts";
import { postsOf } from "../posts.ts";
import { pick, type Random, randomFrom } from "../random.ts";
import type { PlatformId } from "../scenario.ts";
import type { SlipId } from "../slips.ts";
import { platformLabels, spell } from "./spellings.ts";
import { type Agency, agencies, leaders, type Stranger } from "./strangers.ts";
import { type PageRole, type Words, wordsOf } from "./words.ts";

/** A link to one of the company's own accounts. */
export interface Icon {
  platform: PlatformId | "googleplus";
  label: string;
  href: string;
  accountId: string;
}

/** What a site holds; every page of it is written from this. */
export interface Site {
  company: SyntheticCompany;
  words: Words;
  /** `https://host` without a slash, or `http://host` for sites that know no TLS. */
  origin: string;
  /** The site's name as its owner writes it. */
  name: string;
  own: readonly Icon[];
  /** Stands on the contact page in the place of the account on X; null on most sites. */
  former: Icon | null;
  /** Accounts of the parent that stand beside its own. */
  parents: readonly Icon[];
  feed: SyntheticAccount | null;
  /** Entries its feed shows at a time. */
  feedLength: number;
  partners: readonly Stranger[];
  agency: Agency | null;
  hasThemeDefaults: boolean;
  hasEmbeds: boolean;
  /** URLs of its own newest posts that its home page shows. */
  latest: readonly string[];
  hasTeam: boolean;
  /** Whether earlier owners of the template left things in it: links commented out, links to bare platforms. */
  hasLeftovers: boolean;
}

/** One page, ready to be laid out in the way of its site. */
export interface Page {
  site: Site;
  role: PageRole | "article";
  url: string;
  title: string;
  /** HTML of the middle. */
  main: string;
}

const legalForms: Readonly<Record<string, string>> = { de: " GmbH", fr: " SA", ja: "株式会社", en: "" };

/** The site of a company; the same at every call. */
export function siteOf(company: SyntheticCompany, directory: Directory): Site {
  const random = randomFrom(`${directory.seed} site ${company.companyId}`);
  const accounts = directory.accountsOf(company.companyId);
  const parent = company.showsParent && company.parentId ? directory.accountsOf(company.parentId) : [];
  const words = wordsOf[company.language];
  const site = {
    company,
    words,
    origin: `${company.mishap === "plain_http" ? "http" : "https"}://${company.host}`,
    name: company.name + (legalForms[company.language] ?? ""),
    ...ownIcons(company, accounts, { words, random }),
    parents: icons(parent, words, random).slice(0, 2),
    feed: accounts.find(({ platform }) => platform === "feed") ?? null,
    feedLength: directory.feedLengthOf(company.siteKind),
    partners: random() < 0.4 ? partnersOf(company, directory, random) : [],
    agency: random() < 0.35 ? pick(random, agencies) : null,
    hasThemeDefaults: random() < 0.12,
    hasEmbeds: random() < 0.3,
    hasTeam: random() < 0.4,
    hasLeftovers: random() < 0.3,
  };
  return { ...site, latest: site.hasEmbeds ? latestPosts(accounts, directory.seed) : [] };
}

/** The newest post of each primary account whose posts have addresses that tell their time. */
function latestPosts(accounts: readonly SyntheticAccount[], seed: number): string[] {
  return accounts.flatMap((account) => {
    const urlOf = account.kind === "primary" ? postUrls[account.platform] : undefined;
    const newest = urlOf && postsOf(account, seed)[0];
    return newest ? [urlOf(account.account, BigInt(newest.at))] : [];
  });
}

const postUrls: Partial<Record<PlatformId, (account: string, at: bigint) => string>> = {
  x: (name, at) => `https://twitter.com/${name}/status/${(at - 1_288_834_974_657n) << 22n}`,
  linkedin: (name, at) =>
    `https://www.linkedin.com/posts/${name.replace("company/", "")}_news-activity-${at << 22n}-AbCd`,
};

function ownIcons(
  company: SyntheticCompany,
  accounts: readonly SyntheticAccount[],
  { words, random }: { words: Words; random: Random },
): Pick<Site, "own" | "former"> {
  const isFormer = (account: SyntheticAccount) => company.slip === "old_page" && account.kind === "secondary";
  const own = icons(
    accounts.filter((account) => !isFormer(account)),
    words,
    random,
  );
  const [former = null] = icons(accounts.filter(isFormer), words, random);
  return { own: [...own, ...misplacedIcons(company)], former };
}

/** What stands among a site's accounts and is none: a person, the page itself, an account nobody can reach any more. */
function misplacedIcons({ slip, brand, host }: SyntheticCompany): Icon[] {
  const [leader] = leaders;
  const sharer = `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(`https://${host}/`)}`;
  const plus = `+${brand.toLowerCase()}`;
  const wrong: Partial<Record<SlipId, Icon>> = {
    personal_profile: {
      platform: "linkedin",
      label: "LinkedIn",
      href: leader.href,
      accountId: leader.accountId,
    },
    share_link: { platform: "facebook", label: "Facebook", href: sharer, accountId: "facebook:" },
    closed_platform: {
      platform: "googleplus",
      label: "Google+",
      href: `https://plus.google.com/${plus}`,
      accountId: `googleplus:${plus}`,
    },
  };
  const icon = slip === null ? undefined : wrong[slip];
  return icon === undefined ? [] : [icon];
}

function icons(accounts: readonly SyntheticAccount[], words: Words, random: Random): Icon[] {
  return accounts
    .filter(({ platform }) => platform !== "feed")
    .map((account) => ({
      platform: account.platform,
      label: labelOf(account, words),
      href: spell(account, random),
      accountId: account.accountId,
    }));
}

/** Accounts beside the primary one say what they are for. */
function labelOf({ platform, kind, account }: SyntheticAccount, { labels }: Words): string {
  const label = platformLabels[platform];
  if (kind === "careers") return `${label} ${labels.careers}`;
  return kind === "regional" ? `${label} ${account.endsWith("uk") ? "UK" : "USA"}` : label;
}

/** Two other companies whose logos link to one of their accounts. */
function partnersOf(company: SyntheticCompany, directory: Directory, random: Random): Stranger[] {
  const others = [0, 1].map(() => directory.companyAt(Math.floor(random() * directory.count)));
  return others.flatMap((other) => {
    if (!other || other.companyId === company.companyId) return [];
    const account = directory.accountsOf(other.companyId).find(({ platform }) => platform !== "feed");
    return account ? [{ name: other.name, href: account.url, accountId: account.accountId }] : [];
  });
}

/** All but the last of the accounts that every visitor is meant to find, which was opened last. */
export function withoutNewest(own: readonly Icon[]): Icon[] {
  const platforms = [...new Set(own.map(({ platform }) => platform))];
  const newest = own.find(({ platform }) => platform === platforms.at(-1));
  return own.filter((icon) => icon !== newest);
}
