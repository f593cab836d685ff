import { expect, test } from "vitest";
import { isActive, postAge, rungOf, statusOver } from "../../analysis/activity.ts";

test("a rung ends at its threshold, which still belongs to it", () => {
  const ages = [0, 30, 30.0001, 90, 90.0001, 180, 181, 365, 365.0001];
  expect(ages.map((age) => rungOf(age))).toEqual([
    ...["active", "active", "slowing", "slowing"],
    ...["quiet", "quiet", "dormant", "dormant", "abandoned"],
  ]);
  expect(rungOf(8, [7, 14, 21, 28])).toBe("slowing");
});

test("the age of a post is real-valued and follows offsets and leap days", () => {
  expect(postAge("2024-02-29T12:00:00+09:00", "2026-08-31T00:00:00Z")).toBe(913.875);
  expect(postAge("2026-08-30T12:00:00Z", "2026-08-31T00:00:00Z")).toBe(0.5);
});

test("a post up to five minutes in the future is clock skew, a later one an error", () => {
  expect(postAge("2026-08-31T00:05:00Z", "2026-08-31T00:00:00Z")).toBe(0);
  expect(postAge("2026-08-31T00:05:01Z", "2026-08-31T00:00:00Z")).toBeNull();
  expect(postAge("yesterday", "2026-08-31T00:00:00Z")).toBeNull();
});

const known = (ageDays: number) => ({ activity: rungOf(ageDays), ageDays, silentDays: ageDays });

test("a post exactly as old as the threshold is within it", () => {
  expect([90, 89.9, 90.1].map((age) => isActive(known(age), 90))).toEqual([true, true, false]);
});

test("unseen is never inactive", () => {
  const unseen = { activity: "unobservable", ageDays: null, silentDays: null } as const;
  expect(isActive(unseen, 90)).toBeNull();
  expect(isActive({ activity: "unobservable", ageDays: 400, silentDays: null }, 90)).toBeNull();
  expect(isActive({ activity: "unobservable", ageDays: 80, silentDays: null }, 90)).toBe(true);
});

test("empty and gone accounts are not active at any threshold", () => {
  expect(isActive({ activity: "empty", ageDays: null, silentDays: null }, 730)).toBe(false);
  expect(isActive({ activity: "gone", ageDays: 1, silentDays: null }, 30)).toBe(false);
});

test("a window without a post proves silence as far as it reaches", () => {
  const silent = { activity: "unobservable", ageDays: null, silentDays: 90 } as const;
  expect([30, 90, 91].map((theta) => isActive(silent, theta))).toEqual([false, false, null]);
});

test.each([
  [[false, null, false], true, "unknown", "account_unobservable"],
  [[null, true], false, "active", null],
  [[], true, "inactive", "no_account_found"],
  [[], false, "unknown", "site_not_complete"],
  [[false, false], true, "inactive", "all_inactive"],
  [[false], false, "unknown", "site_not_complete"],
] as const)("accounts %j on a site completely read: %s give %s", (accounts, isComplete, status, reason) => {
  expect(statusOver(accounts, isComplete)).toEqual({ status, reason });
});
