import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnType } from "../datasets/columns.ts";
import type { Audit } from "../datasets/schema.ts";
import type { Table } from "../datasets/tables.ts";
import { quoted } from "./duckdb.ts";

/** What a Parquet copy is made from and where it goes. */
export interface Copy {
  table: Table;
  /** The audit's folder. */
  folder: string;
  /** The table's CSV as the manifest has it. */
  file: Audit["files"][number];
}

/**
 * Makes `tables/NAME.parquet` from `tables/NAME.csv`, with the types of the schema; one that was made from the same CSV stays.
 *
 * @returns its path in the folder
 */
export async function writeParquet(
  connection: DuckDBConnection,
  { table, folder, file }: Copy,
): Promise<string> {
  const path = `tables/${table.name}.parquet`;
  const target = join(folder, path);
  if ((await sourceOf(connection, target)) === file.sha256) return path;
  const cells = table.columns.map(({ name }) => `${quoted(name)}: 'VARCHAR'`).join(", ");
  const columns = table.columns.map(({ name, type }) => `${casts[type](name)} AS ${name}`).join(", ");
  const csv = `read_csv(${quoted(join(folder, file.path))}, header = true, columns = {${cells}}, nullstr = '', quote = '"', escape = '"', delim = ',')`;
  await connection.run(
    `COPY (SELECT ${columns} FROM ${csv}) TO ${quoted(`${target}.unfinished`)} (FORMAT parquet, KV_METADATA {csv_sha256: ${quoted(file.sha256)}})`,
  );
  await rename(`${target}.unfinished`, target);
  return path;
}

/** The SHA-256 of the CSV that a Parquet file was made from; null where there is no such file. */
async function sourceOf(connection: DuckDBConnection, path: string): Promise<string | null> {
  if (!existsSync(path)) return null;
  const found = await connection.runAndReadAll(
    `SELECT decode(value) FROM parquet_kv_metadata(${quoted(path)}) WHERE decode(key) = 'csv_sha256'`,
  );
  return String(found.getRows()[0]?.[0] ?? "");
}

// The ' that keeps a spreadsheet from running a cell is a matter of the CSV alone.
const asText = (name: string): string => `regexp_replace(${name}, '^''(''*[=+\\-@\\t\\r])', '\\1')`;

const casts: Readonly<Record<ColumnType, (name: string) => string>> = {
  text: asText,
  one_of: (name) => name,
  instant: (name) => `${name}::TIMESTAMPTZ`,
  integer: (name) => `${name}::BIGINT`,
  number: (name) => `${name}::DOUBLE`,
  boolean: (name) => `${name}::BOOLEAN`,
  texts: (name) => `from_json(${name}, '["VARCHAR"]')`,
};
