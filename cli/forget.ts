import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { analyse, report } from "../audit.ts";
import { clock, instantOf } from "../crawler/clock.ts";
import { type Erased, eraseEvidence, isEvidenceBorrowed } from "../crawler/evidence/erase.ts";
import { replaying } from "../crawler/evidence/replay.ts";
import { nothingSeen, writeTranscript } from "../crawler/evidence/transcript.ts";
import { writeFindings, writeObserved } from "../crawler/findings.ts";
import { type Footprint, footprintOf } from "../crawler/forgetting.ts";
import { visitSite } from "../crawler/visit.ts";
import { collect } from "../datasets/collect.ts";
import { withoutRows } from "../datasets/erase-rows.ts";
import { AuditError } from "../datasets/error.ts";
import { rowInputs } from "../datasets/inputs.ts";
import { rewriteJournals } from "../datasets/journals.ts";
import { Company } from "../datasets/schema.ts";
import { reopenSnapshot, type Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";
import { standInOf, withoutForgotten } from "../datasets/tombstones.ts";
import { readWebsite } from "../datasets/website.ts";
import { forgetByHand } from "./forget-by-hand.ts";
import { writeRequests } from "./requests.ts";

/**
 * Takes a company out of an audit: evidence, journals, tables, report, the user's files that it keeps. A row stays that says that there
 * was one, under an id from which it cannot be told. Killed at any instant, the same call does the rest.
 *
 * @returns what was taken out of the evidence, which stays as it is where it is another audit's
 * @throws AuditError when no company has this id, now or once
 */
export async function forgetCompany(companyId: string, folder: string): Promise<Erased> {
  const erased = await eraseCompany(companyId, folder);
  const snapshot = reopenSnapshot(folder);
  try {
    await remake(snapshot);
  } finally {
    snapshot.close();
  }
  return erased;
}

/** All but the tables: the journals without the company are taken over when the audit is opened next. */
export async function eraseCompany(companyId: string, folder: string): Promise<Erased> {
  const snapshot = reopenSnapshot(folder);
  try {
    const companies = await companiesOf(snapshot);
    const standIn = standInOf(companyId, snapshot.manifest());
    const { tombstones, own } = snapshot.manifest();
    const before = tombstones.find((each) => each.companyId === standIn);
    const company = companies.find((each) => each.companyId === companyId);
    if (!before && !company)
      throw new AuditError("bad_input", `${companyId}: no company of ${folder} has this id`);
    const at = before?.at ?? instantOf(clock());
    if (!before)
      snapshot.update({
        tombstones: [...tombstones, { what: "forgotten", companyId: standIn, at }],
        own: own === companyId ? undefined : own,
      });
    const footprint = await footprintOf(companyId, companies, snapshot);
    const erased = isEvidenceBorrowed(folder) ? nothing : await eraseEvidence(folder, footprint.isTheirs, at);
    eraseRobots(folder, footprint);
    const isLost = cellsOf(footprint, company);
    eraseInputs(snapshot, isLost);
    await forgetByHand(snapshot, companyId, isLost);
    await rewriteJournals(folder, snapshot, footprint.changes);
    return erased;
  } finally {
    snapshot.close();
  }
}

const nothing: Erased = { exchanges: 0, bytes: 0 };

const companiesOf = async (snapshot: Snapshot) =>
  (await collect(snapshot.read(tables.companies))).map((row) => Company.parse(row));

const Origin = z.object({ origin: z.string() });

function eraseRobots(folder: string, { isTheirHost }: Footprint): void {
  const path = join(folder, "cache", "robots.jsonl");
  if (!existsSync(path)) return;
  const lines = readFileSync(path, "latin1").split("\n").slice(0, -1);
  const kept = lines.filter((line) => !isTheirHost(Origin.parse(JSON.parse(line)).origin));
  writeFileSync(`${path}.unfinished`, kept.map((line) => `${line}\n`).join(""), "latin1");
  renameSync(`${path}.unfinished`, path);
}

/** Tells the cells that name a company in files of the user's. */
function cellsOf(
  { companyId, accountIds }: Footprint,
  company: Company | undefined,
): (cell: string) => boolean {
  const site = readWebsite(company?.website ?? "")?.site;
  const texts = new Set([companyId, ...accountIds, ...(company ? [company.name] : [])]);
  return (cell) => texts.has(cell) || (site !== undefined && readWebsite(cell)?.site === site);
}

function eraseInputs(snapshot: Snapshot, isLost: (cell: string) => boolean): void {
  for (const name of rowInputs) {
    const given = snapshot.input(name);
    const left = given && withoutRows(given, isLost);
    if (left) snapshot.keep(name, left);
  }
}

/** Makes everything again that is made from journals, as far as it was made before. */
async function remake(snapshot: Snapshot): Promise<void> {
  const { folder } = snapshot;
  const companies = withoutForgotten(await companiesOf(snapshot), snapshot.manifest());
  await visitStandIns(companies, snapshot);
  await writeFindings(companies, snapshot);
  if (snapshot.has(tables.observations)) await writeObserved(snapshot);
  if (snapshot.has(tables.requests)) await writeRequests(snapshot);
  if (snapshot.has(tables.benchmarks)) await analyse(snapshot);
  if (existsSync(join(folder, "report.html"))) await report(snapshot);
  // Reports on single companies show their peers; `report --company` makes them again.
  for (const name of readdirSync(folder)) if (/^company-.*\.html$/.test(name)) rmSync(join(folder, name));
}

/** Journals the visits of those that are left alone, as a later run would. */
async function visitStandIns(companies: readonly Company[], snapshot: Snapshot): Promise<void> {
  const { visits, transcripts, config } = snapshot;
  const stage = visitSite(config);
  for (const company of companies) {
    const { companyId, status } = company;
    if (status !== "forgotten" || visits.has(companyId)) continue;
    writeTranscript(transcripts, { ...nothingSeen, stage: stage.name, keys: [companyId] });
    visits.append(companyId, await stage.run(company, nowhere));
  }
}

const noPlace = () => Promise.reject(new Error("what stands for a forgotten company has no evidence"));

/** The world of a step that asks nobody. */
const nowhere = replaying(
  { ...nothingSeen, ordinal: 0, stage: "visit", keys: [] },
  { read: noPlace, now: "1970-01-01T00:00:00.000Z", emit: () => undefined, onMissing: () => undefined },
);
