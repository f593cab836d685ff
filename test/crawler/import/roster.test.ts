import { expect, test } from "vitest";
import { findColumns } from "../../../crawler/import/columns.ts";
import { openRoster } from "../../../crawler/import/roster.ts";
import { openRow } from "../../../crawler/import/row.ts";

const columns = findColumns(["company", "handle"], "my.csv", {});
const row = (cells: Record<string, string>) => openRow({ row: 2, cells }, columns, "my.csv");

function rosterOf(...cells: Record<string, string>[]) {
  const roster = openRoster(columns, { file: "my.csv", sha256: "00", declares: ["X"] });
  for (const one of cells) {
    const company = roster.company(row(one));
    const account = roster.account(row(one));
    if (company) roster.add(company, account ?? (one["handle"] ? "unreadable" : "none"));
  }
  return roster.companies();
}

test("the only platform that is declared is the platform of the handles", () => {
  expect(rosterOf({ company: "Lab", handle: "lab" })).toMatchObject([
    { accounts: [{ accountId: "x:lab" }], declaredPlatforms: ["x"] },
  ]);
});

test("a company of several rows has each account once", () => {
  const rows = ["a", "b", "A"].map((handle) => ({ company: "Lab", handle }));
  expect(rosterOf(...rows)).toMatchObject([{ accounts: [{ account: "a" }, { account: "b" }] }]);
});

test("one unreadable account among others takes the declaration back, whatever follows", () => {
  const rows = ["a", "no handle", "b", ""].map((handle) => ({ company: "Lab", handle }));
  expect(rosterOf(...rows)).toMatchObject([{ accounts: [{}, {}], declaredPlatforms: [] }]);
});
