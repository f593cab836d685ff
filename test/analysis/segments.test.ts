import fc from "fast-check";
import { expect, test } from "vitest";
import { isActive, statusOver } from "../../analysis/activity.ts";
import type { Roster } from "../../analysis/findings.ts";
import { statusesOf } from "../../analysis/segments.ts";
import { cadence, company, findings, lastPosted, ownership, site } from "./records.ts";

/** The status of company `a` on a set. */
function statusOf(roster: Partial<Roster>, platforms = "x", thetaDays = 90) {
  const all = findings({ companies: [company("a")], ...roster }, { thetas: [thetaDays] });
  const [status] = [...statusesOf(all)].filter((row) => row.companyId === "a" && row.platforms === platforms);
  return status;
}

const x = ownership("a", "x:a");
const linkedin = ownership("a", "linkedin:a");
const platforms = [{ id: "x", name: "X", group: "social" as const }];

test("a silent account on a completely read site makes a company inactive", () => {
  expect(statusOf({ ownerships: [x], cadences: [lastPosted("x:a", 200)] })).toMatchObject({
    status: "inactive",
    reason: "all_inactive",
    sided: "two",
    accountIds: ["x:a"],
  });
});

test("a silent account on a site read in part leaves it unknown: there may be another", () => {
  const sites = [site("a", { outcome: "partial" })];
  expect(statusOf({ ownerships: [x], cadences: [lastPosted("x:a", 200)], sites })).toMatchObject({
    status: "unknown",
    reason: "site_not_complete",
    sided: "active_only",
  });
});

test("an unreadable account beside a silent one leaves it unknown on any, not on the readable platform", () => {
  const roster = { ownerships: [x, linkedin], cadences: [lastPosted("x:a", 200), cadence("linkedin:a")] };
  expect(statusOf(roster, "any")).toMatchObject({ status: "unknown", sided: "active_only" });
  expect(statusOf(roster, "x")).toMatchObject({ status: "inactive", sided: "two" });
  expect(statusOf(roster, "linkedin")).toMatchObject({ status: "unknown", sided: "none" });
});

test("one active account decides, whatever the others are", () => {
  const roster = { ownerships: [x, linkedin], cadences: [lastPosted("x:a", 20), cadence("linkedin:a")] };
  expect(statusOf(roster, "any")).toMatchObject({ status: "active", sided: "active_only", reason: null });
});

test("no account on the set means inactive there, with the reason", () => {
  const roster = { ownerships: [linkedin], cadences: [cadence("linkedin:a")], platforms };
  expect(statusOf(roster)).toMatchObject({
    status: "inactive",
    reason: "no_account_in_scope",
    sided: "two",
    accountIds: [],
  });
  expect(statusOf({ platforms }, "any")).toMatchObject({ status: "inactive", reason: "no_account_found" });
});

test("no account on a site that was not read means unknown", () => {
  const sites = [site("a", { outcome: "blocked" })];
  expect(statusOf({ platforms, sites }, "any")).toMatchObject({ status: "unknown", sided: "none" });
});

test("a company with an account for careers only is inactive for that reason", () => {
  const careers = ownership("a", "x:jobs", { kind: "careers" });
  expect(statusOf({ ownerships: [careers], cadences: [lastPosted("x:jobs", 1)] })).toMatchObject({
    status: "inactive",
    reason: "careers_only",
  });
});

test("an account that may be the company's own makes it neither active nor inactive", () => {
  const maybe = ownership("a", "x:a", { own: "unknown" });
  for (const age of [1, 300]) {
    expect(statusOf({ ownerships: [maybe], cadences: [lastPosted("x:a", age)] })).toMatchObject({
      status: "unknown",
      sided: "none",
    });
  }
});

test("a file that is complete on a platform stands for a site there, and nowhere else", () => {
  const roster = {
    sites: [site("a", { outcome: "not_eligible", reason: "import_only" })],
    declared: new Map([["a", new Set(["x"])]]),
    platforms: [...platforms, { id: "linkedin", name: "LinkedIn", group: "social" as const }],
  };
  expect(statusOf(roster, "x")).toMatchObject({ status: "inactive", reason: "no_account_in_scope" });
  expect(statusOf(roster, "any")).toMatchObject({ status: "unknown" });
});

test("accounts that are empty or gone are silent", () => {
  const empty = cadence("x:a", { activity: "empty", reason: "counter_zero" });
  expect(statusOf({ ownerships: [x], cadences: [empty] })).toMatchObject({
    status: "inactive",
    reason: "all_inactive",
    sided: "none",
  });
  const gone = cadence("x:a", { activity: "gone", sided: "two" });
  expect(statusOf({ ownerships: [x], cadences: [gone] })).toMatchObject({ status: "inactive", sided: "two" });
});

test("statuses come by company, set and threshold", () => {
  const all = findings(
    { companies: [company("b"), company("a")], ownerships: [x], cadences: [lastPosted("x:a", 100)] },
    { thetas: [180, 90] },
  );
  expect(
    [...statusesOf(all)].map((row) => [row.companyId, row.platforms, row.thetaDays, row.status]),
  ).toEqual(
    ["a", "b"].flatMap((id) =>
      ["any", "observable", "x"].flatMap((set) => [
        [id, set, 90, "inactive"],
        [id, set, 180, id === "a" ? "active" : "inactive"],
      ]),
    ),
  );
});

const anyAge = fc.option(fc.integer({ min: 1, max: 400 }), { nil: null });

test("a company's status is that of its accounts, one by one, whatever their order", () => {
  fc.assert(
    fc.property(fc.array(anyAge, { maxLength: 5 }), fc.integer({ min: 1, max: 400 }), (ages, theta) => {
      const ids = ages.map((_, index) => `x:${index}`);
      const cadences = ages.map((age, index) =>
        age === null ? cadence(`x:${index}`) : lastPosted(`x:${index}`, age),
      );
      const roster = { platforms, ownerships: ids.map((id) => ownership("a", id)), cadences };
      const expected = statusOver(
        cadences.map((each) => isActive(each, theta)),
        true,
      );
      expect(statusOf(roster, "x", theta)?.status).toBe(expected.status);
      const reversed = {
        ...roster,
        ownerships: roster.ownerships.toReversed(),
        cadences: cadences.toReversed(),
      };
      expect(statusOf(reversed, "x", theta)).toEqual(statusOf(roster, "x", theta));
    }),
  );
});
