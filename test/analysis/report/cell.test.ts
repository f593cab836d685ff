import { expect, test } from "vitest";
import { absentCell, accountCell, anyCell } from "../../../analysis/report/cell.ts";
import { type AccountView, reportModel } from "../../../analysis/report/model.ts";
import type { Cadence, CompanyStatus, Ownership } from "../../../datasets/schema.ts";
import type { CompanyRow, ObservationRow } from "../../../datasets/tables.ts";
import {
  account,
  cadence,
  company,
  emptyInput,
  observation,
  ownership,
  status,
  unreadable,
} from "./invented.ts";

interface Given {
  cadence?: Cadence;
  ownership?: Partial<Ownership>;
  observation?: Partial<ObservationRow>;
}

function viewOf(given: Given): AccountView {
  const input = emptyInput({
    companies: [company("acme")],
    accounts: [account("x", "acme")],
    ownerships: [ownership("acme", "x:acme", given.ownership)],
    cadences: given.cadence === undefined ? [] : [given.cadence],
    observations: given.observation === undefined ? [] : [observation("x:acme", given.observation)],
  });
  const view = reportModel(input).views[0]?.accounts[0];
  if (view === undefined) throw new Error("the account is not shown");
  return view;
}

test.each([
  [cadence("x:acme"), "posting", "3.2 posts a week"],
  [cadence("x:acme", { activity: "slowing", postsPerDay: 0.02, ageDays: 50 }), "slow", "0.1 posts a week"],
  [cadence("x:acme", { postsPerDay: null, ageDays: 3.5 }), "posting", "last post 3 days ago"],
  [
    cadence("x:acme", { activity: "quiet", postsPerDay: 0, ageDays: 155 }),
    "silent",
    "last post 5 months ago",
  ],
  [
    cadence("x:acme", { activity: "abandoned", postsPerDay: 0, ageDays: 1_000 }),
    "silent",
    "last post 2 years ago",
  ],
  [
    cadence("x:acme", { activity: "abandoned", ageDays: null, silentDays: 365.2 }),
    "silent",
    "no post in 365 days",
  ],
  [
    cadence("x:acme", { activity: "empty", postsPerDay: 0, ageDays: null }),
    "silent",
    "account without a post",
  ],
  [cadence("x:acme", { activity: "gone", ageDays: 20 }), "silent", "link is dead"],
])("an account that was read is said in plain words: %#", (measured, tone, words) => {
  expect(accountCell(viewOf({ cadence: measured }))).toEqual({ tone, words });
});

test("an account nobody could read is unknown, never silent and never 0", () => {
  const cell = { tone: "unknown", words: "linked, not readable" };
  expect(accountCell(viewOf({ cadence: unreadable("x:acme") }))).toEqual(cell);
  expect(accountCell(viewOf({ observation: { status: "blocked" } }))).toEqual(cell);
  expect(accountCell(viewOf({}))).toEqual(cell);
});

test("a lifetime rate is never said as a recent one", () => {
  const lifetime = cadence("x:acme", {
    estimator: "lifetime",
    postsPerDay: 4.152,
    activity: "unobservable",
    ageDays: null,
  });
  const view = viewOf({ cadence: lifetime, observation: { access: "file" } });
  expect(accountCell(view)).toEqual({ tone: "unknown", words: "recent posts not known" });
});

test("accounts that do not count for the company say why", () => {
  expect(accountCell(viewOf({ ownership: { own: "unknown" }, cadence: cadence("x:acme") })).words).toBe(
    "linked, may not be its own",
  );
  expect(accountCell(viewOf({ ownership: { kind: "careers" }, cadence: cadence("x:acme") })).words).toBe(
    "careers account, not counted",
  );
});

function companyView(given: Partial<CompanyRow>, statuses: readonly Partial<CompanyStatus>[] = []) {
  const input = emptyInput({
    companies: [company("acme", given)],
    statuses: statuses.map((each) => status("acme", each)),
  });
  const [view] = reportModel(input).views;
  if (view === undefined) throw new Error("the company is not shown");
  return view;
}

test.each([
  [{ outcome: "visited" }, [], "absent", "no account"],
  [{ outcome: "partial" }, [], "unknown", "none seen, site read in part"],
  [{ outcome: "blocked" }, [], "unknown", "site could not be read"],
  [{ outcome: "no_website" }, [], "unknown", "no website known"],
  [{ outcome: "not_eligible" }, [], "unknown", "not audited"],
  [{ outcome: "not_eligible" }, [{ status: "inactive" }], "absent", "no account"],
  [{ outcome: "visited" }, [{ status: "unknown" }], "unknown", "not known"],
] as const)("without an account, %j with the statuses %j is %s: %s", (given, statuses, tone, words) => {
  expect(absentCell(companyView(given, statuses), "x")).toEqual({ tone, words });
});

test.each([
  [{}, [{ platforms: "any", status: "active" }], "posting", "posted in the last 90 days"],
  [{}, [{ platforms: "any", status: "inactive" }], "silent", "no post in 90 days"],
  [{}, [{ platforms: "any", status: "unknown" }], "unknown", "not known"],
  [{}, [{ platforms: "any", status: "inactive", thetaDays: 30 }], "unknown", "not known"],
  [{ outcome: "timeout" }, [], "unknown", "not known, site: no answer in time"],
] as const)("over all platforms %j with %j is %s: %s", (given, statuses, tone, words) => {
  expect(anyCell(companyView(given, statuses), 90)).toEqual({ tone, words });
});
