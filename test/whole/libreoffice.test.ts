import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, onTestFinished, test } from "vitest";
import { openGiven } from "../../cli/import-file.ts";
import { readReadings } from "../../crawler/import/readings.ts";
import { writeTable } from "../../datasets/csv.ts";
import type { ReadingRow } from "../../datasets/hand-records.ts";
import { sheets } from "../../datasets/tables.ts";
import { writeXlsx } from "../../datasets/xlsx.ts";
import { account } from "../analysis/records.ts";

const isInstalled = spawnSync("soffice", ["--version"]).status === 0;
const needs = "needs LibreOffice: apt-get install -y --no-install-recommends libreoffice-calc";
const slowMs = 120_000;

const accounts = ["x:acme", "linkedin:company/acme", "mastodon:acme@fedi.test"].map((id) => account(id));
const blank = {
  ...{ checkedAt: null, canSee: null, lastPostText: null, postsCounted: null },
  ...{ windowFrom: null, windowTo: null, followers: null, coder: null, note: null },
};
const rows: ReadingRow[] = accounts.map(({ accountId, url }) => ({
  ...{ companyId: "acme", company: 'Acme, "Labs" & Söhne', account: accountId, url, ...blank },
  instruction: "=Open it, then: copy its label (3w)",
}));

/** A folder in which LibreOffice turns one file into another. */
function office() {
  const folder = mkdtempSync(join(tmpdir(), "libreoffice-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const pathOf = (name: string) => join(folder, name);
  return {
    pathOf,
    convert(name: string, to: string) {
      const profile = `-env:UserInstallation=file://${pathOf("profile")}`;
      const task = ["--headless", "--convert-to", to, "--outdir", folder, pathOf(name)];
      execFileSync("soffice", [profile, ...task], { stdio: "ignore", timeout: slowMs });
    },
  };
}

test.skipIf(!isInstalled)(
  `a sheet opens in LibreOffice with the cells of its CSV (${needs})`,
  async () => {
    const { pathOf, convert } = office();
    await writeXlsx(pathOf("sheet.xlsx"), sheets.readings, rows);
    await writeTable(pathOf("ours.csv"), sheets.readings, rows);
    convert("sheet.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76");
    const cellsOf = (name: string): string[][] => parse(readFileSync(pathOf(name), "utf8"));
    // In a CSV a formula is defused by an apostrophe; a cell of an XLSX that is text needs none.
    const ours = cellsOf("ours.csv").map((row) => row.map((cell) => cell.replace(/^'/, "")));
    expect(cellsOf("sheet.csv")).toEqual(ours);
  },
  slowMs,
);

const typed = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const asDate = (day: string) =>
  `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${day}"><text:p>${day}</text:p></table:table-cell>`;
/** How a cell looks that was pasted from a sheet with dates. */
const dayStyle = `<number:date-style style:name="ofDay"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="ofDay"/>`;
const asNumber = (value: number) =>
  `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
const none = "<table:table-cell/>";

/** What three people do to the blank cells: one types, one has the cells made dates and numbers, one leaves the row alone. */
const fillings: Readonly<Record<string, string>> = {
  "x:acme": [
    typed("2026-10-02"),
    typed("yes"),
    typed("3w"),
    none,
    none,
    none,
    typed("1,234"),
    typed("A"),
  ].join(""),
  "linkedin:company/acme": [
    ...[asDate("2026-10-03"), typed("yes"), asDate("2026-09-28"), asNumber(7), asDate("2026-07-01")],
    ...[asDate("2026-10-01"), asNumber(5_678), typed("B")],
  ].join(""),
};

test.skipIf(!isInstalled)(
  `a sheet that was filled and saved in LibreOffice is read back (${needs})`,
  async () => {
    const { pathOf, convert } = office();
    await writeXlsx(pathOf("sheet.xlsx"), sheets.readings, rows);
    convert("sheet.xlsx", "fods");
    const flat = readFileSync(pathOf("sheet.fods"), "utf8");
    const filled = flat.replace(/<table:table-row[\s\S]*?<\/table:table-row>/g, (row) => {
      const cells = Object.entries(fillings).find(([id]) => row.includes(`<text:p>${id}</text:p>`))?.[1];
      return cells ? row.replace(/<table:table-cell table:number-columns-repeated="\d+"\/>/, cells) : row;
    });
    expect(filled).not.toBe(flat);
    const end = "</office:automatic-styles>";
    writeFileSync(pathOf("filled.fods"), filled.replace(end, `${dayStyle}${end}`));
    convert("filled.fods", "xlsx");
    const { sheet } = await openGiven(pathOf("filled.xlsx"), {});
    expect(sheet?.kind).toBe("readings");
    if (!sheet) return;
    const { records, faults } = readReadings({
      ...sheet,
      companyIds: new Set(["acme"]),
      accounts: new Map(accounts.map((each) => [each.accountId, each])),
    });
    expect(faults).toEqual([]);
    expect(records).toMatchObject([
      { accountId: "x:acme", coder: "A", sight: "yes", leastDays: 21, mostDays: 28, followers: 1_234 },
      { accountId: "linkedin:company/acme", coder: "B", posts: 7, followers: 5_678, precision: "day" },
    ]);
    expect(records[1]?.windowFrom).toContain("2026-07-01");
  },
  slowMs,
);
