import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync, readSync } from "node:fs";
import type { z } from "zod";
import { type CommitIndex, type Place, writeFully } from "./commit-index.ts";
import { byCodeUnit } from "./order.ts";

/** Append-only records of a stage, one JSON line each, found again by the key of the input that made them. */
export interface Journal<T> {
  has(key: string): boolean;
  /** How many keys are journalled. */
  size(): number;
  /** Keys journalled, in no order. */
  keys(): Iterable<string>;
  /** Appends the records of one input; they replace what the key had. On return they survive a kill of the process. */
  append(key: string, records: readonly T[]): void;
  /** The records of one key, empty when there are none. */
  get(key: string): T[];
  /** All records, key by key in code-unit order; one key's records are in memory at a time. */
  read(): Generator<T>;
  close(): void;
}

/** Which journal: its file, its name in the index, its records and the key a record belongs to. */
export interface JournalPlan<T> {
  path: string;
  name: string;
  schema: z.ZodType<T>;
  keyOf: (record: T) => string;
}

/**
 * Opens or creates a journal.
 *
 * The index is the commit: records are written first, their key and place after. What stands behind the last place was in
 * flight when the process ended and is cut off. Where the index itself is lost, the places are found by reading the journal.
 */
export function openJournal<T>(plan: JournalPlan<T>, index: CommitIndex): Journal<T> {
  const file = openSync(plan.path, existsSync(plan.path) ? "r+" : "w+");
  const size = fstatSync(file).size;
  const places = index.existed ? index.places(plan.name) : recover(plan, index);
  let end = 0;
  for (const [key, [, last]] of places) {
    if (last > size) places.delete(key);
    else end = Math.max(end, last);
  }
  ftruncateSync(file, end);

  const get = (key: string): T[] => {
    const place = places.get(key);
    return place ? readLines(file, place).map((line) => plan.schema.parse(JSON.parse(line))) : [];
  };
  return {
    has: (key) => places.has(key),
    size: () => places.size,
    keys: () => places.keys(),
    append(key, records) {
      const lines = records.map((record) => `${JSON.stringify(record)}\n`).join("");
      const place: Place = [end, end + writeFully(file, lines, end)];
      index.commit(plan.name, key, place);
      end = place[1];
      places.set(key, place);
    },
    get,
    *read() {
      for (const key of [...places.keys()].sort(byCodeUnit)) yield* get(key);
    },
    close: () => closeSync(file),
  };
}

function readLines(file: number, [start, end]: Place): string[] {
  const bytes = Buffer.allocUnsafe(end - start);
  readSync(file, bytes, 0, bytes.length, start);
  return bytes.toString("utf8").split("\n").slice(0, -1);
}

/** Places found by reading the journal itself; lines of one key stand together. */
function recover<T>({ path, name, schema, keyOf }: JournalPlan<T>, index: CommitIndex): Map<string, Place> {
  const places = new Map<string, Place>();
  let start = 0;
  for (const line of readFileSync(path, "utf8").split("\n").slice(0, -1)) {
    const end = start + Buffer.byteLength(line) + 1;
    const key = keyOf(schema.parse(JSON.parse(line)));
    const before = places.get(key);
    places.set(key, before?.[1] === start ? [before[0], end] : [start, end]);
    start = end;
  }
  for (const [key, place] of places) index.commit(name, key, place);
  return places;
}
