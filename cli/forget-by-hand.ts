import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settleReadings } from "../analysis/readings.ts";
import { collect } from "../datasets/collect.ts";
import { withoutRows } from "../datasets/erase-rows.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { type Table, tables } from "../datasets/tables.ts";

const byHand: readonly Table[] = [tables.secondPhase, tables.checks, tables.detectionDraw];

/**
 * Takes a company out of what people read, checked, or were to look at: no journal holds that, so that no stage would make these tables
 * again without it. Sheets that are on their way lose its rows, too.
 *
 * @param isLost whether a cell of a sheet names the company
 */
export async function forgetByHand(
  snapshot: Snapshot,
  companyId: string,
  isLost: (cell: string) => boolean,
): Promise<void> {
  const { files } = snapshot.manifest();
  const isWritten = ({ name }: Table) => files.some(({ path }) => path === `tables/${name}.csv`);
  for (const table of byHand.filter(isWritten))
    await snapshot.write(table, await collect(snapshot.read(table), (row) => row["companyId"] !== companyId));
  if (isWritten(tables.readings)) {
    const kept = await collect(snapshot.read(tables.readings), (row) => row.companyId !== companyId);
    const { readings, agreement } = settleReadings(kept, snapshot.config.thetas);
    await snapshot.write(tables.readings, readings);
    await snapshot.write(tables.agreement, agreement);
  }
  for (const sheet of ["corrections.csv", "disagreements.csv"]) {
    const path = join(snapshot.folder, "review", sheet);
    const left = existsSync(path) ? withoutRows({ file: path, bytes: readFileSync(path) }, isLost) : null;
    if (left) writeFileSync(path, left.bytes);
  }
}
