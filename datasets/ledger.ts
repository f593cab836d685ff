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
import { RequestRecord } from "./schema.ts";

/** Every request of an audit, over all its runs: what proves that it was polite. */
export interface Ledger {
  add(request: RequestRecord): void;
  close(): void;
}

/** Opens the ledger at `path` to add to it; a line torn by a kill is cut off. */
export function openLedger(path: string): Ledger {
  const file = openSync(path, "a+");
  ftruncateSync(file, wholeLength(file));
  return {
    add: (request) => appendFileSync(file, `${JSON.stringify(request)}\n`),
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

/** The requests of a ledger in the order they ended; a line torn by a kill is left out. */
export async function* readLedger(path: string): AsyncGenerator<RequestRecord> {
  if (!existsSync(path)) return;
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const request = parseLine(line);
    if (request) yield request;
  }
}

function parseLine(line: string): RequestRecord | null {
  try {
    return RequestRecord.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
