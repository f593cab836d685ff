import type { z } from "zod";
import type { Audit } from "../../datasets/schema.ts";
import type { Table } from "../../datasets/tables.ts";
import type { PlatformName } from "../platform-sets.ts";

/** A finished audit as exporters see it: its manifest and its published tables. */
export interface Tables {
  manifest(): Audit;
  /** Rows in the order of the key; none where the table was not written. */
  read<S extends z.ZodObject>(table: Table<S>): AsyncIterable<z.output<S>>;
  /** Platforms the audit looked for, in the order of reports. */
  platforms: readonly PlatformName[];
  /** companyId of the company for which a report is made; the manifest's own company where absent. */
  own?: string;
}

/** Writes one published form of an audit. Adding one is a file and a line in `index.ts`. */
export interface Exporter {
  id: string;
  /** What it writes, in one sentence without a full stop. */
  title: string;
  /** @returns paths of the files written, relative to the audit's folder */
  write(tables: Tables, folder: string): Promise<readonly string[]>;
}
