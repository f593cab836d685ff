import { expect, test } from "vitest";
import { trueAccounts } from "../../../../datasets/synthetic/truth/accounts.ts";
import { isEligible } from "../../../../datasets/synthetic/truth/companies.ts";
import {
  counts,
  platformSets,
  socialPlatforms,
  trueStatuses,
} from "../../../../datasets/synthetic/truth/statuses.ts";
import { industry, someCompany } from "../small.ts";

const accounts = trueAccounts(industry);
const statuses = trueStatuses(industry, accounts);
const statusOf = (companyId: string, platforms: string, thetaDays: number, rows = statuses) =>
  rows.find(
    (row) => row.companyId === companyId && row.platforms === platforms && row.thetaDays === thetaDays,
  )?.status;

test("every eligible company has a status on every set of platforms and threshold, the others have none", () => {
  const eligible = industry.companies.filter(isEligible).length;
  expect(statuses).toHaveLength(eligible * platformSets.length * 4);
  expect(
    statusOf(someCompany(({ mishap }) => mishap === "not_eligible").companyId, "any", 90),
  ).toBeUndefined();
});

test("a company is active where its account posted within the threshold", () => {
  for (const { companyId, platform, activity } of accounts.filter(
    ({ kind, platform }) => kind === "primary" && platform === "bluesky",
  )) {
    if (statusOf(companyId, platform, 90) === undefined) continue;
    expect(statusOf(companyId, platform, 30)).toBe(activity === "active" ? "active" : "inactive");
    expect(statusOf(companyId, platform, 90)).toBe(
      ["active", "slowing"].includes(activity) ? "active" : "inactive",
    );
    expect(statusOf(companyId, platform, 365)).toBe(
      ["active", "slowing", "quiet", "dormant"].includes(activity) ? "active" : "inactive",
    );
  }
});

test("active at a threshold means active at every longer one", () => {
  for (const { companyId } of industry.companies.filter(isEligible)) {
    const ladder = [30, 90, 180, 365].map((theta) => statusOf(companyId, "any", theta));
    expect(ladder.join(" ")).toMatch(/^(inactive ?)*(active ?)*$/);
  }
});

test("any means any social platform: the feed of a site does not count", () => {
  expect(socialPlatforms).not.toContain("feed");
  for (const { companyId } of industry.companies.filter(isEligible)) {
    const some = socialPlatforms.some((platform) => statusOf(companyId, platform, 90) === "active");
    expect(statusOf(companyId, "any", 90)).toBe(some ? "active" : "inactive");
  }
});

test("a company without any account is inactive, one with a dead site is what its accounts are", () => {
  expect(statusOf(someCompany(({ isAbsent }) => isAbsent).companyId, "any", 365)).toBe("inactive");
  const dead = industry.companies.filter(({ mishap }) =>
    ["gone", "refused", "server_error", "parked"].includes(mishap),
  );
  expect(dead.some(({ companyId }) => statusOf(companyId, "any", 90) === "active")).toBe(true);
});

test("accounts for applicants do not make a company active, accounts that are gone neither", () => {
  const [first] = accounts.filter(
    ({ activity, companyId }) => activity === "active" && statusOf(companyId, "any", 30) !== undefined,
  );
  if (!first) throw new Error("no active account");
  const alone = (changes: object) => trueStatuses(industry, [{ ...first, ...changes }]);
  expect(statusOf(first.companyId, "any", 30, alone({}))).toBe("active");
  expect(statusOf(first.companyId, "any", 30, alone({ kind: "careers" }))).toBe("inactive");
  expect(statusOf(first.companyId, "any", 30, alone({ activity: "gone" }))).toBe("inactive");
  expect(counts({ ...first, kind: "regional" })).toBe(true);
});
