import { expect, test } from "vitest";
import { dayMs } from "../../../datasets/durations.ts";
import { drawAccounts } from "../../../datasets/synthetic/accounts.ts";
import { platformIds, type Scenario } from "../../../datasets/synthetic/scenario.ts";
import { industry, scenario } from "./small.ts";

const { companies, accounts } = industry;
const now = Date.parse(scenario.now);
const on = (platform: string) => accounts.filter((account) => account.platform === platform);
const drawn = (changes: Partial<Scenario>) => drawAccounts({ ...scenario, ...changes }, companies);

test("no two accounts have the same id, not even in a large industry", () => {
  expect(new Set(accounts.map(({ accountId }) => accountId)).size).toBe(accounts.length);
});

test.each(platformIds.filter((platform) => platform !== "feed"))(
  "presence on %s is what the scenario asks for",
  (platform) => {
    for (const segment of ["cro", "pharma"]) {
      const peers = companies.filter((company) => company.segment === segment);
      const owners = new Set(on(platform).map(({ companyId }) => companyId));
      const share = scenario.presence[platform]?.[segment] ?? 0;
      expect(peers.filter(({ companyId }) => owners.has(companyId)).length).toBe(
        Math.round(share * peers.length),
      );
    }
  },
);

test("what posts are like can differ by platform", () => {
  const kinds = { original: 1, reply: 0, self_reply: 0, repost: 0, quote: 0 };
  const habits = { kinds, links: 0, media: 1 };
  const posting = drawn({ habitsOn: { youtube: habits } });
  for (const { platform, habits: own } of posting)
    expect(own).toEqual(platform === "youtube" ? habits : scenario.habits);
});

test("companies that are absent have no account anywhere", () => {
  const absent = new Set(companies.filter(({ isAbsent }) => isAbsent).map(({ companyId }) => companyId));
  expect(accounts.filter(({ companyId }) => absent.has(companyId))).toEqual([]);
});

test("each company has at most one primary account on a platform", () => {
  const primary = accounts
    .filter(({ kind }) => kind === "primary")
    .map(({ companyId, platform }) => `${companyId} ${platform}`);
  expect(new Set(primary).size).toBe(primary.length);
});

test("accounts for applicants and for other countries stand beside a primary one", () => {
  const sisters = drawAccounts(scenario, industry.companies).filter(({ kind }) => kind !== "primary");
  expect(new Set(sisters.map(({ kind }) => kind))).toEqual(new Set(["careers", "regional"]));
  for (const { companyId, platform } of sisters) {
    expect(
      on(platform).some((account) => account.companyId === companyId && account.kind === "primary"),
    ).toBe(true);
  }
});

test("every way to post occurs on both open platforms", () => {
  for (const platform of ["bluesky", "mastodon"]) {
    const processes = new Set(on(platform).map(({ process }) => process));
    expect([...processes].sort()).toEqual(["bursty", "busy", "dormant", "empty", "gone_quiet", "steady"]);
  }
});

test("accounts that nobody may see occur where accounts are read at all", () => {
  const hidden = accounts.filter(({ access }) => access !== "open");
  expect(new Set(hidden.map(({ platform }) => platform))).toEqual(
    new Set(["bluesky", "instagram", "mastodon", "x", "youtube"]),
  );
  expect(new Set(hidden.map(({ access }) => access))).toEqual(
    new Set(["opted_out", "suspended", "missing", "moved"]),
  );
});

test("Mastodon accounts live on the scenario's servers", () => {
  const hosts = new Set(scenario.instances.map(({ host }) => host));
  for (const { account } of on("mastodon")) expect(hosts).toContain(account.split("@")[1]);
});

test("lives begin before they end, and none outlasts the industry's now", () => {
  for (const { createdAt, endsAt } of accounts) {
    expect(createdAt).toBeLessThan(endsAt);
    expect(endsAt).toBeLessThanOrEqual(now);
  }
});

test("dormant accounts have been silent for more than a year, empty ones never spoke", () => {
  for (const { process, endsAt, ratePerDay } of accounts) {
    if (process === "dormant") expect((now - endsAt) / dayMs).toBeGreaterThan(399);
    if (process === "empty") expect(ratePerDay).toBe(0);
    if (process === "steady") expect(endsAt).toBe(now);
  }
});

test("busy accounts post at several times the platform's median", () => {
  for (const { process, platform, ratePerDay } of accounts) {
    if (process === "busy") expect(ratePerDay / (scenario.rates[platform] ?? 0)).toBeGreaterThanOrEqual(8);
  }
});

test("accounts come company by company", () => {
  const owners = accounts.map(({ companyId }) => companyId);
  expect(owners).toEqual(owners.toSorted());
});

test("what one platform is given changes nothing on the others", () => {
  const without = drawn({ presence: { ...scenario.presence, bluesky: {} } });
  expect(without.filter(({ platform }) => platform === "bluesky")).toEqual([]);
  expect(without.filter(({ platform }) => platform === "mastodon")).toEqual(on("mastodon"));
});

test("without sisters and without spread, accounts are primary and steady ones have the median rate", () => {
  const plain = drawn({ sisterShare: 0, rateSpread: 0, processes: { steady: 1 } });
  expect(new Set(plain.map(({ kind }) => kind))).toEqual(new Set(["primary"]));
  for (const { platform, ratePerDay } of plain) expect(ratePerDay).toBe(scenario.rates[platform]);
});
