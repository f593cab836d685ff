import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { analyse } from "../../audit.ts";
import { detectionSheet } from "../../cli/detection-sheet.ts";
import type { Options } from "../../cli/flags.ts";
import { importSheet } from "../../cli/import-sheet.ts";
import { collect } from "../../datasets/collect.ts";
import { readTable, writeTable } from "../../datasets/csv.ts";
import { readDelimited } from "../../datasets/delimited.ts";
import type { CheckRow } from "../../datasets/hand-records.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import { sheets, type Table, tables } from "../../datasets/tables.ts";
import { knownAudit } from "../scripts/simulation/known-audit.ts";
import { recordingTerminal } from "./recording-terminal.ts";

let root = "";
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "detection-"));
  await knownAudit(join(root, "audit"), 60);
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));

const pathOf = (name: string) => join(root, name);
const rowsIn = <T extends Table>(table: T) =>
  collect(readTable(join(root, "audit", "tables", `${table.name}.csv`), table));

async function draw(options: Options, name: string): Promise<string> {
  const terminal = recordingTerminal();
  const snapshot = reopenSnapshot(join(root, "audit"));
  try {
    await detectionSheet(snapshot, options, { path: pathOf(name), terminal });
    return terminal.printed();
  } finally {
    snapshot.close();
  }
}

test("companies are drawn by whether anything was found of them, and the audit keeps out of how many", async () => {
  const said = await draw({ n: 12, strata: ["class"], seed: 3 }, "check");
  expect(said).toMatch(/class=no_account: 2 of 4 drawn\nclass=with_account: 10 of 28 drawn/);
  expect(existsSync(pathOf("check.xlsx"))).toBe(true);
  const drawn = await rowsIn(tables.detectionDraw);
  expect(drawn).toHaveLength(12);
  const asked = await collect(readTable(pathOf("check.csv"), sheets.detection));
  expect(new Set(asked.map(({ companyId }) => companyId)).size).toBe(12);
  expect(JSON.stringify(asked)).not.toContain("class=");
});

test("the draw stays until another is asked for", async () => {
  const before = await rowsIn(tables.detectionDraw);
  await draw({ seed: 9 }, "again");
  expect(await rowsIn(tables.detectionDraw)).toEqual(before);
  await expect(draw({ n: 5 }, "again")).rejects.toThrow("12 companies were drawn for detection before");
  await expect(draw({ n: 1, strata: ["class"], fresh: true }, "again")).rejects.toThrow(
    "less than two a stratum",
  );
});

test("what comes back corrects the published share, and the report no longer says not validated", async () => {
  const asked = await collect(readTable(pathOf("check.csv"), sheets.detection));
  const isMissed = (row: CheckRow) => row === asked.find(({ account }) => account === "site");
  const filled = asked.map((row) => ({
    ...{ ...row, checkedAt: "2026-09-30", coder: "A" },
    ...(row.account === "site"
      ? { missing: isMissed(row) ? "https://bsky.app/profile/missed.test" : "none" }
      : { right: "yes" }),
  }));
  await writeTable(pathOf("filled.csv"), sheets.detection, filled);
  const snapshot = reopenSnapshot(join(root, "audit"));
  const table = readDelimited(readFileSync(pathOf("filled.csv")), "filled.csv");
  await importSheet({ kind: "detection", table, file: "filled.csv", sha256: "00" }, snapshot);
  await analyse(snapshot);
  snapshot.close();
  const benchmarks = await rowsIn(tables.benchmarks);
  const recall = benchmarks.find(
    ({ metric, statistic, segment, platforms }) =>
      metric === "detection" && statistic === "recall" && segment === "all" && platforms === "all",
  );
  expect(recall?.["estimate"]).toBeLessThan(1);
  const corrected = benchmarks.filter(({ statistic }) => statistic === "share_corrected");
  expect(new Set(corrected.map(({ metric }) => metric))).toEqual(new Set(["presence", "share_inactive"]));
});
