import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeTable } from "../../datasets/csv.ts";
import { diffTables } from "../../datasets/diff.ts";
import type { SiteVisit } from "../../datasets/schema.ts";
import { tables } from "../../datasets/tables.ts";
import { company, visit } from "./records.ts";

async function audit(visits: readonly SiteVisit[]) {
  const folder = mkdtempSync(join(tmpdir(), "diff-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "tables"));
  const rows = visits.map((each) => ({ ...company(each.companyId), ...each }));
  await writeTable(join(folder, "tables", "companies.csv"), tables.companies, rows);
  return folder;
}

async function differences(first: readonly SiteVisit[], second: readonly SiteVisit[]) {
  const lines: string[] = [];
  for await (const line of diffTables(await audit(first), await audit(second))) lines.push(line);
  return lines;
}

test("audits that differ in the instants of their requests alone are equal", async () => {
  const later = { startedAt: "2027-01-01T00:00:00.000Z", finishedAt: "2027-01-01T00:00:09.000Z" };
  expect(await differences([visit("acme")], [visit("acme", later)])).toEqual([]);
});

test("an outcome that changed is shown with its row", async () => {
  const [line] = await differences([visit("acme")], [visit("acme", { outcome: "gone" })]);
  expect(line).toMatch(/^companies: \["acme"\]\n {2}- .*"visited".*\n {2}\+ .*"gone"/);
});

test("rows that only one of them has are named, in the middle and at the end", async () => {
  expect(await differences([visit("a"), visit("b")], [visit("b"), visit("c")])).toEqual([
    'companies: only in the first: ["a"]',
    'companies: only in the second: ["c"]',
  ]);
});

test("a folder without tables is refused", async () => {
  const lines = diffTables("no-such-folder", "no-such-folder");
  await expect(lines.next()).rejects.toThrow("no-such-folder: holds no audit with tables");
});
