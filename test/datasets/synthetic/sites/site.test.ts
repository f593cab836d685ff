import { expect, test } from "vitest";
import { instantOfPostId } from "../../../../datasets/post-ids.ts";
import { postsOf } from "../../../../datasets/synthetic/posts.ts";
import { siteOf, withoutNewest } from "../../../../datasets/synthetic/sites/site.ts";
import { directory, industry, scenario, someAccount, someCompany } from "../small.ts";

const sites = industry.companies.map((company) => siteOf(company, directory));

test("a site is the same whenever it is asked for", () => {
  for (const company of industry.companies.slice(0, 20)) {
    expect(siteOf(company, directory)).toEqual(siteOf(company, directory));
  }
});

test("a site shows all social accounts of its company, each once, and its feed apart", () => {
  for (const { company, own, former, feed } of sites) {
    const accounts = directory.accountsOf(company.companyId);
    const social = accounts.filter(({ platform, kind }) => platform !== "feed" && kind !== "secondary");
    const shown = own.map(({ accountId }) => accountId).slice(0, social.length);
    expect(shown).toEqual(social.map(({ accountId }) => accountId));
    expect(former !== null).toBe(company.slip === "old_page");
    expect(feed?.accountId).toBe(accounts.find(({ platform }) => platform === "feed")?.accountId);
  }
});

test("subsidiaries, and only they, show accounts of their parent", () => {
  for (const { company, parents } of sites) {
    if (!company.showsParent) expect(parents).toEqual([]);
    const accounts = directory.accountsOf(company.parentId ?? "").map(({ accountId }) => accountId);
    for (const { accountId } of parents) expect(accounts).toContain(accountId);
  }
  expect(sites.some(({ parents }) => parents.length > 0)).toBe(true);
});

test("the origin is https on the company's host, http where the site knows no TLS", () => {
  for (const { company, origin } of sites) {
    expect(origin).toBe(`${company.mishap === "plain_http" ? "http" : "https"}://${company.host}`);
  }
});

test("names carry the legal form of the country's language, labels say what an account is for", () => {
  const german = siteOf(
    someCompany(({ language }) => language === "de"),
    directory,
  );
  expect(german.name).toMatch(/ GmbH$/);
  const careers = someAccount(({ kind }) => kind === "careers");
  const owner = siteOf(
    someCompany(({ companyId }) => companyId === careers.companyId),
    directory,
  );
  expect(owner.own.find(({ accountId }) => accountId === careers.accountId)?.label).toContain(
    owner.words.labels.careers,
  );
});

test("partners are other companies of the industry, named by an account that is really theirs", () => {
  const withPartners = sites.filter(({ partners }) => partners.length > 0);
  expect(withPartners.length).toBeGreaterThan(10);
  for (const { company, partners } of withPartners) {
    for (const { accountId, name } of partners) {
      const owner = directory.company(directory.account(accountId)?.companyId ?? "");
      expect(owner?.companyId).not.toBe(company.companyId);
      expect(owner?.name).toBe(name);
    }
  }
});

test("every kind of noise occurs somewhere", () => {
  for (const trait of ["hasThemeDefaults", "hasEmbeds", "hasTeam", "hasLeftovers"] as const) {
    expect(
      sites.some((site) => site[trait]),
      trait,
    ).toBe(true);
  }
  expect(sites.some(({ agency }) => agency !== null)).toBe(true);
});

test("the newest own posts that a home page shows hold the instants at which they were made", () => {
  const shown = industry.companies.flatMap((company) => {
    const { latest, hasEmbeds } = siteOf(company, directory);
    expect(hasEmbeds || latest.length === 0).toBe(true);
    return latest.map((href) => ({ href, companyId: company.companyId }));
  });
  expect(shown.length).toBeGreaterThan(10);
  for (const { href, companyId } of shown) {
    const platform = href.includes("linkedin") ? "linkedin" : "x";
    const instant = instantOfPostId(platform, /(\d{15,20})/.exec(href)?.[1] ?? "");
    const newest = directory
      .accountsOf(companyId)
      .filter((account) => account.platform === platform)
      .map((account) => new Date(postsOf(account, scenario.seed)[0]?.at ?? 0).toISOString());
    expect(newest).toContain(instant);
  }
});

test("a slip puts one thing among the icons that is no account of the company's today", () => {
  for (const { company, own } of sites) {
    const accounts = directory.accountsOf(company.companyId).map(({ accountId }) => accountId);
    const strange = own
      .filter(({ accountId }) => !accounts.includes(accountId))
      .map(({ platform }) => platform);
    const wrong = { personal_profile: "linkedin", share_link: "facebook", closed_platform: "googleplus" };
    const expected = Object.entries(wrong).filter(([slip]) => slip === company.slip);
    expect(strange).toEqual(expected.map(([, platform]) => platform));
  }
});

test("the newest account is left out of a list that was written before it", () => {
  const own = sites.flatMap((site) => (site.company.slip === "stale_json_ld" ? [site.own] : []))[0] ?? [];
  expect(withoutNewest(own)).toHaveLength(own.length - 1);
  expect(withoutNewest([])).toEqual([]);
});
