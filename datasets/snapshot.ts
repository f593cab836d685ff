import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { AuditConfig } from "./config.ts";
import { readTable } from "./csv.ts";
import { AuditError } from "./error.ts";
import { type InputName, keepInput, readInput, type UserFile } from "./inputs.ts";
import { adoptJournals, type Journals, openJournals } from "./journals.ts";
import { lockFolder } from "./lock.ts";
import { type Beginning, checkSameAudit, newManifest, readManifest, writeManifest } from "./manifest.ts";
import type { Audit } from "./schema.ts";
import { fillTables, rowsOf, type TablePlan } from "./table-file.ts";
import { fileOf, pathOf, type Table } from "./tables.ts";

/** One audit on disk: journals that grow while it runs, tables made from them, and the manifest that describes both. */
export interface Snapshot extends Journals {
  folder: string;
  config: AuditConfig;
  /** A file of the user's own that the audit obeys; null where none was ever given. */
  input(name: InputName): UserFile | null;
  /** Takes such a file: from now on it is in force. */
  keep(name: InputName, given: UserFile): void;
  /** What is worth telling the user about the folder itself. */
  notes: readonly string[];
  manifest(): Audit;
  /** Changes the manifest on disk and in memory. */
  update(change: Partial<Audit>): void;
  /** Writes `tables/<name>.csv`; the records come in the order of the table's key. */
  write<S extends z.ZodObject>(table: Table<S>, records: AnyIterable<z.output<S>>): Promise<void>;
  /** Writes several tables in one pass over what they are made from. */
  writeTogether<T>(sources: AnyIterable<T>, plans: readonly TablePlan<T>[]): Promise<void>;
  /** Whether a table was written. */
  has(table: Pick<Table, "name">): boolean;
  /** Reads a table back; nothing where it was not written yet. */
  read<S extends z.ZodObject>(table: Table<S>): AsyncIterable<z.output<S>>;
  close(): void;
}

type AnyIterable<T> = Iterable<T> | AsyncIterable<T>;

/**
 * Begins an audit in a folder, or goes on with the one that is there.
 *
 * @throws AuditError when the folder holds an audit of another frame or configuration, or another process works on it
 */
export function openSnapshot(folder: string, beginning: Beginning): Snapshot {
  const before = readManifest(folder);
  const fresh = newManifest(beginning);
  if (before) checkSameAudit(folder, before, fresh);
  mkdirSync(folder, { recursive: true });
  const snapshot = open(folder, before ?? fresh);
  if (!before) snapshot.update({});
  return snapshot;
}

/**
 * Opens the audit that a folder holds.
 *
 * @throws AuditError when there is none
 */
export function reopenSnapshot(folder: string): Snapshot {
  const manifest = readManifest(folder);
  if (manifest) return open(folder, manifest);
  throw new AuditError(
    "bad_input",
    `${folder}: holds no audit. Begin one with: presence-audit crawl FRAME --out ${folder}`,
  );
}

function open(folder: string, found: Audit): Snapshot {
  const lock = lockFolder(folder);
  adoptJournals(folder);
  for (const name of ["journal", "cache", "tables"]) mkdirSync(join(folder, name), { recursive: true });
  const { close: closeJournals, ...journals } = openJournals(join(folder, "journal"));
  let manifest = found;
  const update = (change: Partial<Audit>) => {
    manifest = { ...manifest, ...change };
    writeManifest(folder, manifest);
  };
  const writeTogether: Snapshot["writeTogether"] = async (sources, plans) => {
    const files = plans.map(({ table, open }) => ({
      path: pathOf(table),
      ...open(join(folder, pathOf(table))),
    }));
    await fillTables(files, sources);
    const written = files.map(({ path, end }) => ({ path, ...end() }));
    update({ files: written.reduce(withFile, manifest.files) });
  };
  return {
    folder,
    config: AuditConfig.parse(found.config),
    ...journals,
    notes: lock.takenOver ? [`${folder}: the last run was ended from outside; going on where it was`] : [],
    input: (name) => readInput(folder, name),
    keep: (name, given) => update({ files: withFile(manifest.files, keepInput(folder, name, given)) }),
    manifest: () => manifest,
    update,
    write: (table, records) => writeTogether(records, [rowsOf(table, (record) => [record])]),
    writeTogether,
    has: (table) => fileOf(manifest, table) !== undefined,
    async *read(table) {
      if (fileOf(manifest, table)) yield* readTable(join(folder, pathOf(table)), table);
    },
    close() {
      closeJournals();
      lock.release();
    },
  };
}

function withFile(files: Audit["files"], file: Audit["files"][number]): Audit["files"] {
  const others = files.filter(({ path }) => path !== file.path);
  return [...others, file].sort((a, b) => (a.path < b.path ? -1 : 1));
}
