import { createRequire } from "node:module";
import type { DuckDBConnection } from "@duckdb/node-api";

/** Memory the engine may take, megabytes; beyond it spills to disk. */
const memoryMb = 256;

/**
 * Does work with DuckDB, which is installed only where somebody wants Parquet or has millions of posts.
 *
 * @returns what the work returns; null where the package is not installed
 */
export async function withDuckDb<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T | null> {
  const engine = installedEngine();
  if (!engine) return null;
  const instance = await engine.DuckDBInstance.create(":memory:", {
    memory_limit: `${memoryMb}MB`,
    // Nothing is fetched from the internet behind the user's back.
    autoinstall_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Not by import, which reads all files of a CommonJS package once more for the names of its exports: 0.3 s of processor a thread. */
function installedEngine(): typeof import("@duckdb/node-api") | null {
  try {
    return createRequire(import.meta.url)("@duckdb/node-api");
  } catch {
    return null;
  }
}

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
