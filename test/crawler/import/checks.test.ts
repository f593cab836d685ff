import { expect, test } from "vitest";
import { readChecks } from "../../../crawler/import/checks.ts";
import { filled } from "./filled.ts";

const read = (...rows: string[]) =>
  readChecks(filled(["company_id,account,checked_at,right,missing,coder", ...rows]));

test("an account is right, wrong or not told, and the missing ones are named by their addresses", () => {
  const { records, faults } = read(
    "acme,linkedin:company/acme,2026-09-30,Yes,,AB",
    "zeta,linkedin:company/zeta,2026-09-30,unsure,,AB",
    "acme,site,2026-09-30,,https://x.com/acme https://www.youtube.com/@acme,AB",
    "zeta,site,2026-09-30,,none,AB",
  );
  expect(faults).toEqual([]);
  expect(records.map(({ accountId, right, missing }) => [accountId, right, missing])).toEqual([
    ["linkedin:company/acme", true, []],
    ["linkedin:company/zeta", null, []],
    ["site", null, ["x:acme", "youtube:@acme"]],
    ["site", null, []],
  ]);
});

test.each([
  ["acme,linkedin:company/acme,,yes,,AB", "checked_at: is empty"],
  ["acme,linkedin:company/acme,2026-09-30,maybe,,AB", 'right: "maybe" is not known'],
  ["acme,site,2026-09-30,,https://www.acme.example/,AB", "is no account's URL"],
])("%s is a fault", (row, fault) => {
  const { records, faults } = read(row);
  expect(records).toEqual([]);
  expect(faults.join("\n")).toContain(fault);
});
