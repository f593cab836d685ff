import { expect, test } from "vitest";
import { readSheet, sheetKind } from "../../../crawler/import/sheet.ts";
import { filled } from "./filled.ts";

test("our sheets are told by their headers, however a spreadsheet wrote them", () => {
  expect(sheetKind(["company_id", "can_see", "last_post_text"])).toBe("readings");
  expect(sheetKind(["Company ID", "Can see", "Last post text"])).toBe("readings");
  expect(sheetKind(["company_id", "right", "missing"])).toBe("detection");
  expect(sheetKind(["company", "x_handle", "posted_at"])).toBeNull();
});

const plan = { columns: ["company_id", "account", "count"], filled: ["count"] };
const read = (lines: readonly string[]) =>
  readSheet(filled(lines), plan, (row, account) => ({
    id: row.text("company_id"),
    account: account?.accountId ?? null,
    count: row.count("count"),
  }));

test("rows that nobody filled are counted, those of strangers are faults", () => {
  const { records, faults, blank } = read([
    "company_id,account,count",
    "acme,linkedin:company/acme,7",
    "zeta,linkedin:company/zeta,",
    "nobody,x:nobody,3",
    'zeta,site,"1,234"',
  ]);
  expect(records).toEqual([
    { id: "acme", account: "linkedin:company/acme", count: 7 },
    { id: "zeta", account: null, count: 1234 },
  ]);
  expect(blank).toBe(1);
  expect(faults).toEqual([
    'sheet-1.csv, row 4, company_id: "nobody" is not in the audit. Leave the first columns as they were',
    'sheet-1.csv, row 4, account: "x:nobody" is not in the audit. Leave the first columns as they were',
  ]);
});

test("what cannot be read is told by row and column", () => {
  const { records, faults } = read(["company_id,account,count", "acme,linkedin:company/acme,12K"]);
  expect(records).toEqual([]);
  expect(faults[0]).toContain('row 2, count: "12K" is no whole number');
});

test("a sign put before a formula is taken off", () => {
  const { records } = read(["company_id,account,count", "acme,'-x,4", "acme,linkedin:company/acme,'+4"]);
  expect(records).toEqual([]);
});

test("a column that is gone is told with those expected", () => {
  expect(() => read(["company_id,konto,count"])).toThrow(
    "sheet-1.csv, header: no column account. A filled sheet has: company_id, account, count. It has: company_id, konto, count",
  );
});
