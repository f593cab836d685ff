import { existsSync } from "node:fs";
import { join } from "node:path";
import { readTable } from "./csv.ts";
import { AuditError } from "./error.ts";
import { readManifest } from "./manifest.ts";
import { type Table, tables } from "./tables.ts";

/**
 * Where the tables of two audits say something else. Volatile fields are left out, and so is the ledger of requests: it tells of
 * runs, not of companies.
 *
 * @returns one line a difference, in the order of the tables
 * @throws AuditError when a folder holds no tables
 */
export async function* diffTables(first: string, second: string): AsyncGenerator<string> {
  for (const folder of [first, second]) {
    if (!existsSync(join(folder, "tables")))
      throw new AuditError("bad_input", `${folder}: holds no audit with tables`);
  }
  for (const table of Object.values<Table>(tables).filter(({ name }) => name !== "requests")) {
    yield* diffTable(table, rowsOf(first, table), rowsOf(second, table));
  }
}

/** With what two audits measured, where that is not the same: what differs between them may come from there. One line a part. */
export function diffInstruments(first: string, second: string): string[] {
  const [a, b] = [readManifest(first)?.instrument, readManifest(second)?.instrument];
  if (!a || !b) return [];
  const parts = ["software", "grammar", "extractor", "attribution", "observers"] as const;
  return parts.flatMap((part) => {
    const [old, next] = [String(a[part]), String(b[part])];
    return old === next ? [] : [`instrument, ${part}: ${old} in the first, ${next} in the second`];
  });
}

async function* diffTable(table: Table, first: AsyncGenerator<Row>, second: AsyncGenerator<Row>) {
  let [a, b] = [await next(first), await next(second)];
  while (a || b) {
    if (a && (!b || a.key < b.key)) {
      yield `${table.name}: only in the first: ${a.key}`;
      a = await next(first);
    } else if (b && (!a || b.key < a.key)) {
      yield `${table.name}: only in the second: ${b.key}`;
      b = await next(second);
    } else if (a && b) {
      if (a.text !== b.text) yield `${table.name}: ${a.key}\n  - ${a.text}\n  + ${b.text}`;
      [a, b] = [await next(first), await next(second)];
    }
  }
}

/** A row's key and its cells that are not volatile, as text. */
interface Row {
  key: string;
  text: string;
}

async function* rowsOf(folder: string, table: Table): AsyncGenerator<Row> {
  const path = join(folder, "tables", `${table.name}.csv`);
  if (!existsSync(path)) return;
  for await (const record of readTable(path, table)) {
    const cells = table.toRow(record);
    const cellsWhere = (isWanted: (name: string, volatile: boolean) => boolean) =>
      JSON.stringify(
        cells.filter((_, i) => isWanted(table.columns[i]?.name ?? "", table.columns[i]?.volatile ?? false)),
      );
    yield {
      key: cellsWhere((name) => table.key.includes(name)),
      text: cellsWhere((_, volatile) => !volatile),
    };
  }
}

async function next(rows: AsyncGenerator<Row>): Promise<Row | null> {
  const step = await rows.next();
  return step.done ? null : step.value;
}
