import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importCommand } from "../../../cli/commands/import.ts";
import { sheetCommand } from "../../../cli/commands/sheet.ts";
import { collect } from "../../../datasets/collect.ts";
import { readTable, writeTable } from "../../../datasets/csv.ts";
import { tableOf } from "../../../datasets/delimited.ts";
import type { ReadingRow } from "../../../datasets/hand-records.ts";
import { sheets, type Table, tables } from "../../../datasets/tables.ts";
import { readXlsx, writeXlsx } from "../../../datasets/xlsx.ts";
import { knownAudit } from "../../scripts/simulation/known-audit.ts";
import { recordingTerminal } from "../recording-terminal.ts";

let root = "";
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "sheet-"));
  await knownAudit(join(root, "audit"), 50);
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));

const audit = () => join(root, "audit");
const pathOf = (name: string) => join(root, name);
const rowsIn = (table: Table) => collect(readTable(join(audit(), "tables", `${table.name}.csv`), table));

test("a draw is kept, asks for the same again, and is not lost by asking for another size", async () => {
  const options = { n: 20, seed: 4, out: pathOf("first"), set: "any" };
  const terminal = recordingTerminal();
  await sheetCommand.run([audit()], options, terminal);
  expect(terminal.printed()).toContain("class=active: 0 of");
  expect(terminal.printed()).toContain("first.csv");
  const drawn = await collect(readTable(join(audit(), "tables", "second-phase.csv"), tables.secondPhase));
  expect(drawn.filter((row) => row.drawn)).toHaveLength(20);
  expect(readFileSync(pathOf("first.csv"), "utf8")).not.toContain("stratum");
  await sheetCommand.run([audit()], { ...options, out: pathOf("again") }, terminal);
  expect(readFileSync(pathOf("again.csv"), "utf8")).toBe(readFileSync(pathOf("first.csv"), "utf8"));
  await expect(sheetCommand.run([audit()], { ...options, n: 5 }, terminal)).rejects.toThrow(
    "20 companies were drawn for any before",
  );
});

test("CSV and XLSX hold the same rows", async () => {
  const [sheet = []] = await readXlsx(readFileSync(pathOf("first.xlsx")), "first.xlsx");
  const { rows } = tableOf(sheet, "first.xlsx");
  const csv = await collect(readTable(pathOf("first.csv"), sheets.readings));
  expect(rows.map(({ cells }) => cells["account"])).toEqual(csv.map(({ account }) => account));
});

test("bad questions are refused with what there is", async () => {
  const terminal = recordingTerminal();
  const ask = (more: object) => sheetCommand.run([audit()], { n: 5, out: pathOf("x"), ...more }, terminal);
  await expect(ask({ set: "myspace" })).rejects.toThrow("--set myspace: is none of this audit's: any");
  await expect(ask({ n: undefined, set: "linkedin" })).rejects.toThrow("--n <n> is missing");
});

const fill = (row: ReadingRow, coder: string, lastPostText: string): ReadingRow => ({
  ...row,
  ...{ checkedAt: "2026-09-30", canSee: "yes", lastPostText, coder },
});

test("filled sheets come back: readings, agreement, and what coders differ about", async () => {
  const [first, ...rest] = await collect(readTable(pathOf("first.csv"), sheets.readings));
  if (!first) throw new Error("no row");
  await writeTable(
    pathOf("a.csv"),
    sheets.readings,
    [first, ...rest].map((row) => fill(row, "A", "3w")),
  );
  await writeXlsx(
    pathOf("b.xlsx"),
    sheets.readings,
    [first, ...rest.slice(0, 4)].map((row) => fill(row, "B", row === first ? "2yr" : "2w")),
  );
  const terminal = recordingTerminal();
  await importCommand.run([audit(), pathOf("a.csv")], {}, terminal);
  const observed = await rowsIn(tables.observations);
  expect(observed.filter((row) => row["access"] === "manual").length).toBeGreaterThan(5);
  await importCommand.run([audit(), pathOf("b.xlsx")], {}, terminal);
  expect(terminal.printed()).toContain("Agreement on active_90: 5 accounts read by 2 coders, 80.0 % agree");
  expect(terminal.printed()).toContain("Coders differ on 1 accounts");
  const path = join(audit(), "review", "disagreements.csv");
  const [open] = await collect(readTable(path, sheets.readings));
  expect(open?.instruction).toContain("A: 21 to 28 days old; B: 731 to 1096 days old");
  expect(await rowsIn(tables.agreement)).toHaveLength(2);
  if (open) await writeTable(path, sheets.readings, [fill(open, "adjudicated", "3w")]);
  await importCommand.run([audit(), path], {}, terminal);
  expect(existsSync(path)).toBe(false);
  const settled = (await rowsIn(tables.readings)).filter((row) => row["accountId"] === open?.account);
  expect(settled.map((row) => [row["coder"], row["used"]])).toEqual([
    ["A", false],
    ["B", false],
    ["adjudicated", true],
  ]);
});

test("rows at fault are told and the rest is kept", async () => {
  const text =
    "company_id,account,checked_at,can_see,last_post_text,posts_counted,window_from,window_to,followers,coder\nnobody,x:y,2026-09-30,yes,3w,,,,,Z";
  writeFileSync(pathOf("faulty.csv"), text);
  const terminal = recordingTerminal();
  await importCommand.run([audit(), pathOf("faulty.csv")], {}, terminal);
  expect(terminal.told()).toContain('faulty.csv, row 2, company_id: "nobody" is not in the audit');
  expect(terminal.printed()).toContain("0 rows read, 2 faults");
});

test("a detection sheet asks about the companies whose site was read, one for blocked sites about the others", async () => {
  const terminal = recordingTerminal();
  await sheetCommand.run([audit()], { for: "detection", n: 6, out: pathOf("check") }, terminal);
  const checks = await collect(readTable(pathOf("check.csv"), sheets.detection));
  expect(checks.filter(({ account }) => account === "site")).toHaveLength(6);
  const filled = checks.map((row) => ({
    ...{ ...row, checkedAt: "2026-09-30", coder: "A" },
    ...(row.account === "site" ? { missing: "none" } : { right: "yes" }),
  }));
  await writeTable(pathOf("check.csv"), sheets.detection, filled);
  await importCommand.run([audit(), pathOf("check.csv")], {}, terminal);
  expect(await rowsIn(tables.checks)).toHaveLength(checks.length);
  await sheetCommand.run([audit()], { for: "blocked", out: pathOf("save") }, terminal);
  const pages = await collect(readTable(pathOf("save.csv"), sheets.blocked));
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.map(({ outcome }) => outcome)).not.toContain("visited");
});
