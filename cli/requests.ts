import { join } from "node:path";
import { collect } from "../datasets/collect.ts";
import { readLedger } from "../datasets/ledger.ts";
import { byCodeUnit } from "../datasets/order.ts";
import { RequestRecord } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";

/** Where the ledger of an audit's requests is. */
export const ledgerOf = ({ folder }: Pick<Snapshot, "folder">) => join(folder, "journal", "requests.jsonl");

/** The ledger as a table, by host and path: what proves that nobody was asked faster than promised. */
export async function writeRequests(snapshot: Pick<Snapshot, "folder" | "write">): Promise<void> {
  const requests = await collect(readLedger(ledgerOf(snapshot), RequestRecord));
  const keyOf = ({ host, path, startedAt }: RequestRecord) => `${host} ${path} ${startedAt ?? ""}`;
  await snapshot.write(
    tables.requests,
    requests.sort((a, b) => byCodeUnit(keyOf(a), keyOf(b))),
  );
}
