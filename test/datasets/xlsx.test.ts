import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { tableOf } from "../../datasets/delimited.ts";
import type { ReadingRow } from "../../datasets/hand-records.ts";
import { sheets } from "../../datasets/tables.ts";
import { isOldXls, isXlsx, readXlsx, writeXlsx } from "../../datasets/xlsx.ts";

const row: ReadingRow = {
  ...{ companyId: "acme", company: "Acme <&> Söhne", account: "x:acme", url: "https://x.com/acme" },
  ...{ instruction: "Open it", checkedAt: "2026-10-02", canSee: "yes", lastPostText: "3w" },
  ...{ postsCounted: null, windowFrom: null, windowTo: null, followers: null, coder: null, note: null },
};

function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), "xlsx-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("a sheet comes back as it was written, blank cells as blank", async () => {
  const path = join(folderOfTest(), "sheet.xlsx");
  await writeXlsx(path, sheets.readings, [row]);
  const bytes = readFileSync(path);
  expect(isXlsx(bytes)).toBe(true);
  const [sheet = []] = await readXlsx(bytes, "sheet.xlsx");
  const { headers, rows } = tableOf(sheet, "sheet.xlsx");
  expect(headers).toEqual(sheets.readings.columns.map(({ name }) => name));
  expect(rows).toEqual([
    {
      row: 2,
      cells: {
        ...{ company_id: "acme", company: "Acme <&> Söhne", account: "x:acme", url: "https://x.com/acme" },
        ...{ instruction: "Open it", checked_at: "2026-10-02", can_see: "yes", last_post_text: "3w" },
      },
    },
  ]);
});

test("numbers and dates that a spreadsheet made of what was typed read as a CSV would hold them", async () => {
  const path = join(folderOfTest(), "typed.xlsx");
  const dated = new Date("2026-10-02T00:00:00Z");
  await writeXlsxFile([
    ["when", "count", "yes", ""],
    [{ value: dated, type: Date, format: "yyyy-mm-dd" }, 1234, true, "no header"],
    [null, null, null, null],
    ["later", 0.5, false, null],
  ]).toFile(path);
  expect(await readXlsx(readFileSync(path), "typed.xlsx")).toEqual([
    [
      ["when", "count", "yes", ""],
      ["2026-10-02", "1234", "true", "no header"],
      ["", "", "", ""],
      ["later", "0.5", "false", ""],
    ],
  ]);
});

test("what is no XLSX file is told", async () => {
  const path = join(folderOfTest(), "torn.xlsx");
  writeFileSync(path, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]));
  await expect(readXlsx(readFileSync(path), "torn.xlsx")).rejects.toThrow("torn.xlsx: is no XLSX file");
  expect(isOldXls(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe(true);
  expect(isXlsx(Buffer.from("a,b\n"))).toBe(false);
});
