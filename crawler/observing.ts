import type { Observation } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { billOf, billWords, checkCost } from "./bill.ts";
import { type Asked, observeAccounts, pendingAccounts } from "./observe.ts";
import { openSources, type Sources } from "./sources.ts";
import type { Stage } from "./stage.ts";

/** Who may be asked beside the open interfaces, and where to say what that costs. */
export interface Asking {
  sources?: Sources;
  note?: (text: string) => void;
}

/**
 * The accounts that are still to be observed and the stage that does it. Says what it costs, and adds to the manifest who may be asked.
 *
 * @throws AuditError when it could cost more than the user said
 */
export async function prepareObserving(
  snapshot: Snapshot,
  { sources = openSources, note }: Asking,
): Promise<{ stage: Stage<Asked, Observation>; pending: readonly Asked[] }> {
  const observing = { lookback: snapshot.config.lookback, sources };
  const { pending, now } = await pendingAccounts(snapshot, sources);
  const bill = billOf(pending, now, observing);
  checkCost(bill, sources.mostUsd);
  for (const line of billWords(bill)) note?.(line);
  noteObservers(snapshot, sources);
  return { stage: observeAccounts(observing), pending };
}

function noteObservers({ manifest, update }: Snapshot, { on }: Sources): void {
  const { instrument } = manifest();
  const observers = [...new Set([...instrument.observers, ...on])].sort();
  if (observers.length > instrument.observers.length) update({ instrument: { ...instrument, observers } });
}
