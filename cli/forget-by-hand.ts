import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settleReadings } from "../analysis/readings.ts";
import { collect } from "../datasets/collect.ts";
import { withoutRows } from "../datasets/erase-rows.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { handMade, tables } from "../datasets/tables.ts";

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
  for (const table of handMade.filter(snapshot.has))
    await snapshot.write(table, await collect(snapshot.read(table), (row) => row["companyId"] !== companyId));
  // How far coders agree is told of those that are left.
  if (snapshot.has(tables.readings)) {
    const kept = await collect(snapshot.read(tables.readings));
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
