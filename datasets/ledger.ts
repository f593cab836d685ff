import { appendFileSync, closeSync, createReadStream, existsSync, openSync } from "node:fs";
import { createInterface } from "node:readline";
import { RequestRecord } from "./schema.ts";

/** Every request of an audit, over all its runs: what proves that it was polite. */
export interface Ledger {
  add(request: RequestRecord): void;
  close(): void;
}

/** Opens the ledger at `path` to add to it; a line torn by a kill is ended first. */
export function openLedger(path: string): Ledger {
  const file = openSync(path, "a");
  appendFileSync(file, "\n");
  return {
    add: (request) => appendFileSync(file, `${JSON.stringify(request)}\n`),
    close: () => closeSync(file),
  };
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
