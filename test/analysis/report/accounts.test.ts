import { expect, test } from "vitest";
import { accountsSection } from "../../../analysis/report/accounts.ts";
import { type ReportInput, reportModel } from "../../../analysis/report/model.ts";
import { account, cadence, company, emptyInput, observation, ownership, unreadable } from "./invented.ts";

function cellsOf(given: Partial<ReportInput>): string[] {
  const base = {
    companies: [company("acme", { name: "Acme" })],
    accounts: [account("x", "acme")],
    ownerships: [ownership("acme", "x:acme")],
  };
  const { markup } = accountsSection(reportModel(emptyInput({ ...base, ...given })));
  const [, body = ""] = markup.split("<tbody>");
  return [...body.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = ""]) =>
    cell.replace(/<[^>]*>/g, " ").trim(),
  );
}

test("a row holds the ids of the claims and of the observation it stands on", () => {
  expect(cellsOf({ cadences: [cadence("x:acme")], observations: [observation("x:acme")] })).toEqual([
    "Acme",
    "X   acme",
    "its own, primary (97 % sure: icon list)   acme#1/1   and 1 more",
    "read by reader, 2026-03-02   x:acme/reader/1",
    "2026-02-27",
    "3.2 posts a week (2.3 to 4.3), all posts seen, 41 posts in 90 days",
    "–",
  ]);
});

test("an account nobody could read says so in every column and shows no number", () => {
  const observations = [
    observation("x:acme", { status: "token_required", observer: "none", reason: "no_key" }),
  ];
  expect(cellsOf({ cadences: [unreadable("x:acme")], observations }).slice(3)).toEqual([
    "needs an access token (no key), 2026-03-02   x:acme/reader/1",
    "not known",
    "not known (presence only)",
    "–",
  ]);
});

test("a lifetime rate stands in its own column only", () => {
  const lifetime = cadence("x:acme", {
    estimator: "lifetime",
    postsPerDay: 4.152,
    posts: 5_000,
    lastPostAt: null,
    activity: "unobservable",
  });
  expect(cellsOf({ cadences: [lifetime] }).slice(3)).toEqual([
    "not asked",
    "not known",
    "not known",
    "29 posts a week, 5000 posts",
  ]);
});

test.each([
  ["empty", "none ever"],
  ["gone", "account is gone"],
  ["unobservable", "not known"],
] as const)("the last post of an account that is %s is %s", (activity, words) => {
  expect(cellsOf({ cadences: [cadence("x:acme", { activity, lastPostAt: null })] })[4]).toBe(words);
});

test("an unsure owner is said to be unsure", () => {
  const ownerships = [ownership("acme", "x:acme", { own: "unknown", confidence: 0.4, claimIds: [] })];
  expect(cellsOf({ ownerships })[2]).toBe("not sure whether its own (40 % sure: icon list)");
});
