import { expect, test } from "vitest";
import { fixKinds } from "../../../../datasets/mending.ts";
import { pathsOf, renderPage } from "../../../../datasets/synthetic/sites/page.ts";
import { siteOf } from "../../../../datasets/synthetic/sites/site.ts";
import { trueAccounts } from "../../../../datasets/synthetic/truth/accounts.ts";
import { trueFixes } from "../../../../datasets/synthetic/truth/fix-list.ts";
import { trueOwnerships } from "../../../../datasets/synthetic/truth/ownerships.ts";
import { directory, industry, scenario } from "../small.ts";

const fixes = trueFixes(industry, {
  accounts: trueAccounts(industry),
  ownerships: trueOwnerships(industry),
});
const pagesOf = (companyId: string) => {
  const company = directory.company(companyId);
  if (company === undefined) return "";
  const site = siteOf(company, directory);
  const pages = pathsOf(site, scenario.seed).map((path) => renderPage(site, path, scenario.seed) ?? "");
  return pages.join("\n").replaceAll("\\/", "/").toLowerCase();
};

test("every kind of problem occurs", () => {
  expect(new Set(fixes.map(({ kind }) => kind))).toEqual(new Set(fixKinds));
});

test("no problem is listed twice", () => {
  expect(new Set(fixes.map((fix) => JSON.stringify(fix))).size).toBe(fixes.length);
});

test("what is wrong stands in the company's pages", () => {
  for (const { companyId, accountId } of fixes) {
    const name = accountId?.slice(accountId.indexOf(":") + 1).replace(/^@|@.*$/g, "");
    if (name)
      expect(pagesOf(companyId), accountId ?? "").toContain(name.replace(/^channel\//, "").toLowerCase());
  }
});

test("the marks of each nameless problem stand there too", () => {
  const marks: Record<string, string> = {
    personal_profile: "linkedin.com/in/",
    share_link_as_profile: "sharer.php",
    empty_platform_link: "icon-empty",
  };
  for (const { companyId, kind, accountId } of fixes) {
    if (accountId === null) expect(pagesOf(companyId), kind).toContain(marks[kind]);
  }
});

test("sites that cannot be read have nothing to mend that anybody could know of", () => {
  const unread = industry.companies.filter(({ mishap }) =>
    ["gone", "robots_all", "to_stranger"].includes(mishap),
  );
  for (const { companyId } of unread) expect(fixes.some((fix) => fix.companyId === companyId)).toBe(false);
});
