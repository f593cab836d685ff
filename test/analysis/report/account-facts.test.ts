import { expect, test } from "vitest";
import { accountFacts } from "../../../analysis/report/account-facts.ts";
import { type ReportInput, reportModel } from "../../../analysis/report/model.ts";
import { account, cadence, company, emptyInput, observation, ownership, unreadable } from "./invented.ts";

function factsOf(given: Partial<ReportInput>): Record<string, string> {
  const base = {
    companies: [company("acme", { name: "Acme" })],
    accounts: [account("x", "acme")],
    ownerships: [ownership("acme", "x:acme")],
  };
  const [view] = reportModel(emptyInput({ ...base, ...given })).views;
  return Object.fromEntries((view?.accounts ?? []).flatMap(accountFacts));
}

test("a fact names the row of the observation it stands on", () => {
  expect(factsOf({ cadences: [cadence("x:acme")], observations: [observation("x:acme")] })).toEqual({
    Whose: "its own, primary (97 % sure: icon list)",
    "How it was read": "read by reader, 2026-03-02; row x:acme/reader/1",
    "Last post": "2026-02-27",
    "Posts a week": "3.2 posts a week (2.3 to 4.3), all posts seen, 41 posts in 90 days",
  });
});

test("an account nobody could read says so in every fact and shows no number", () => {
  const observations = [
    observation("x:acme", { status: "token_required", observer: "none", reason: "no_key" }),
  ];
  expect(factsOf({ cadences: [unreadable("x:acme")], observations })).toMatchObject({
    "How it was read": "needs an access token (no key), 2026-03-02; row x:acme/reader/1",
    "Last post": "not known",
    "Posts a week": "not known (presence only)",
  });
});

test("a lifetime rate is a fact of its own", () => {
  const lifetime = cadence("x:acme", {
    estimator: "lifetime",
    postsPerDay: 4.152,
    posts: 5_000,
    lastPostAt: null,
    activity: "unobservable",
  });
  expect(factsOf({ cadences: [lifetime] })).toMatchObject({
    "How it was read": "not asked",
    "Posts a week": "not known",
    "Mean of all years": "29 posts a week, 5000 posts",
  });
});

test.each([
  ["empty", "none ever"],
  ["gone", "account is gone"],
  ["unobservable", "not known"],
] as const)("the last post of an account that is %s is %s", (activity, words) => {
  expect(factsOf({ cadences: [cadence("x:acme", { activity, lastPostAt: null })] })["Last post"]).toBe(words);
});

test("an unsure owner is said to be unsure", () => {
  const ownerships = [ownership("acme", "x:acme", { own: "unknown", confidence: 0.4, claimIds: [] })];
  expect(factsOf({ ownerships })["Whose"]).toBe("not sure whether its own (40 % sure: icon list)");
});
