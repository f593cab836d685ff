/** The whole audit, top to bottom. Each step adds to the audit folder; run again, it goes on where it was. */
import {
  activityCurves,
  cadencesOf,
  companyStatuses,
  computeBenchmarks,
  exporters,
  findingsOf,
} from "./analysis/index.ts";
import { billOf, billWords, checkCost } from "./crawler/bill.ts";
import { writeFindings, writeObserved } from "./crawler/findings.ts";
import { observeAccounts, pendingAccounts } from "./crawler/observe.ts";
import { named } from "./crawler/platforms/index.ts";
import { openSources, type Sources } from "./crawler/sources.ts";
import { type Runner, resume } from "./crawler/stage.ts";
import { toVisit, visitSite } from "./crawler/visit.ts";
import type { Company } from "./datasets/schema.ts";
import type { Snapshot } from "./datasets/snapshot.ts";
import { tables } from "./datasets/tables.ts";

/**
 * Where an audit is done: the folder, who runs its two stages that touch the world, who may be asked beside the open interfaces, and
 * where to say what that costs.
 */
export type Place = { snapshot: Snapshot; run: Runner; sources?: Sources; note?: (text: string) => void };

/** Companies -> published numbers. */
export async function audit(companies: readonly Company[], place: Place): Promise<void> {
  await crawl(companies, place);
  await observe(place);
  await analyse(place.snapshot);
  await report(place.snapshot);
}
/** Companies -> visits -> claims -> accounts and ownerships. */
export async function crawl(companies: readonly Company[], { snapshot, run }: Place): Promise<void> {
  const { config, visits } = snapshot;
  await resume(visitSite(config), toVisit(companies, snapshot), { run, journal: visits });
  await writeFindings(companies, snapshot);
}
/** Own accounts -> observations and posts. */
export async function observe({ snapshot, run, sources = openSources, note }: Place): Promise<void> {
  const { config, observations } = snapshot;
  const observing = { lookback: config.lookback, sources };
  const { pending, now } = await pendingAccounts(snapshot, sources);
  const bill = billOf(pending, now, observing);
  checkCost(bill, sources.mostUsd);
  for (const line of billWords(bill)) note?.(line);
  noteObservers(snapshot, sources);
  await run(observeAccounts(observing), pending, observations.append);
  await writeObserved(snapshot);
}
/** Adds to the manifest who may be asked in this run. */
function noteObservers({ manifest, update }: Snapshot, { on }: Sources): void {
  const { instrument } = manifest();
  const observers = [...new Set([...instrument.observers, ...on])].sort();
  if (observers.length > instrument.observers.length) update({ instrument: { ...instrument, observers } });
}
/** Observations -> cadences -> statuses -> benchmarks. Reads published tables only, as does the report. */
export async function analyse(snapshot: Snapshot): Promise<void> {
  await snapshot.write(tables.cadences, cadencesOf(snapshot));
  const findings = await findingsOf(snapshot, named);
  await snapshot.write(tables.statuses, companyStatuses(findings));
  await snapshot.write(tables.benchmarks, computeBenchmarks(findings));
  await snapshot.write(tables.curves, activityCurves(findings));
}
/** Tables -> data package and report; the company named stands first in it. */
export async function report(snapshot: Snapshot, own: string | null = null): Promise<void> {
  for (const exporter of exporters)
    await exporter.write({ ...snapshot, platforms: named, own }, snapshot.folder);
}
