import { expect, test } from "vitest";
import { companyRate } from "../../analysis/company-rates.ts";
import { cadence, company, findings, lastPosted, ownership, settings, site } from "./records.ts";

const rated = (accountId: string, postsPerDay: number) => ({
  ...lastPosted(accountId, 1),
  ...{ estimator: "complete_window" as const, postsPerDay, low: postsPerDay / 2, high: postsPerDay * 2 },
});
const x = { label: "x", platformIds: ["x"], isReadable: true, apart: [] };

function rateOf(more: Parameters<typeof findings>[0]) {
  const [unit] = findings({ companies: [company("acme")], ...more }).units;
  if (!unit) throw new Error("no unit");
  return companyRate(unit, x, settings.kinds);
}

test("a company's rate is the sum over its accounts, its interval the sum of their limits", () => {
  const found = rateOf({
    ownerships: [ownership("acme", "x:a"), ownership("acme", "x:b")],
    cadences: [rated("x:a", 1), rated("x:b", 0.5)],
  });
  expect(found).toEqual({ postsPerDay: 1.5, interval: [0.75, 3], reason: null });
});

test("one account that could not be read leaves the sum unknown, not smaller", () => {
  const found = rateOf({
    ownerships: [ownership("acme", "x:a"), ownership("acme", "x:b")],
    cadences: [rated("x:a", 1)],
  });
  expect(found).toEqual({ postsPerDay: null, interval: null, reason: "account_unobservable" });
});

test("no account is no rate of zero, and an unread site not even that", () => {
  expect(rateOf({}).reason).toBe("no_account");
  expect(rateOf({ sites: [site("acme", { outcome: "blocked" })] }).reason).toBe("site_not_complete");
});

test("lifetime rates are not added to recent ones", () => {
  const found = rateOf({
    ownerships: [ownership("acme", "x:a")],
    cadences: [{ ...rated("x:a", 1), estimator: "lifetime" }],
  });
  expect(found.reason).toBe("account_unobservable");
});

test("an account that is gone posts nothing, and a careers account does not count", () => {
  const found = rateOf({
    ownerships: [
      ownership("acme", "x:a"),
      ownership("acme", "x:gone"),
      ownership("acme", "x:jobs", { kind: "careers" }),
    ],
    cadences: [rated("x:a", 1), cadence("x:gone", { activity: "gone", sided: "two" }), rated("x:jobs", 9)],
  });
  expect(found.postsPerDay).toBe(1);
});
