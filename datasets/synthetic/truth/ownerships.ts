import { type Directory, directoryOf } from "../directory.ts";
import type { Industry, SyntheticCompany } from "../industry.ts";
import { mishaps } from "../mishaps.ts";
import { siteOf } from "../sites/site.ts";
import { strangersAccounts, themeDefaults } from "../sites/strangers.ts";
import type { TrueOwnership } from "./tables.ts";

/**
 * Whose account each one is: every company's own, and those that its site shows of a parent, of partners, of its web agency, of
 * its theme's maker, or of the stranger who has its domain now. People are not listed.
 */
export function trueOwnerships(industry: Industry): TrueOwnership[] {
  const directory = directoryOf(industry);
  return industry.companies.flatMap((company) => [...own(company, directory), ...others(company, directory)]);
}

function own({ companyId, mishap, siteKind }: SyntheticCompany, directory: Directory): TrueOwnership[] {
  const isHidden = mishap === "page_fails" && siteKind === "contact_page";
  const declared = mishaps[mishap].readable && !isHidden;
  return directory
    .accountsOf(companyId)
    .map(({ accountId, kind }) => ({ companyId, accountId, own: "true", kind, declared }));
}

function others(company: SyntheticCompany, directory: Directory): TrueOwnership[] {
  const { companyId, mishap, siteKind } = company;
  const listed = (shown: readonly { accountId: string }[], own: TrueOwnership["own"]): TrueOwnership[] =>
    [...new Set(shown.map(({ accountId }) => accountId))].map((accountId) => ({
      ...{ companyId, accountId, own },
      kind: "other",
      declared: true,
    }));
  if (mishap === "to_stranger") return listed(strangersAccounts, "unknown");
  if (!mishaps[mishap].readable) return [];
  const { parents, partners, agency, hasThemeDefaults } = siteOf(company, directory);
  const theme = siteKind === "wordpress" && hasThemeDefaults ? themeDefaults : [];
  return listed([...parents, ...partners, ...(agency?.accounts ?? []), ...theme], "false");
}
