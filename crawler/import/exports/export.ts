import type { Field } from "../columns.ts";

/** What somebody else's program writes when a user exports from it. Adding one is a file and a line in `index.ts`. */
export type ExportFormat = TableExport | ArchiveExport;

interface Export {
  /** As in `policy.json`, which says whose word for the format this is, and of when. */
  id: string;
  title: string;
  /** Platform of its accounts; null where the file says it. */
  platform: string | null;
}

/** An export that is a table: CSV, or a sheet of an XLSX file, below lines that are none of it. */
export interface TableExport extends Export {
  /** Header by meaning. What is not named here, texts above all, is not read. */
  columns: Readonly<Partial<Record<Field, string>>>;
  /** Headers that, all together, no other file has. */
  telling: readonly string[];
  /** Dates are written 12/31/2026. */
  monthFirst?: true;
}

/** An export that is no table. */
export interface ArchiveExport extends Export {
  /** Rows by our own headers, read as they are wanted; null where the file is none of these. What is not in them is dropped here. */
  open(bytes: Uint8Array, file: string): OpenedExport | null;
}

/** An archive as a table. */
interface OpenedExport {
  headers: readonly string[];
  rows: Iterable<{ row: number; cells: Readonly<Record<string, string>> }>;
}
