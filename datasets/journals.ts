import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { openCommitIndex } from "./commit-index.ts";
import { transcriptKey } from "./evidence-record.ts";
import { type Journal, openJournal } from "./journal.ts";
import { readLedger } from "./ledger.ts";
import { Cost, ImportedCompany, Observation, RequestRecord, SiteVisit, Transcript } from "./schema.ts";

/** The journals of one audit: what was seen, by what it was seen of. */
export interface Journals {
  /** Site visits by companyId. */
  visits: Journal<SiteVisit>;
  /** Observations by accountId, imported ones by observationId. */
  observations: Journal<Observation>;
  /** What the user's own files say, by companyId. */
  imports: Journal<ImportedCompany>;
  /** What each step asked and was answered, in the order of the steps: what a replay reads. */
  transcripts: Journal<Transcript>;
}

/** Opens or creates the journals in a folder of their own. */
export function openJournals(folder: string): Journals & { close: () => void } {
  mkdirSync(folder, { recursive: true });
  const index = openCommitIndex(join(folder, "done.idx"));
  const journal = <T>(name: string, schema: z.ZodType<T>, keyOf: (record: T) => string) =>
    openJournal({ path: join(folder, `${name}.jsonl`), name, schema, keyOf }, index);
  const journals = {
    visits: journal("visits", SiteVisit, (visit) => visit.companyId),
    observations: journal("observations", Observation, observationKey),
    imports: journal("imports", ImportedCompany, (imported) => imported.company.companyId),
    transcripts: journal("transcripts", Transcript, transcriptKey),
  };
  const close = () => {
    for (const each of [...Object.values(journals), index]) each.close();
  };
  return { ...journals, close };
}

/** What an observation is journalled by: its account, or itself where a file brought it and nothing will ask again. */
export function observationKey(observation: Observation): string {
  const byHand = observation.access === "file" || observation.access === "manual";
  return byHand ? observation.observationId : observation.accountId;
}

/** What becomes of each record of the journals and ledgers; null where nothing does. */
export interface Changes {
  visit(visit: SiteVisit): SiteVisit | null;
  observation(observation: Observation): Observation | null;
  imported(imported: ImportedCompany): ImportedCompany | null;
  transcript(transcript: Transcript): Transcript | null;
  request(request: RequestRecord): RequestRecord | null;
}

/**
 * Writes all journals and ledgers of an audit anew. They take the place of the old ones, all at once, when the audit is opened next: a
 * process that is killed on the way has changed nothing.
 */
export async function rewriteJournals(audit: string, old: Journals, changes: Changes): Promise<void> {
  const folder = join(audit, unfinished);
  rmSync(folder, { recursive: true, force: true });
  const next = openJournals(folder);
  copy(old.visits, next.visits, changes.visit, (visit) => visit.companyId);
  copy(old.observations, next.observations, changes.observation, observationKey);
  copy(old.imports, next.imports, changes.imported, ({ company }) => company.companyId);
  // A transcript is known by how many there were before it.
  const renumbered = (transcript: Transcript) => {
    const changed = changes.transcript(transcript);
    return changed && { ...changed, ordinal: next.transcripts.size() };
  };
  copy(old.transcripts, next.transcripts, renumbered, transcriptKey);
  next.close();
  await copyLedger(audit, "requests.jsonl", { schema: RequestRecord, change: changes.request });
  await copyLedger(audit, "costs.jsonl", { schema: Cost, change: (cost) => cost });
  renameSync(folder, join(audit, adopted));
}

/** Folders beside `journal`: one that is being written, and one that is whole and to be taken over. */
const unfinished = "journal.unfinished";
const adopted = "journal.next";

function copy<T>(
  from: Journal<T>,
  to: Journal<T>,
  change: (record: T) => T | null,
  keyOf: (record: T) => string,
): void {
  for (const key of [...from.keys()].sort()) {
    const records = from.get(key).flatMap((record) => change(record) ?? []);
    const [first] = records;
    if (first !== undefined) to.append(keyOf(first), records);
  }
}

async function copyLedger<T>(
  audit: string,
  name: string,
  { schema, change }: { schema: z.ZodType<T>; change: (record: T) => T | null },
): Promise<void> {
  const from = join(audit, "journal", name);
  if (!existsSync(from)) return;
  const lines: string[] = [];
  for await (const record of readLedger(from, schema)) {
    const changed = change(record);
    if (changed !== null) lines.push(`${JSON.stringify(changed)}\n`);
  }
  writeFileSync(join(audit, unfinished, name), lines.join(""));
}

/** Takes over journals that were written anew. Who is killed on the way leaves it to the next. */
export function adoptJournals(audit: string): void {
  rmSync(join(audit, unfinished), { recursive: true, force: true });
  if (!existsSync(join(audit, adopted))) return;
  rmSync(join(audit, "journal"), { recursive: true, force: true });
  renameSync(join(audit, adopted), join(audit, "journal"));
}
