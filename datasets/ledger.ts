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
import { createInterface } from "node:readline";
import type { z } from "zod";

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
  if (!existsSync(path)) return;
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const record = parseLine(line, schema);
    if (record !== null) yield record;
  }
}

function parseLine<T>(line: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
