import type { z } from "zod";
import { writeTable } from "../datasets/csv.ts";
import type { Table } from "../datasets/tables.ts";
import { writeXlsx } from "../datasets/xlsx.ts";
import type { Terminal } from "./command.ts";
import type { Options } from "./flags.ts";
import { dealRows, type RowsOf } from "./sheets.ts";

/** Where a sheet goes. */
export interface SheetPlace {
  /** Of the sheet, without ending. */
  path: string;
  terminal: Terminal;
}

/**
 * Writes one CSV and one XLSX a coder.
 *
 * @returns a line on each
 */
export async function writeSheets<S extends z.ZodObject>(
  table: Table<S>,
  companies: readonly RowsOf<z.output<S>>[],
  { coders = 1, overlap = 0, seed = 1 }: Options,
  path: string,
): Promise<string[]> {
  const lines: string[] = [];
  for (const [index, rows] of dealRows(companies, { coders, overlap, seed }).entries()) {
    const name = coders === 1 ? path : `${path}-${index + 1}`;
    await writeTable(`${name}.csv`, table, rows);
    await writeXlsx(`${name}.xlsx`, table, rows);
    lines.push(`${name}.csv, ${name}.xlsx: ${rows.length} rows`);
  }
  return lines;
}
