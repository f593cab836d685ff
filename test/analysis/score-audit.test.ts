import { expect, test } from "vitest";
import { type Reported, type ScoredTruth, scoreAudit } from "../../analysis/score-audit.ts";
import { benchmarkOf } from "./records.ts";

const own = (companyId: string, accountId: string, parts = {}) => ({
  ...{ companyId, accountId, own: "true" as const, kind: "primary" as const },
  ...{ declared: true, contested: false, reciprocal: null, ...parts },
});
const truth: ScoredTruth = {
  companies: [
    { companyId: "acme", outcome: "visited", siteKind: "wordpress" },
    { companyId: "beta", outcome: "dns_error", siteKind: "drupal" },
  ],
  ownerships: [
    own("acme", "x:acme"),
    own("acme", "x:acme_careers", { kind: "careers" }),
    own("acme", "x:hidden", { declared: false }),
    own("acme", "x:partner", { own: "false" }),
    own("acme", "x:parent", { own: "unknown", contested: true }),
  ],
  statuses: [
    { companyId: "acme", platforms: "x", thetaDays: 90, status: "active" },
    { companyId: "beta", platforms: "x", thetaDays: 90, status: "inactive" },
  ],
  fixList: [{ companyId: "acme", kind: "dead_account", platform: "x", accountId: "x:acme" }],
  benchmarks: [
    {
      ...{ metric: "share_inactive", statistic: "share", segment: "all", platforms: "x" },
      ...{ thetaDays: 90, windowDays: null, value: 0.5 },
    },
  ],
  accounts: [],
};
const silent: Reported = {
  ...{ ownerships: [], visits: null, statuses: null, cadences: null, benchmarks: null, fixList: null },
};
const claim = (accountId: string, kind: Reported["ownerships"][number]["kind"] = "primary") => ({
  ...{ companyId: "acme", accountId, own: "true" as const, kind },
});
const status = (companyId: string, said: "active" | "inactive" | "unknown") => ({
  ...{ companyId, platforms: "x", thetaDays: 90, status: said, sided: "two" as const },
  ...{ reason: null, accountIds: [] },
});

test("accounts that no page shows, and contested ones, count neither way; a partner's is wrong", () => {
  const said = ["x:acme", "x:hidden", "x:parent", "x:partner"].map((each) => claim(each));
  const { detection } = scoreAudit({ ...silent, ownerships: said }, truth);
  expect(detection.overall).toMatchObject({ found: 1, missed: 1, added: 1 });
  expect(detection.bySiteKind.map(({ group }) => group)).toEqual(["wordpress"]);
});

test("an account on the site of a company that has none is wrong, too", () => {
  const said = [{ ...claim("x:beta"), companyId: "beta" }];
  expect(scoreAudit({ ...silent, ownerships: said }, truth).detection.overall).toMatchObject({ added: 1 });
});

test("what a crawler says nothing of has no score, rather than a bad one", () => {
  const score = scoreAudit({ ...silent, ownerships: [claim("x:acme", null)] }, truth);
  expect(score).toMatchObject({ kinds: null, outcomes: null, statuses: null, rates: null, fixList: null });
});

test("kinds are compared on own accounts that were found", () => {
  const said = [claim("x:acme"), claim("x:acme_careers"), claim("x:partner", "careers")];
  expect(scoreAudit({ ...silent, ownerships: said }, truth).kinds).toEqual({
    right: 1,
    wrong: [{ truth: "careers", said: "primary", count: 1 }],
  });
});

test("the confusion of statuses keeps unknown apart, and unseen counted as zero is told", () => {
  const score = scoreAudit(
    { ...silent, statuses: [status("acme", "inactive"), status("beta", "unknown")] },
    truth,
  );
  expect(score.statuses).toEqual([
    {
      ...{ platforms: "x", thetaDays: 90 },
      active: { active: 0, inactive: 1, unknown: 0 },
      inactive: { active: 0, inactive: 0, unknown: 1 },
    },
  ]);
  expect(score.falselyInactive).toBe(1);
});

test("a benchmark's error is measured by its own interval, its bounds by whether they hold the truth", () => {
  const published = benchmarkOf({
    ...{ estimate: 0.4, ciLo: 0.3, ciHi: 0.45, boundLo: 0.2, boundHi: 0.45, platforms: "x" },
  });
  const { benchmarks } = scoreAudit({ ...silent, benchmarks: [published] }, truth);
  expect(benchmarks).toMatchObject({ estimated: 1, inInterval: 0, bounded: 1, inBounds: 0 });
  expect(benchmarks?.medianError).toBeCloseTo(0.1 / 0.075, 9);
  expect(benchmarks?.outside).toHaveLength(1);
});

test("the fix list has precision and recall", () => {
  const wrong = { companyId: "acme", kind: "old_handle" as const, platform: "x", accountId: "x:acme" };
  const score = scoreAudit({ ...silent, fixList: [...truth.fixList, wrong] }, truth);
  expect(score.fixList).toMatchObject({ found: 1, wrong: 1, precision: 0.5, recall: 1 });
});
