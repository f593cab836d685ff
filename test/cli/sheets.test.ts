import { expect, test } from "vitest";
import { checkRows, dealRows, readingRows, saveRow } from "../../cli/sheets.ts";
import type { CompanyRow } from "../../datasets/tables.ts";
import { askedOf, industry } from "../analysis/phase-records.ts";
import { account, company } from "../analysis/records.ts";

const found = industry();
const asked = { ...askedOf(found), on: [] as string[] };
const rowsOf = (id: string, on: string[] = []) => {
  const unit = found.units.find(({ unitId }) => unitId === id);
  if (!unit) throw new Error(id);
  return readingRows(unit, company(id), { ...asked, on });
};

test("a row asks for one account and leaves blank what a person fills", () => {
  const { rows, leftOut } = rowsOf("c02");
  expect(leftOut).toEqual([]);
  expect(rows).toMatchObject([
    { companyId: "c02", account: "linkedin:c02", url: "https://example.com/linkedin:c02", canSee: null },
  ]);
  expect(rows[0]?.instruction).toContain("Open it on LinkedIn");
  expect(rows[0]?.instruction).toContain("either side of 90 days");
});

test("platforms that nobody asked for are left out and told", () => {
  expect(rowsOf("c02", ["facebook"])).toMatchObject({ rows: [], leftOut: ["linkedin"] });
});

test("a site that could not be read has a row of its own", () => {
  expect(rowsOf("c05").rows).toMatchObject([{ account: "site", url: "https://c05/" }]);
});

test("a check asks for each account, and which are missing", () => {
  const { rows } = checkRows([account("x:acme")], company("acme"));
  expect(rows.map((row) => [row.account, row.right, row.missing])).toEqual([
    ["x:acme", null, null],
    ["site", null, null],
  ]);
});

const visited = (more: Partial<CompanyRow>): CompanyRow => ({
  ...company("acme"),
  ...{
    startUrl: null,
    finalUrl: null,
    startedAt: "2026-08-31T00:00:00Z",
    finishedAt: "2026-08-31T00:00:00Z",
  },
  ...{ outcome: "visited", reason: null, declaredPlatforms: [] },
  ...more,
});

test("pages are asked for where the crawler was turned away, never where robots.txt or the frame said no", () => {
  expect(saveRow(visited({ outcome: "blocked" }))).toMatchObject({
    url: "https://acme/",
    outcome: "blocked",
  });
  expect(saveRow(visited({ outcome: "partial", reason: "needs_browser" }))).not.toBeNull();
  expect(saveRow(visited({}))).toBeNull();
  expect(saveRow(visited({ outcome: "robots_disallowed" }))).toBeNull();
  expect(saveRow(visited({ outcome: "blocked", website: null }))).toBeNull();
});

const ids = Array.from({ length: 10 }, (_, index) => ({
  companyId: `c${index}`,
  rows: [`c${index} a`, `c${index} b`],
}));

test("coders share the companies, a part of them goes to all, each in an order of their own", () => {
  const [first = [], second = []] = dealRows(ids, { coders: 2, overlap: 0.2, seed: 1 });
  const both = first.filter((row) => second.includes(row));
  expect(both).toHaveLength(4);
  expect(new Set([...first, ...second]).size).toBe(20);
  expect(first.length + second.length).toBe(24);
  const order = (rows: readonly string[]) => rows.filter((row) => both.includes(row));
  expect([first, second].map((rows) => [...rows].sort())).not.toEqual([first, second]);
  expect(order(first).length).toBe(order(second).length);
  for (const rows of [first, second])
    for (const [index, row] of rows.entries())
      if (row.endsWith("a")) expect(rows[index + 1]).toBe(row.replace("a", "b"));
});

test("one coder has all, and the same seed deals the same", () => {
  const deal = (seed: number) => dealRows(ids, { coders: 1, overlap: 0.5, seed });
  expect(deal(1)[0]).toHaveLength(20);
  expect(deal(1)).toEqual(dealRows([...ids].reverse(), { coders: 1, overlap: 0.5, seed: 1 }));
  expect(deal(1)).not.toEqual(deal(2));
});
