import { expect, test } from "vitest";
import { drawSlips, formerAccounts, isShownFirst, slipIds } from "../../../datasets/synthetic/slips.ts";
import { directory, industry, scenario } from "./small.ts";

const slipped = industry.companies.filter(({ slip }) => slip !== null);

test("every slip occurs as often as the scenario says", () => {
  for (const slip of slipIds) {
    expect(slipped.filter((company) => company.slip === slip).length, slip).toBe(scenario.slips[slip]);
  }
});

test("slips happen on sound sites of companies with accounts, and where they can", () => {
  for (const { mishap, companyId, siteKind, slip } of slipped) {
    const accounts = directory.accountsOf(companyId);
    expect(mishap).toBe("none");
    expect(accounts.filter(isShownFirst).length).toBeGreaterThanOrEqual(2);
    if (slip === "stale_json_ld") expect(siteKind).toBe("wordpress");
    if (slip === "share_link") expect(accounts.some(({ platform }) => platform === "facebook")).toBe(false);
  }
});

test("a scenario without slips changes nothing else", () => {
  const without = drawSlips({ ...scenario, slips: {} }, industry.companies, industry.accounts);
  expect(without.map((company) => ({ ...company, slip: null }))).toEqual(without);
  expect(formerAccounts(scenario, without)).toEqual([]);
});

test("a former account is on X, beside the one in use, and long silent", () => {
  const former = formerAccounts(scenario, industry.companies);
  expect(former).toHaveLength(scenario.slips.old_page ?? 0);
  for (const { platform, companyId, accountId, endsAt } of former) {
    const current = directory
      .accountsOf(companyId)
      .find((each) => each.platform === "x" && isShownFirst(each));
    expect(platform).toBe("x");
    expect(current?.accountId).not.toBe(accountId);
    expect(Date.parse(scenario.now) - endsAt).toBeGreaterThan(365 * 86_400_000);
  }
});
