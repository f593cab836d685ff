import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeSheets } from "../../cli/sheet-files.ts";
import { checkRows } from "../../cli/sheets.ts";
import { sheets } from "../../datasets/tables.ts";
import { readXlsx } from "../../datasets/xlsx.ts";

const companies = ["a", "b", "c"].map((id) =>
  checkRows([], { companyId: id, name: id, website: `${id}.test` }),
);

test("every coder gets a CSV and an XLSX, one coder files without a number", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sheets-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (options: object) => writeSheets(sheets.detection, companies, options, join(folder, "check"));
  expect(await write({})).toEqual([`${join(folder, "check")}.csv, ${join(folder, "check")}.xlsx: 3 rows`]);
  const two = await write({ coders: 2, overlap: 0.34 });
  expect(two.map((line) => line.replace(/^.*check/, ""))).toEqual(["-1.xlsx: 2 rows", "-2.xlsx: 2 rows"]);
  expect(readFileSync(join(folder, "check-1.csv"), "utf8")).toMatch(/^company_id,company,account/);
  const [rows = []] = await readXlsx(readFileSync(join(folder, "check-2.xlsx")), "check-2.xlsx");
  expect(rows).toHaveLength(3);
});
