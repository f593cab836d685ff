import {
  appendFileSync,
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
} from "node:fs";
import type { z } from "zod";
import type { Place } from "./commit-index.ts";
import { byCodeUnit } from "./order.ts";

/** Lines that are only ever added, over all runs of an audit: its requests, which prove that it was polite, or what it cost. */
export interface Ledger<T> {
  add(record: T): void;
  close(): void;
}

/** Opens the ledger at `path` to add to it; a line torn by a kill is cut off. */
export function openLedger<T>(path: string): Ledger<T> {
  const file = openSync(path, "a+");
  ftruncateSync(file, wholeLength(file));
  return {
    add: (record) => appendFileSync(file, `${JSON.stringify(record)}\n`),
    close: () => closeSync(file),
  };
}

/** Bytes looked at in one go; a line is much shorter. */
const pieceBytes = 65_536;

/** Where the last whole line ends, found from the file's end: a ledger has a million lines. */
function wholeLength(file: number): number {
  const piece = Buffer.alloc(pieceBytes);
  for (let end = fstatSync(file).size; end > 0; ) {
    const start = Math.max(0, end - pieceBytes);
    const last = piece.subarray(0, readSync(file, piece, 0, end - start, start)).lastIndexOf(10);
    if (last !== -1) return start + last + 1;
    end = start;
  }
  return 0;
}

/** The records of a ledger in the order they came; a line torn by a kill is left out. */
export async function* readLedger<T>(path: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  for await (const { line } of linesOf(path)) {
    const record = parseLine(line, schema);
    if (record !== null) yield record;
  }
}

/**
 * The records of a ledger group by group, in code-unit order of the groups' names; within one as they came. Only places are held in
 * memory: a ledger has a million lines.
 *
 * @param groupOf reads the name of its group out of a record
 */
export async function* readGroups<T>(
  path: string,
  schema: z.ZodType<T>,
  groupOf: z.ZodType<string>,
): AsyncGenerator<readonly T[]> {
  const groups = new Map<string, Place[]>();
  for await (const { line, place } of linesOf(path)) {
    const name = parseLine(line, groupOf);
    if (name === null) continue;
    const places = groups.get(name) ?? [];
    groups.set(name, places);
    places.push(place);
  }
  if (groups.size === 0) return;
  const file = openSync(path, "r");
  try {
    for (const [, places] of [...groups].sort(([a], [b]) => byCodeUnit(a, b)))
      yield places.flatMap((place) => parseLine(readPlace(file, place), schema) ?? []);
  } finally {
    closeSync(file);
  }
}

/** Every line of a file that is whole, and where it stands. */
async function* linesOf(path: string): AsyncGenerator<{ line: string; place: Place }> {
  if (!existsSync(path)) return;
  let rest: Uint8Array = new Uint8Array(0);
  let at = 0;
  for await (const piece of createReadStream(path)) {
    const content = Buffer.concat([rest, piece]);
    let start = 0;
    for (let end = content.indexOf(10); end !== -1; end = content.indexOf(10, start)) {
      yield { line: content.toString("utf8", start, end), place: [at + start, at + end] };
      start = end + 1;
    }
    rest = content.subarray(start);
    at += start;
  }
}

function readPlace(file: number, [start, end]: Place): string {
  const bytes = Buffer.allocUnsafe(end - start);
  readSync(file, bytes, 0, bytes.length, start);
  return bytes.toString("utf8");
}

function parseLine<T>(line: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
