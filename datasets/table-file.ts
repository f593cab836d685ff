import { createHash } from "node:crypto";
import { closeSync, openSync, renameSync, rmSync } from "node:fs";
import { type Options, stringify } from "csv-stringify/sync";
import type { z } from "zod";
import type { Column, ColumnType } from "./columns.ts";
import { writeFully } from "./commit-index.ts";
import type { Table } from "./tables.ts";
import { inTurns } from "./turns.ts";

/** What was written. */
export interface WrittenTable {
  /** Rows without the header. */
  rows: number;
  /** SHA-256 of the file, hex. */
  sha256: string;
}

/** A table in the making, out of sources that each give some of its rows. */
export interface TableFile<T> {
  add(source: T): void;
  /** Writes what was added so far. */
  flush(): void;
  /** What was written is whole: the file gets its name. */
  end(): WrittenTable;
  /** Nothing of it is left behind. */
  discard(): void;
}

/** A table, and how it is made from sources of one kind. */
export interface TablePlan<T> {
  table: Table;
  open(path: string): TableFile<T>;
}

/** Plans a table of which one source gives any number of rows, in the order of the table's key over all sources. */
export function rowsOf<S extends z.ZodObject, T>(
  table: Table<S>,
  rowsOfOne: (source: T) => Iterable<z.output<S>>,
): TablePlan<T> {
  const open = (path: string) => {
    const file = openTableFile(path, table);
    const add = (source: T) => {
      for (const row of rowsOfOne(source)) file.add(row);
    };
    return { ...file, add };
  };
  return { table, open };
}

/** Writes tables in one pass over their sources; what fails on the way leaves nothing behind. They still have to be ended. */
export async function fillTables<T>(
  files: readonly TableFile<T>[],
  sources: Iterable<T> | AsyncIterable<T>,
): Promise<void> {
  try {
    for await (const source of inTurns(sources)) for (const file of files) file.add(source);
    for (const file of files) file.flush();
  } catch (error) {
    for (const file of files) file.discard();
    throw error;
  }
}

// RFC 4180: comma, CRLF, quotes only where needed; a lone CR or LF inside a cell needs them too.
const dialect: Options = { record_delimiter: "windows", quoted_match: /[\r\n]/ };

const rowsPerChunk = 1_000;

/** Opens a table for its rows. In a cell of text a `'` stands before what a spreadsheet would run. */
export function openTableFile<S extends z.ZodObject>(path: string, table: Table<S>): TableFile<z.output<S>> {
  const unfinished = `${path}.unfinished`;
  const file = openSync(unfinished, "w");
  const hash = createHash("sha256");
  const chunk = [table.columns.map(({ name }) => name)];
  let [rows, bytes] = [0, 0];
  const flush = () => {
    const text = stringify(chunk.splice(0), dialect);
    hash.update(text);
    bytes += writeFully(file, text, bytes);
  };
  return {
    add(record) {
      chunk.push(encodeRow(table.columns, table.toRow(record)));
      rows += 1;
      if (chunk.length >= rowsPerChunk) flush();
    },
    flush,
    end() {
      closeSync(file);
      renameSync(unfinished, path);
      return { rows, sha256: hash.digest("hex") };
    },
    discard() {
      closeSync(file);
      rmSync(unfinished, { force: true });
    },
  };
}

const encodeRow = (columns: readonly Column[], row: readonly unknown[]) =>
  row.map((value, index) => encode(columns[index]?.type ?? "text", value));

/** Null is an empty cell. Anything that has no true text (NaN, Infinity) is a fault of the program. */
function encode(type: ColumnType, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (type === "text") return String(value).replace(formula, "'$&");
  if (type === "texts") return JSON.stringify(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${value} fits no cell`);
  return String(value);
}

// A spreadsheet runs a cell that begins so; a ' keeps it text. What already begins with a ' before such a sign gets another.
const formula = /^'*[=+\-@\t\r]/;
