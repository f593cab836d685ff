import { type Directory, directoryOf } from "../directory.ts";
import type { Industry, SyntheticAccount, SyntheticCompany } from "../industry.ts";
import { mishaps } from "../mishaps.ts";
import { linksBack } from "../profile-links.ts";
import type { PlatformId, Scenario } from "../scenario.ts";
import { siteOf } from "../sites/site.ts";
import { blogService, strangersAccounts, themeDefaults } from "../sites/strangers.ts";
import { trueStatus } from "./accounts.ts";
import type { TrueOwnership } from "./tables.ts";

/**
 * Whose account each one is: every company's own, and those that its site shows of a parent, of partners, of its web agency, of
 * its theme's maker, or of the stranger who has its domain now. People are not listed.
 */
export function trueOwnerships(industry: Industry): TrueOwnership[] {
  const directory = directoryOf(industry);
  const known = { directory, scenario: industry.scenario };
  return industry.companies.flatMap((company) => [...own(company, known), ...others(company, directory)]);
}

interface Known {
  directory: Directory;
  scenario: Scenario;
}

function own(company: SyntheticCompany, known: Known): TrueOwnership[] {
  const { companyId } = company;
  const accounts = known.directory.accountsOf(companyId).map(
    (account): TrueOwnership => ({
      ...{ companyId, accountId: account.accountId, kind: account.kind },
      own: "true",
      declared: isDeclared(company, account.platform),
      contested: false,
      reciprocal: reciprocal(account, known),
    }),
  );
  return [...accounts, ...onClosedPlatform(company)];
}

/** What was the company's own on a platform that is no more. */
function onClosedPlatform({ companyId, slip, brand }: SyntheticCompany): TrueOwnership[] {
  if (slip !== "closed_platform") return [];
  const accountId = `googleplus:+${brand.toLowerCase()}`;
  return [
    {
      companyId,
      accountId,
      own: "true",
      kind: "primary",
      declared: true,
      contested: false,
      reciprocal: null,
    },
  ];
}

/** What an open profile shows; a feed stands on the company's own domain. */
function reciprocal(account: SyntheticAccount, known: Known): boolean | null {
  const { platform } = account;
  if (platform === "feed") return true;
  if (platform !== "bluesky" && platform !== "mastodon") return null;
  return trueStatus(account, known) === "observed" ? linksBack(account, known.directory) : null;
}

/** Whether the pages that can be read name the company's accounts of a platform. */
function isDeclared({ mishap, siteKind }: SyntheticCompany, platform: PlatformId): boolean {
  const isOnFailedPage = mishap === "page_fails" && siteKind === "contact_page" && platform !== "feed";
  const isFeedUnlinked = platform === "feed" && siteKind === "hand_made";
  return mishaps[mishap].readable && !isOnFailedPage && !isFeedUnlinked;
}

function others(company: SyntheticCompany, directory: Directory): TrueOwnership[] {
  const { companyId, mishap, siteKind, parentId } = company;
  const listed = (shown: Shown, own: TrueOwnership["own"], contested = false): TrueOwnership[] =>
    [...new Set(shown.map(({ accountId }) => accountId))].map((accountId) => ({
      ...{ companyId, accountId, own, contested },
      kind: "other",
      declared: true,
      reciprocal: null,
    }));
  if (mishap === "to_stranger") return listed(strangersAccounts, "unknown");
  // The parent's site stands for the company's now, yet the parent's accounts are the parent's.
  if (mishap === "to_parent") return listed(directory.accountsOf(parentId ?? ""), "unknown", true);
  if (!mishaps[mishap].readable) return [];
  const { parents, partners, agency, hasThemeDefaults } = siteOf(company, directory);
  const theme = siteKind === "wordpress" && hasThemeDefaults ? [...themeDefaults, blogService] : [];
  return listed([...parents, ...partners, ...(agency?.accounts ?? []), ...theme], "false");
}

type Shown = readonly { accountId: string }[];
