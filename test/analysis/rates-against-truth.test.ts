import { expect, test } from "vitest";
import { compareRates, type TrueRate } from "../../analysis/rates-against-truth.ts";
import type { Cadence } from "../../datasets/schema.ts";
import { cadence } from "./records.ts";

const said = (accountId: string, parts: Partial<Cadence> = {}): Cadence =>
  cadence(accountId, {
    ...{ estimator: "complete_window", exposureDays: 90, countExact: true, ciMethod: "garwood" },
    ...{ postsPerDay: 1, low: 0.8, high: 1.2, ...parts },
  });
const real = (accountId: string, parts: Partial<TrueRate> = {}): TrueRate => ({
  ...{ accountId, ratePerDay: 1, expectedPosts: 90, posts: 90, poisson: true },
  ...parts,
});

test("a rate is compared with the posts really written, an interval with the mean of the process", () => {
  const score = compareRates(
    [said("x:a"), said("x:b", { postsPerDay: 0.5, low: 0.3, high: 0.7 })],
    [real("x:a"), real("x:b", { posts: 54 })],
  );
  expect(score).toMatchObject({ accounts: 2, exact: 1, poisson: { accounts: 2, covering: 1, share: 0.5 } });
  expect(score.greatestError).toBeCloseTo(0.1, 9);
});

test("lifetime rates, accounts without a rate and unknown accounts are left out", () => {
  const none = { estimator: "none", postsPerDay: null, low: null, high: null } as const;
  const score = compareRates(
    [said("x:a", { estimator: "lifetime" }), said("x:b", none), said("x:stranger")],
    [real("x:a"), real("x:b")],
  );
  expect(score).toMatchObject({ accounts: 0, medianError: null, poisson: { accounts: 0, share: null } });
});

test("accounts nothing is expected of lend no interval a cheap success", () => {
  const score = compareRates(
    [said("x:a", { postsPerDay: 0, low: 0, high: 0.04 })],
    [real("x:a", { expectedPosts: 0, posts: 0 })],
  );
  expect(score).toMatchObject({ accounts: 1, exact: 1, poisson: { accounts: 0 } });
});

test("a capped feed is held against the rate of its own exposure, if the process did not change meanwhile", () => {
  const capped = { estimator: "truncated_feed", exposureDays: 20, countExact: false } as const;
  const score = compareRates(
    [said("x:steady", capped), said("x:stopped", capped)],
    [real("x:steady"), real("x:stopped", { expectedPosts: 40 })],
  );
  expect(score).toMatchObject({ accounts: 0, poisson: { accounts: 1, covering: 1 } });
});

test("overdispersed accounts are told apart by whether their interval was widened", () => {
  const bursty = (id: string) => real(id, { poisson: false });
  const score = compareRates(
    [
      said("x:a", { ciMethod: "quasi_poisson" }),
      said("x:b"),
      said("x:c", { ciMethod: "gamma_widened", low: 1.1 }),
    ],
    [bursty("x:a"), bursty("x:b"), bursty("x:c")],
  );
  expect(score.overdispersedFlagged).toEqual({ accounts: 2, covering: 1, share: 0.5 });
  expect(score.overdispersedUnflagged).toEqual({ accounts: 1, covering: 1, share: 1 });
});
