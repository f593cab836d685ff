import { expect, test } from "vitest";
import { account, company, findings, ownership, site } from "./records.ts";

/** The groups of the whole frame. */
const groupsOf = (...args: Parameters<typeof findings>) =>
  findings(...args)
    .groupCells.filter(({ segment, sizeBand }) => segment === "all" && sizeBand === "all")
    .flatMap(({ units }) => units);

test("companies that are not eligible are left out, those a file speaks for are not", () => {
  const { units, visits } = findings({
    companies: ["a", "b", "c", "d"].map((id) => company(id)),
    sites: [
      site("a", { outcome: "not_eligible", reason: "acquired" }),
      site("b", { outcome: "not_eligible", reason: "import_only" }),
      site("c", { outcome: "blocked" }),
    ],
  });
  expect(units.map(({ unitId }) => unitId)).toEqual(["b", "c", "d"]);
  expect(visits.map(({ outcome }) => outcome)).toEqual(["blocked", "not_visited"]);
});

test("accounts surely not its own are no company's; those that may be are kept apart", () => {
  const { units } = findings({
    companies: [company("a")],
    ownerships: [
      ownership("a", "x:a"),
      ownership("a", "x:agency", { own: "false" }),
      ownership("a", "x:maybe", { own: "unknown" }),
    ],
  });
  const accounts = units[0]?.accounts.map(({ account: { accountId }, isOwn }) => [accountId, isOwn]);
  expect(accounts).toEqual([
    ["x:a", true],
    ["x:maybe", false],
  ]);
});

test("an ownership of an account that is not in the table is left out", () => {
  const { units } = findings({
    companies: [company("a")],
    ownerships: [ownership("a", "x:a")],
    accounts: [account("x:other")],
  });
  expect(units[0]?.accounts).toEqual([]);
});

test("a group has all its companies' accounts, and is complete when all their sites are", () => {
  const groups = groupsOf({
    companies: [company("a"), company("b", { parentId: "a" }), company("c", { parentId: "b" }), company("d")],
    ownerships: [ownership("a", "x:a"), ownership("c", "x:c")],
    sites: [site("a"), site("b"), site("c", { outcome: "timeout" }), site("d")],
  });
  expect(groups.map(({ unitId, companyIds, isVisited }) => [unitId, companyIds, isVisited])).toEqual([
    ["a", ["a", "b", "c"], false],
    ["d", ["d"], true],
  ]);
  expect(groups[0]?.accounts).toHaveLength(2);
});

test("a group takes its segment from the parent, or from its first company where that is not in the frame", () => {
  const groups = groupsOf({
    companies: [
      company("a", { parentId: "holding", segment: "pharma" }),
      company("b", { parentId: "holding" }),
      company("c", { parentId: "p" }),
      company("p", { segment: "news" }),
    ],
  });
  expect(groups.map(({ unitId, segment }) => [unitId, segment])).toEqual([
    ["holding", "pharma"],
    ["p", "news"],
  ]);
});

test("parents in a circle make one group and no endless loop", () => {
  const groups = groupsOf({
    companies: [
      company("a", { parentId: "b" }),
      company("b", { parentId: "c" }),
      company("c", { parentId: "b" }),
    ],
  });
  expect(groups.map(({ unitId }) => unitId)).toEqual(["b"]);
});

test("a frame without parents has no groups, and an empty frame no units", () => {
  expect(groupsOf({ companies: [company("a"), company("b")] })).toEqual([]);
  expect(findings({})).toMatchObject({ units: [], cells: [], groupCells: [], visits: [] });
});

test("pages of another domain in place of the company's leave open what stands on its own", () => {
  const sites = [site("a", { reason: "redirected_offsite" }), site("b")];
  const { units } = findings({ companies: [company("a"), company("b")], sites });
  expect(units.map(({ isVisited }) => isVisited)).toEqual([false, true]);
});

test("a company of a sample stands for those of its stratum that were not drawn, and a sample has no groups", () => {
  const drawn = (id: string, stratum: string, stratumSize: number) =>
    company(id, { stratum, stratumSize, parentId: id === "a" ? null : "a" });
  const found = findings({
    companies: [drawn("a", "large", 2), drawn("b", "large", 2), drawn("c", "small", 40)],
  });
  expect(found.units.map(({ draw }) => draw)).toEqual([
    { stratum: "large", weight: 1 },
    { stratum: "large", weight: 1 },
    { stratum: "small", weight: 40 },
  ]);
  expect(found.groupCells).toEqual([]);
});
