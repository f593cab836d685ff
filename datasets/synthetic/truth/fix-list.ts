import { type Directory, directoryOf } from "../directory.ts";
import type { Industry, SyntheticCompany } from "../industry.ts";
import { mishaps } from "../mishaps.ts";
import type { SiteKindId } from "../sites/kinds.ts";
import { type Site, siteOf, withoutNewest } from "../sites/site.ts";
import { blogService, themeDefaults } from "../sites/strangers.ts";
import type { TrueAccount, TrueFix, TrueOwnership } from "./tables.ts";

/** What the other truths say of a company's accounts. */
interface Facts {
  accounts: readonly TrueAccount[];
  ownerships: readonly TrueOwnership[];
}

/** What every company's pages say wrong of its accounts, as far as a polite crawler can read them. */
export function trueFixes(industry: Industry, facts: Facts): TrueFix[] {
  const directory = directoryOf(industry);
  const lost = lostAccounts(facts);
  return industry.companies.flatMap((company) => {
    if (!mishaps[company.mishap].readable) return [];
    const slips = slipsOf(company, directory).map((slip) => ({ companyId: company.companyId, ...slip }));
    return [...(lost.get(company.companyId) ?? []), ...slips];
  });
}

type Slip = Omit<TrueFix, "companyId">;

function slip(kind: TrueFix["kind"], accountId: string): Slip {
  return { kind, platform: accountId.slice(0, accountId.indexOf(":")), accountId };
}

const lostKinds = new Map<string | null, TrueFix["kind"]>([
  ["gone", "dead_account"],
  ["moved", "old_handle"],
]);

/** Accounts that a page names and that are gone or have moved, by company. */
function lostAccounts({ accounts, ownerships }: Facts): Map<string, TrueFix[]> {
  const statuses = new Map(accounts.map(({ accountId, status }) => [accountId, status]));
  const lost = new Map<string, TrueFix[]>();
  for (const { companyId, accountId, own, declared } of ownerships) {
    const kind = lostKinds.get(statuses.get(accountId) ?? null);
    if (own !== "true" || !declared || kind === undefined) continue;
    lost.set(companyId, [...(lost.get(companyId) ?? []), { companyId, ...slip(kind, accountId) }]);
  }
  return lost;
}

function slipsOf(company: SyntheticCompany, directory: Directory): Slip[] {
  const site = siteOf(company, directory);
  return [...ofTheMakers(site), ...ofTheOwner(site)];
}

/** Sites whose layout keeps what templates gather. */
const keepsLeftovers: ReadonlySet<SiteKindId> = new Set([
  "wordpress",
  "drupal",
  "hand_made",
  "icon_list",
  "header_links",
]);

/** What template and agency left. */
function ofTheMakers({ company, agency, hasThemeDefaults, hasLeftovers }: Site): Slip[] {
  const { siteKind } = company;
  const theme = siteKind === "wordpress" && hasThemeDefaults ? [...themeDefaults, blogService] : [];
  const empty = hasLeftovers && keepsLeftovers.has(siteKind) ? ["pinterest", "x"] : [];
  return [
    ...theme.map(({ accountId }) => slip("template_account", accountId)),
    ...(agency?.accounts ?? []).map(({ accountId }) => slip("agency_account", accountId)),
    ...empty.map((platform) => ({ kind: "empty_platform_link" as const, platform, accountId: null })),
  ];
}

/** What the company's own web master got wrong. */
function ofTheOwner({ company, own, former }: Site): Slip[] {
  switch (company.slip) {
    case "personal_profile":
      return [{ kind: "personal_profile", platform: "linkedin", accountId: null }];
    case "share_link":
      return [{ kind: "share_link_as_profile", platform: "facebook", accountId: null }];
    case "closed_platform":
      return [slip("closed_platform", `googleplus:+${company.brand.toLowerCase()}`)];
    case "old_page":
      return former === null ? [] : [slip("pages_disagree", former.accountId)];
    case "stale_json_ld": {
      const listed = withoutNewest(own);
      const missing = own.filter((icon) => !listed.includes(icon));
      return missing.map(({ accountId }) => slip("not_in_jsonld", accountId));
    }
    default:
      return [];
  }
}
