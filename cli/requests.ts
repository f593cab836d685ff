import { join } from "node:path";
import { readGroups } from "../datasets/ledger.ts";
import { byCodeUnit } from "../datasets/order.ts";
import { RequestRecord } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";

/** Where the ledger of an audit's requests is. */
export const ledgerOf = ({ folder }: Pick<Snapshot, "folder">) => join(folder, "journal", "requests.jsonl");

/** The ledger as a table, by host, path and instant: what proves that nobody was asked faster than promised. */
export async function writeRequests(snapshot: Pick<Snapshot, "folder" | "write">): Promise<void> {
  await snapshot.write(tables.requests, inOrder(ledgerOf(snapshot)));
}

async function* inOrder(ledger: string): AsyncGenerator<RequestRecord> {
  const keyOf = ({ path, startedAt }: RequestRecord) => `${path} ${startedAt ?? ""}`;
  const host = RequestRecord.pick({ host: true }).transform((request) => request.host);
  for await (const requests of readGroups(ledger, RequestRecord, host))
    yield* requests.toSorted((a, b) => byCodeUnit(keyOf(a), keyOf(b)));
}
