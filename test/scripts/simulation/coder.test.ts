import { expect, test } from "vitest";
import { randomOf } from "../../../analysis/estimates/permutation.ts";
import type { ReadingRow } from "../../../datasets/hand-records.ts";
import type { TrueAccount } from "../../../datasets/synthetic/truth/tables.ts";
import { fillRow } from "../../../scripts/simulation/coder.ts";

const now = "2026-09-30T12:00:00.000Z";
const at = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const account = (id: string, lastPostAt: string | null, more: Partial<TrueAccount> = {}): TrueAccount => ({
  ...{
    accountId: `linkedin:${id}`,
    companyId: "acme",
    platform: "linkedin",
    kind: "primary",
    url: "https://e.example",
  },
  ...{
    status: null,
    process: "steady",
    poisson: false,
    ratePerDay: 1,
    expectedPosts: 1,
    posts: 1,
    lastPostAt,
    activity: "active",
  },
  ...more,
});
const row = (accountId: string): ReadingRow => ({
  ...{ companyId: "acme", company: "Acme", account: accountId, url: null, instruction: "Open it" },
  ...{ checkedAt: null, canSee: null, lastPostText: null, postsCounted: null },
  ...{ windowFrom: null, windowTo: null, followers: null, coder: null, note: null },
});
const known = [
  account("a", at(3)),
  account("b", at(75)),
  account("c", null),
  account("d", at(400), { activity: "gone" }),
  account("e", at(120)),
];
const fill = (id: string, errorRate = 0) =>
  fillRow(row(id), {
    accounts: new Map(known.map((each) => [each.accountId, each])),
    ...{ name: "A", now, errorRate, random: randomOf(1) },
  });

test("a coder copies labels, and looks up the date where a label would not do", () => {
  expect(fill("linkedin:a")).toMatchObject({ canSee: "yes", lastPostText: "3d", coder: "A", checkedAt: now });
  expect(fill("linkedin:b").lastPostText).toBe(at(75));
  expect(fill("linkedin:c").lastPostText).toBe("none");
  expect(fill("linkedin:d").canSee).toBe("gone");
  expect(fill("linkedin:e").lastPostText).toBe("3mo");
});

test("a look at the whole site is at the newest of all accounts", () => {
  expect(fill("site").lastPostText).toBe("3d");
});

test("a coder who errs takes the living for silent and the silent for living", () => {
  expect(fill("linkedin:a", 1).lastPostText).toBe("1yr");
  expect(fill("linkedin:e", 1).lastPostText).toBe("2d");
});
