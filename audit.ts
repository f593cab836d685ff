/** The whole audit, top to bottom. Each step adds to the audit folder; run again, it goes on where it was. */
import { writeFindings, writeObserved } from "./crawler/findings.ts";
import { type Asking, prepareObserving } from "./crawler/observing.ts";
import { named } from "./crawler/platforms/index.ts";
import { type Runner, resume } from "./crawler/stage.ts";
import { toVisit, visitSite } from "./crawler/visit.ts";
import { type Company, type Snapshot, tables } from "./datasets/index.ts";
/** Where an audit is done: the folder, who runs its two stages that touch the world, and who may be asked. */
export type Place = { snapshot: Snapshot; run: Runner } & Asking;
/** Companies -> published numbers. */
export async function audit(companies: readonly Company[], place: Place): Promise<void> {
  await crawl(companies, place);
  await observe(place);
  await analyse(place.snapshot);
  await report(place.snapshot);
}
/** Companies -> visits -> claims -> accounts and ownerships. */
export async function crawl(companies: readonly Company[], { snapshot, run }: Place): Promise<void> {
  await resume(visitSite(snapshot.config), toVisit(companies, snapshot), { run, journal: snapshot.visits });
  await writeFindings(companies, snapshot);
}
/** Own accounts -> observations and posts. */
export async function observe({ snapshot, run, ...asking }: Place): Promise<void> {
  const { stage, pending } = await prepareObserving(snapshot, asking);
  await run(stage, pending, snapshot.observations.append);
  await writeObserved(snapshot);
}
/** Observations -> cadences -> statuses -> benchmarks. Reads published tables only, as does the report; both load when their turn comes. */
export async function analyse(snapshot: Snapshot): Promise<void> {
  const analysis = await import("./analysis/index.ts");
  await snapshot.write(tables.cadences, analysis.cadencesOf(snapshot));
  const findings = await analysis.findingsOf(snapshot, named);
  await snapshot.write(tables.statuses, analysis.statusesOf(findings));
  await snapshot.write(tables.benchmarks, analysis.computeBenchmarks(findings));
  await snapshot.write(tables.curves, analysis.curvesOf(findings));
  await snapshot.write(tables.comparisons, analysis.comparisonsOf(snapshot));
  if (snapshot.manifest().protocol)
    await snapshot.write(tables.deviations, analysis.deviationsOf(snapshot, findings));
}
/** Tables -> data package and report; the company that the manifest calls the user's own stands first in it. */
export async function report(snapshot: Snapshot): Promise<void> {
  const { exporters } = await import("./analysis/exporters/index.ts");
  for (const { write } of exporters) await write({ ...snapshot, platforms: named }, snapshot.folder);
}
