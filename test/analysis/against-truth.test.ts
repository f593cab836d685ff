import { expect, test } from "vitest";
import {
  compareBenchmarks,
  compareFixes,
  compareOutcomes,
  compareOwnerships,
  compareReciprocal,
  falselyInactive,
  type KnownTruth,
} from "../../analysis/against-truth.ts";
import type { Benchmark, CompanyStatus, Ownership } from "../../datasets/schema.ts";
import { benchmarkOf as benchmark } from "./records.ts";

const truth: KnownTruth = {
  companies: [
    { companyId: "acme", outcome: "visited" },
    { companyId: "beta", outcome: "dns_error" },
  ],
  ownerships: [
    {
      companyId: "acme",
      accountId: "x:acme",
      own: "true",
      declared: true,
      contested: false,
      reciprocal: null,
    },
    {
      companyId: "acme",
      accountId: "x:agency",
      own: "false",
      declared: true,
      contested: false,
      reciprocal: null,
    },
    {
      companyId: "acme",
      accountId: "x:founder",
      own: "false",
      declared: true,
      contested: true,
      reciprocal: null,
    },
    {
      companyId: "acme",
      accountId: "x:hidden",
      own: "true",
      declared: false,
      contested: false,
      reciprocal: null,
    },
    {
      companyId: "beta",
      accountId: "x:beta",
      own: "true",
      declared: false,
      contested: false,
      reciprocal: null,
    },
  ],
  fixList: [
    { companyId: "acme", kind: "dead_account", platform: "x", accountId: "x:acme" },
    { companyId: "acme", kind: "empty_platform_link", platform: "pinterest", accountId: null },
  ],
  statuses: [{ companyId: "acme", platforms: "x", thetaDays: 90, status: "active" }],
  benchmarks: [
    {
      metric: "share_inactive",
      statistic: "share",
      segment: "all",
      platforms: "x",
      thetaDays: 90,
      windowDays: null,
      value: 0.4,
    },
  ],
};

const isCovered = (said: Partial<Benchmark>) => compareBenchmarks([benchmark(said)], truth)[0]?.isCovered;

test("with unknown units the truth has to lie in the bounds, without any in the interval", () => {
  expect(isCovered({ nUnknown: 4 })).toBe(true);
  expect(isCovered({ nUnknown: 4, boundLo: 0.41 })).toBe(false);
  expect(isCovered({ nUnknown: 0 })).toBe(false);
  expect(isCovered({ nUnknown: 0, ciLo: 0.4 })).toBe(true);
});

test("a figure without interval and bounds is judged neither way", () => {
  expect(isCovered({ estimate: null, ciLo: null, ciHi: null, boundLo: null, boundHi: null })).toBeNull();
});

test("figures of another threshold or size band are not compared with it", () => {
  expect(compareBenchmarks([benchmark({ thetaDays: 30 }), benchmark({ sizeBand: "small" })], truth)).toEqual(
    [],
  );
});

const owned = (companyId: string, accountId: string, own: Ownership["own"] = "true"): Ownership => ({
  companyId,
  accountId,
  own,
  kind: "primary",
  confidence: 1,
  reasons: [],
  claimIds: [],
  reciprocal: null,
  corrected: null,
});

test("what no polite crawler could find is not missed, and contested accounts count neither way", () => {
  expect(compareOwnerships([owned("acme", "x:acme"), owned("acme", "x:founder")], truth)).toEqual({
    found: 1,
    missed: 0,
    wrong: 0,
  });
  expect(compareOwnerships([owned("acme", "x:hidden")], truth)).toEqual({ found: 0, missed: 1, wrong: 0 });
});

test("an account of somebody else, or of another company, is wrong", () => {
  const wrong = [owned("acme", "x:agency"), owned("beta", "x:acme"), owned("acme", "x:acme", "false")];
  expect(compareOwnerships(wrong, truth)).toEqual({ found: 0, missed: 1, wrong: 2 });
});

test("outcomes that are told otherwise are named", () => {
  const visits = [
    { companyId: "acme", outcome: "visited" },
    { companyId: "beta", outcome: "timeout" },
  ] as const;
  expect(compareOutcomes(visits, truth)).toEqual({ right: 1, wrong: ["beta: timeout, is dns_error"] });
});

test("an active company that is called inactive is caught; one called unknown is honest", () => {
  const status = (said: CompanyStatus["status"]): CompanyStatus => ({
    companyId: "acme",
    platforms: "x",
    thetaDays: 90,
    status: said,
    sided: "two",
    reason: null,
    accountIds: [],
  });
  expect(falselyInactive([status("inactive")], truth)).toHaveLength(1);
  expect(falselyInactive([status("unknown"), status("active")], truth)).toEqual([]);
});

test("whether a profile links back is judged for own accounts alone, an unseen profile included", () => {
  const own = { kind: "primary", confidence: 1, reasons: [], claimIds: [], corrected: null } as const;
  const said = [
    { ...own, companyId: "acme", accountId: "x:acme", own: "true", reciprocal: null },
    { ...own, companyId: "beta", accountId: "x:beta", own: "true", reciprocal: false },
    { ...own, companyId: "acme", accountId: "x:agency", own: "false", reciprocal: true },
  ] as const;
  const ownerships = said.map((each) => ({ ...each, reasons: [], claimIds: [] }));
  expect(compareReciprocal(ownerships, truth)).toEqual({ right: 1, wrong: ["beta x:beta"] });
});

test("a problem is found when company, kind, platform and account agree", () => {
  const said = [
    { companyId: "acme", kind: "dead_account", platform: "x", accountId: "x:acme" },
    { companyId: "beta", kind: "dead_account", platform: "x", accountId: "x:beta" },
  ] as const;
  expect(compareFixes(said, truth)).toEqual({
    found: 1,
    missed: 1,
    wrong: 1,
    kinds: 2,
    errors: ["missed: acme empty_platform_link pinterest ", "wrong: beta dead_account x x:beta"],
  });
});
