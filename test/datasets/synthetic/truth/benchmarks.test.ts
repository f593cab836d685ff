import { expect, test } from "vitest";
import { trueAccounts } from "../../../../datasets/synthetic/truth/accounts.ts";
import { trueBenchmarks } from "../../../../datasets/synthetic/truth/benchmarks.ts";
import { trueCompanies } from "../../../../datasets/synthetic/truth/companies.ts";
import { counts, trueStatuses } from "../../../../datasets/synthetic/truth/statuses.ts";
import { industry } from "../small.ts";

const companies = trueCompanies(industry);
const accounts = trueAccounts(industry);
const statuses = trueStatuses(industry, accounts);
const benchmarks = trueBenchmarks(industry, { companies, accounts, statuses });
const eligible = companies.filter((company) => company.eligible);
const value = (
  metric: string,
  statistic: string,
  about: { platforms?: string; segment?: string; thetaDays?: number } = {},
  rows = benchmarks,
) => {
  const { platforms = "all", segment = "all", thetaDays = null } = about;
  const found = rows.filter(
    (row) =>
      row.metric === metric &&
      row.statistic === statistic &&
      row.platforms === platforms &&
      row.segment === segment &&
      row.thetaDays === thetaDays,
  );
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0]?.value;
};

test("presence counts companies, not accounts", () => {
  const owners = new Set(
    accounts
      .filter(({ platform, kind }) => platform === "linkedin" && kind !== "careers")
      .map(({ companyId }) => companyId),
  );
  const present = eligible.filter(({ companyId }) => owners.has(companyId));
  expect(value("presence", "share", { platforms: "linkedin" })).toBe(present.length / eligible.length);
});

test("shares inactive count all eligible companies, those without an account among them", () => {
  const inactive = statuses.filter(
    (row) => row.platforms === "bluesky" && row.thetaDays === 90 && row.status === "inactive",
  );
  expect(value("share_inactive", "share", { platforms: "bluesky", thetaDays: 90 })).toBe(
    inactive.length / eligible.length,
  );
});

test("the segments' shares add up to the industry's", () => {
  const about = { platforms: "x", thetaDays: 90 };
  const sum = ["cro", "pharma"].reduce((total, segment) => {
    const peers = eligible.filter((company) => company.segment === segment).length;
    return total + peers * (value("share_inactive", "share", { ...about, segment }) ?? 0);
  }, 0);
  expect(sum / eligible.length).toBeCloseTo(value("share_inactive", "share", about) ?? 0, 12);
});

test("the rungs of the ladder add up to one", () => {
  const rungs = ["active", "slowing", "quiet", "dormant", "abandoned", "empty", "gone"];
  for (const platforms of ["bluesky", "mastodon", "x"]) {
    const sum = rungs.reduce(
      (total, rung) => total + (value("activity_ladder", rung, { platforms }) ?? 0),
      0,
    );
    expect(sum).toBeCloseTo(1, 12);
  }
});

test("the five rates by hand: three accounts with 0, 9 and 90 posts in 90 days, and one that is gone", () => {
  const [company] = eligible;
  const [account] = accounts;
  if (!company || !account) throw new Error("an industry has a company and an account");
  const made = [0, 9, 90, 900].map((posts, at) => ({
    ...account,
    ...{ companyId: company.companyId, platform: "x", kind: "primary" as const, posts },
    activity: at === 3 ? ("gone" as const) : ("active" as const),
  }));
  const rows = trueBenchmarks(industry, { companies, accounts: made, statuses });
  const rate = (statistic: string) => value("posts_per_day", statistic, { platforms: "x" }, rows);
  expect(rate("pooled")).toBeCloseTo(1.1 / 3, 12);
  expect(rate("mean_of_rates")).toBeCloseTo(1.1 / 3, 12);
  expect(rate("median_all")).toBeCloseTo(0.1, 12);
  expect(rate("median_active")).toBeCloseTo(0.55, 12);
  expect(rate("mean_active")).toBeCloseTo(0.55, 12);
});

test("accounts for applicants are no part of any number", () => {
  const without = trueBenchmarks(industry, { companies, accounts: accounts.filter(counts), statuses });
  expect(without).toEqual(benchmarks);
});

test("a platform without accounts has no rate, and its rows are left out instead of being 0", () => {
  const rows = trueBenchmarks(industry, { companies, accounts: [], statuses });
  expect(value("posts_per_day", "median_all", { platforms: "x" }, rows)).toBeUndefined();
  expect(value("presence", "share", { platforms: "x" }, rows)).toBe(0);
});

test("coverage is the share of eligible companies whose site can be read completely", () => {
  const visited = eligible.filter(({ outcome }) => outcome === "visited").length;
  expect(value("coverage", "visited")).toBe(visited / eligible.length);
});
