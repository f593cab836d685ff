import { directoryOf } from "../../../datasets/synthetic/directory.ts";
import { generateIndustry } from "../../../datasets/synthetic/generate.ts";
import type { SyntheticAccount, SyntheticCompany } from "../../../datasets/synthetic/industry.ts";
import { readScenario } from "../../../datasets/synthetic/scenario.ts";
import { articlesOf } from "../../../datasets/synthetic/sites/content.ts";
import { type Site, siteOf } from "../../../datasets/synthetic/sites/site.ts";

/** The industry of the demo. */
export const scenario = readScenario("small");
export const industry = generateIndustry(scenario);
export const directory = directoryOf(industry);

/** The first company that fits; a test that needs one fails loudly without. */
export function someCompany(fits: (company: SyntheticCompany) => boolean): SyntheticCompany {
  const found = industry.companies.find(fits);
  if (!found) throw new Error("the small scenario has no such company");
  return found;
}

/** The first account that fits. */
export function someAccount(fits: (account: SyntheticAccount) => boolean): SyntheticAccount {
  const found = industry.accounts.find(fits);
  if (!found) throw new Error("the small scenario has no such account");
  return found;
}

/** A company's site and what it has to tell. */
export function siteWithNews(fits: (company: SyntheticCompany) => boolean) {
  const site = siteOf(someCompany(fits), directory);
  return { site, articles: articlesOf(site, scenario.seed) };
}

/** A site of which everything is known, written by hand. */
export const plainSite: Site = {
  ...siteOf(
    someCompany(({ mishap }) => mishap === "none"),
    directory,
  ),
  own: [
    icon("linkedin", "LinkedIn", "https://www.linkedin.com/company/acme", "linkedin:company/acme"),
    icon("x", "X (Twitter)", "https://x.com/acme", "x:acme"),
    icon("youtube", "YouTube", "https://www.youtube.com/channel/UCa", "youtube:channel/UCa"),
    icon(
      "mastodon",
      "Mastodon",
      "https://social.trialists.test/@acme",
      "mastodon:acme@social.trialists.test",
    ),
  ],
  parents: [icon("facebook", "Facebook", "https://www.facebook.com/mother", "facebook:mother")],
  partners: [{ name: "Partner", href: "https://x.com/partner", accountId: "x:partner" }],
  agency: {
    name: "Makers",
    site: "https://makers.test/",
    accounts: [{ name: "Makers", href: "https://x.com/makers", accountId: "x:makers" }],
  },
  feed: null,
  hasThemeDefaults: true,
  hasEmbeds: true,
  hasTeam: true,
  hasLeftovers: true,
};

function icon(
  platform: "linkedin" | "x" | "youtube" | "mastodon" | "facebook",
  label: string,
  href: string,
  accountId: string,
) {
  return { platform, label, href, accountId };
}
