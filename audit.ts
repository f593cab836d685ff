/** The whole audit, top to bottom. Each step adds to the audit folder; run again, it goes on where it was. */
import { cadencesOf, companyStatuses, computeBenchmarks, exporters, findingsOf } from "./analysis/index.ts";
import { checkCost } from "./crawler/bill.ts";
import { writeFindings } from "./crawler/findings.ts";
import { observeAccounts, pendingAccounts, writeObservations } from "./crawler/observe.ts";
import { named } from "./crawler/platforms/index.ts";
import type { Sources } from "./crawler/sources.ts";
import { type Runner, resume } from "./crawler/stage.ts";
import { inVisitingOrder, visitSite } from "./crawler/visit.ts";
import type { Company } from "./datasets/schema.ts";
import type { Snapshot } from "./datasets/snapshot.ts";
import { tables } from "./datasets/tables.ts";

/** Where an audit is done: the folder, who runs its two stages that touch the world, and who may be asked beside the open interfaces. */
export type Place = { snapshot: Snapshot; run: Runner; sources?: Sources };

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
  await resume(visitSite(config), inVisitingOrder(companies, config.seed), { run, journal: visits });
  await writeFindings(companies, snapshot);
}
/** Own accounts -> observations and posts. */
export async function observe({ snapshot, run, sources }: Place): Promise<void> {
  const { config, observations } = snapshot;
  const observing = { lookback: config.lookback, ...(sources && { sources }) };
  const { pending, now } = await pendingAccounts(snapshot, sources);
  checkCost(pending, now, observing);
  await run(observeAccounts(observing), pending, observations.append);
  await writeObservations(snapshot);
}
/** Observations -> cadences -> statuses -> benchmarks. Reads published tables only, as does the report. */
export async function analyse(snapshot: Snapshot): Promise<void> {
  await snapshot.write(tables.cadences, cadencesOf(snapshot));
  const findings = await findingsOf(snapshot, named);
  await snapshot.write(tables.statuses, companyStatuses(findings));
  await snapshot.write(tables.benchmarks, computeBenchmarks(findings));
}
/** Tables -> data package and report; the company named stands first in it. */
export async function report(snapshot: Snapshot, own: string | null = null): Promise<void> {
  for (const exporter of exporters) await exporter.write({ ...snapshot, platforms: named, own }, snapshot.folder);
}
