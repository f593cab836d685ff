import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { randomOf } from "../../analysis/estimates/permutation.ts";
import { analyse } from "../../audit.ts";
import type { Terminal } from "../../cli/command.ts";
import { importCommand } from "../../cli/commands/import.ts";
import { sheetCommand } from "../../cli/commands/sheet.ts";
import { collect } from "../../datasets/collect.ts";
import { readTable, writeTable } from "../../datasets/csv.ts";
import type { Benchmark } from "../../datasets/schema.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import type { TrueAccount } from "../../datasets/synthetic/truth/tables.ts";
import { sheets, tables } from "../../datasets/tables.ts";
import { fillRow } from "./coder.ts";

/** What is done again and again. */
export interface RoundTrip {
  /** An audit that was analysed; it stays as it is. */
  audit: string;
  /** Where a copy of it is worked on. */
  scratch: string;
  accounts: ReadonlyMap<string, TrueAccount>;
  now: string;
  n: number;
  coders: number;
  overlap: number;
  errorRate: number;
}

/** Sheet, filled from the truth, imported, analysed. */
export async function roundTrip(
  { audit, scratch, accounts, now, n, coders, overlap, errorRate }: RoundTrip,
  seed: number,
  terminal: Terminal,
): Promise<Benchmark[]> {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  for (const part of ["audit.json", "journal", "tables"])
    cpSync(join(audit, part), join(scratch, part), { recursive: true });
  const out = join(scratch, "sheet");
  await sheetCommand.run([scratch], { n, seed, coders, overlap, out, strata: ["class"] }, terminal);
  const random = randomOf(seed);
  for (let coder = 1; coder <= coders; coder += 1) {
    const path = coders === 1 ? `${out}.csv` : `${out}-${coder}.csv`;
    const rows = await collect(readTable(path, sheets.readings));
    const about = { name: `coder ${coder}`, accounts, now, errorRate, random };
    await writeTable(
      path,
      sheets.readings,
      rows.map((row) => fillRow(row, about)),
    );
    await importCommand.run([scratch, path], { quiet: true }, terminal);
  }
  await adjudicate(scratch, { accounts, now }, terminal);
  const snapshot = reopenSnapshot(scratch);
  try {
    await analyse(snapshot);
    return await collect(snapshot.read(tables.benchmarks));
  } finally {
    snapshot.close();
  }
}

/** Somebody who knows settles what the coders differ about. */
async function adjudicate(
  folder: string,
  known: Pick<RoundTrip, "accounts" | "now">,
  terminal: Terminal,
): Promise<void> {
  const path = join(folder, "review", "disagreements.csv");
  try {
    readFileSync(path);
  } catch {
    return;
  }
  const rows = await collect(readTable(path, sheets.readings));
  const settled = { ...known, name: "adjudicated", errorRate: 0, random: randomOf(1) };
  await writeTable(
    path,
    sheets.readings,
    rows.map((row) => fillRow(row, settled)),
  );
  await importCommand.run([folder, path], { quiet: true }, terminal);
}
