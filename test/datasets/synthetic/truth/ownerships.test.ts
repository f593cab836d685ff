import { expect, test } from "vitest";
import { pathsOf, renderPage } from "../../../../datasets/synthetic/sites/page.ts";
import { siteOf } from "../../../../datasets/synthetic/sites/site.ts";
import { trueOwnerships } from "../../../../datasets/synthetic/truth/ownerships.ts";
import { directory, industry, scenario, someCompany } from "../small.ts";

const ownerships = trueOwnerships(industry);
const of = (companyId: string) => ownerships.filter((ownership) => ownership.companyId === companyId);

test("every account has an owner, and only one", () => {
  const own = ownerships.filter((ownership) => ownership.own === "true").map(({ accountId }) => accountId);
  const closed = own.filter((accountId) => accountId.startsWith("googleplus:"));
  expect(closed).toHaveLength(scenario.slips.closed_platform ?? 0);
  expect(own.filter((accountId) => !closed.includes(accountId)).toSorted()).toEqual(
    industry.accounts.map(({ accountId }) => accountId).toSorted(),
  );
});

test("no pair of company and account occurs twice", () => {
  const pairs = ownerships.map(({ companyId, accountId }) => `${companyId} ${accountId}`);
  expect(new Set(pairs).size).toBe(pairs.length);
});

test("what is declared on a sound site is really in its pages", () => {
  for (const company of industry.companies.filter(({ mishap }) => mishap === "none")) {
    const site = siteOf(company, directory);
    const pages = pathsOf(site, scenario.seed).map((path) => renderPage(site, path, scenario.seed) ?? "");
    const text = pages.join("\n").replaceAll("\\/", "/").toLowerCase();
    for (const { accountId, declared } of of(company.companyId)) {
      const name = accountId
        .slice(accountId.indexOf(":") + 1)
        .replace(/^@|@.*$/g, "")
        .replace(/^channel\//, "");
      expect(text.includes(name.toLowerCase()), `${company.siteKind} ${accountId}`).toBe(declared);
    }
  }
});

test("nothing that a dead or closed site would say is declared", () => {
  for (const mishap of ["gone", "robots_all", "dns_failure", "no_website", "challenge"]) {
    const { companyId } = someCompany((company) => company.mishap === mishap);
    expect(of(companyId).some(({ declared }) => declared)).toBe(false);
  }
});

test("a parent's account on its subsidiary's site is not the subsidiary's", () => {
  const child = someCompany(({ showsParent }) => showsParent);
  const parents = new Set(directory.accountsOf(child.parentId ?? "").map(({ accountId }) => accountId));
  const shown = of(child.companyId).filter(({ accountId }) => parents.has(accountId));
  expect(shown.length).toBeGreaterThan(0);
  for (const { own, contested } of shown) expect([own, contested]).toEqual(["false", false]);
});

test("where the parent's site stands for the company's, whose accounts those are is contested", () => {
  const { companyId } = someCompany(({ mishap }) => mishap === "to_parent");
  const shown = of(companyId).filter(({ own }) => own !== "true");
  expect(shown.length).toBeGreaterThan(0);
  for (const { own, contested } of shown) expect([own, contested]).toEqual(["unknown", true]);
});

test("a stranger's accounts on a lost domain are unknown to be anybody's", () => {
  const { companyId } = someCompany(({ mishap }) => mishap === "to_stranger");
  const shown = of(companyId).filter(({ own }) => own !== "true");
  expect(shown.map(({ accountId, own }) => [accountId, own])).toEqual([
    ["facebook:luckycasinoguide", "unknown"],
    ["x:luckycasinogd", "unknown"],
  ]);
});

test("partners', agencies' and theme makers' accounts are somebody else's", () => {
  const others = ownerships
    .filter((ownership) => ownership.own === "false")
    .map(({ accountId }) => accountId);
  expect(others).toContain("x:envato");
  expect(others.some((id) => id.includes("brightwick") || id.includes("pixelhafen"))).toBe(true);
  const companies = new Set(industry.accounts.map(({ accountId }) => accountId));
  expect(others.some((id) => companies.has(id))).toBe(true);
});

test("people are not listed", () => {
  expect(ownerships.filter(({ accountId }) => accountId.startsWith("linkedin:in/"))).toEqual([]);
});

test("whether a profile links back is true or false only where anybody may see it", () => {
  const shown = ownerships.filter(({ reciprocal }) => reciprocal !== null);
  expect(new Set(shown.map(({ reciprocal }) => reciprocal))).toEqual(new Set([true, false]));
  expect(new Set(shown.map(({ accountId }) => accountId.split(":")[0]))).toEqual(
    new Set(["bluesky", "mastodon", "feed"]),
  );
});
