import { existsSync, realpathSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { analyse, report } from "../audit.ts";
import { redoObservations, redoVisits } from "../crawler/evidence/redo.ts";
import { writeFindings, writeObserved } from "../crawler/findings.ts";
import { collect } from "../datasets/collect.ts";
import { AuditError } from "../datasets/error.ts";
import { inputNames } from "../datasets/inputs.ts";
import { Company } from "../datasets/schema.ts";
import { openSnapshot, type Snapshot } from "../datasets/snapshot.ts";
import { handMade, tables } from "../datasets/tables.ts";
import { instrument } from "./begin.ts";

/**
 * Makes an audit again in a new folder, from its transcripts and evidence alone: the same stages as were done, no network, no browser.
 *
 * @returns how many requests the evidence could not answer: today's instrument asks for more than that of then
 * @throws AuditError when a step has no transcript, its evidence is gone, or the folder is taken
 */
export async function replayAudit(source: Snapshot, folder: string): Promise<number> {
  checkEvidence(source, folder);
  const companies = (await collect(source.read(tables.companies))).map((row) => Company.parse(row));
  const { auditId, frame, own, protocol, startedAt, finishedAt, counts, tombstones } = source.manifest();
  const { config } = source;
  const snapshot = openSnapshot(folder, { companies, frameFile: frame.path, config, instrument, startedAt });
  try {
    // Who was asked is a fact of then; with what the answers are read is today's.
    const { observers } = source.manifest().instrument;
    const today = { ...snapshot.manifest().instrument, observers };
    snapshot.update({ auditId, frame, own, protocol, counts, tombstones, instrument: today });
    pointToEvidence(source.folder, folder);
    const missing = await redoAll(source, snapshot, companies);
    snapshot.update({ finishedAt });
    return missing;
  } finally {
    snapshot.close();
  }
}

async function redoAll(source: Snapshot, snapshot: Snapshot, companies: readonly Company[]): Promise<number> {
  copyImports(source, snapshot);
  let missing = await redoVisits(companies, source, snapshot);
  await writeFindings(companies, snapshot);
  if (source.has(tables.observations)) {
    missing += await redoObservations(source, snapshot);
    await writeObserved(snapshot);
  }
  for (const table of handMade.filter(source.has)) await snapshot.write(table, source.read(table));
  // What was asked then is not asked again.
  if (source.has(tables.requests)) await snapshot.write(tables.requests, source.read(tables.requests));
  if (source.has(tables.costs)) await snapshot.write(tables.costs, source.read(tables.costs));
  if (source.has(tables.benchmarks)) await analyse(snapshot);
  if (existsSync(join(source.folder, "report.html"))) await report(snapshot);
  return missing;
}

function checkEvidence(source: Snapshot, folder: string): void {
  if (existsSync(join(folder, "audit.json"))) {
    throw new AuditError("bad_usage", `${folder}: holds an audit already. Replay into a new folder`);
  }
  const pruned = source.manifest().tombstones.find(({ what }) => what === "pruned");
  if (pruned)
    throw new AuditError(
      "bad_input",
      `${source.folder}: its evidence was pruned at ${pruned.at}. It can be read and compared`,
    );
  const told = new Set([...source.transcripts.read()].flatMap(({ keys }) => keys));
  const bare = [...source.visits.keys()].filter((key) => !told.has(key)).sort();
  if (bare.length === 0 && existsSync(join(source.folder, "evidence"))) return;
  const example = bare[0] === undefined ? "" : ` (${bare.length} companies without, ${bare[0]} is one)`;
  throw new AuditError(
    "bad_input",
    `${source.folder}: holds no evidence to replay${example}. It was made with --evidence none`,
  );
}

/** The new folder's places lead into the old one's files: nothing is copied. */
function pointToEvidence(from: string, folder: string): void {
  const [old, here] = [realpathSync(join(from, "evidence")), realpathSync(folder)];
  symlinkSync(relative(here, old), join(here, "evidence"), "dir");
}

/** What the user's own files said was never on the web. */
function copyImports(source: Snapshot, snapshot: Snapshot): void {
  for (const name of inputNames) {
    const given = source.input(name);
    if (given !== null) snapshot.keep(name, given);
  }
  for (const key of source.imports.keys()) snapshot.imports.append(key, source.imports.get(key));
  for (const key of source.observations.keys()) {
    const observations = source.observations.get(key);
    if (observations.every(isByHand)) snapshot.observations.append(key, observations);
  }
}

const isByHand = ({ access }: { access: string }) => access === "file" || access === "manual";
