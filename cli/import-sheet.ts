import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { adjudicator, settleReadings } from "../analysis/readings.ts";
import { readChecks } from "../crawler/import/checks.ts";
import { manualObservation } from "../crawler/import/manual.ts";
import { readReadings } from "../crawler/import/readings.ts";
import type { FilledSheet, SheetReading } from "../crawler/import/sheet.ts";
import { writeObservations } from "../crawler/observe.ts";
import { collect } from "../datasets/collect.ts";
import { writeTable } from "../datasets/csv.ts";
import type { DelimitedTable } from "../datasets/delimited.ts";
import { grouped } from "../datasets/grouping.ts";
import type { CoderAgreement, HandReading, ReadingRow } from "../datasets/hand-records.ts";
import { observationKey } from "../datasets/journals.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { sheets, tables } from "../datasets/tables.ts";

/** A filled sheet as it was given. */
export interface GivenSheet {
  kind: "readings" | "detection";
  table: DelimitedTable;
  file: string;
  sha256: string;
}

/** What came of it, as lines for the terminal. */
export interface ImportedSheet {
  faults: readonly string[];
  lines: readonly string[];
}

/** Takes a filled sheet into an audit. A row of the same coder on the same account replaces the earlier one. */
export async function importSheet(given: GivenSheet, snapshot: Snapshot): Promise<ImportedSheet> {
  const companies = await collect(snapshot.read(tables.companies));
  const accounts = await collect(snapshot.read(tables.accounts));
  const sheet: FilledSheet = {
    ...given,
    companyIds: new Set(companies.map(({ companyId }) => companyId)),
    accounts: new Map(accounts.map((account) => [account.accountId, account])),
  };
  return given.kind === "readings" ? importReadings(sheet, snapshot) : importChecks(sheet, snapshot);
}

async function importChecks(sheet: FilledSheet, snapshot: Snapshot): Promise<ImportedSheet> {
  const read = readChecks(sheet);
  const merged = merge(await collect(snapshot.read(tables.checks)), read.records);
  await snapshot.write(tables.checks, merged);
  return { faults: read.faults, lines: [countLine(sheet.file, read)] };
}

async function importReadings(sheet: FilledSheet, snapshot: Snapshot): Promise<ImportedSheet> {
  const read = readReadings(sheet);
  const merged = merge(await collect(snapshot.read(tables.readings)), read.records);
  const { readings, agreement, disagreements } = settleReadings(merged, snapshot.config.thetas);
  await snapshot.write(tables.readings, readings);
  await snapshot.write(tables.agreement, agreement);
  observeByHand(readings, sheet, snapshot);
  await writeObservations(snapshot);
  const open = await writeDisagreements(disagreements, sheet, snapshot);
  return {
    faults: read.faults,
    lines: [countLine(sheet.file, read), ...agreement.map(agreementLine), ...open],
  };
}

type Coded = Pick<HandReading, "companyId" | "accountId" | "coder">;

function merge<T extends Coded>(before: readonly T[], now: readonly T[]): T[] {
  const keyOf = ({ companyId, accountId, coder }: Coded) => `${companyId}\n${accountId}\n${coder}`;
  const rows = new Map([...before, ...now].map((row) => [keyOf(row), row]));
  return [...rows].sort(([a], [b]) => byCodeUnit(a, b)).map(([, row]) => row);
}

/** One observation an account that was settled; one on which coders came to differ is taken back. */
function observeByHand(
  readings: readonly HandReading[],
  { accounts }: FilledSheet,
  snapshot: Snapshot,
): void {
  const settled = new Map(readings.filter(({ used }) => used).map((each) => [each.accountId, each]));
  for (const accountId of new Set(readings.map((reading) => reading.accountId))) {
    const account = accounts.get(accountId);
    const reading = settled.get(accountId) ?? readings.find((each) => each.accountId === accountId);
    if (!account || !reading) continue;
    const observation = manualObservation(account, reading);
    const isSettled = settled.has(accountId) && reading.sight !== "not_theirs";
    snapshot.observations.append(observationKey(observation), isSettled ? [observation] : []);
  }
}

/** Writes the sheet on which an adjudicator settles what coders differ about. */
async function writeDisagreements(
  disagreements: readonly HandReading[],
  { accounts }: FilledSheet,
  snapshot: Snapshot,
): Promise<string[]> {
  const path = join(snapshot.folder, "review", "disagreements.csv");
  if (disagreements.length === 0) {
    if (existsSync(path)) rmSync(path);
    return [];
  }
  const names = new Map(
    (await collect(snapshot.read(tables.companies))).map(({ companyId, name }) => [companyId, name]),
  );
  const groups = grouped(disagreements, ({ companyId, accountId }) => `${companyId}\n${accountId}`);
  const rows = [...groups.values()].flatMap((group) => adjudicationRow(group, names, accounts));
  mkdirSync(join(snapshot.folder, "review"), { recursive: true });
  await writeTable(path, sheets.readings, rows);
  return [
    `Coders differ on ${groups.size} accounts, which count as not read until that is settled: fill ${path} and import it`,
  ];
}

function adjudicationRow(
  group: readonly HandReading[],
  names: ReadonlyMap<string, string>,
  accounts: FilledSheet["accounts"],
): ReadingRow[] {
  const [first] = group;
  if (!first) return [];
  const { companyId, accountId } = first;
  const said = group.map(({ coder, ...reading }) => `${coder}: ${wordsOf(reading)}`).join("; ");
  return [
    {
      ...{ companyId, company: names.get(companyId) ?? companyId, account: accountId },
      url: accounts.get(accountId)?.url ?? null,
      instruction: `Coders differ (${said}). Look again and write what is right`,
      ...{ checkedAt: null, canSee: null, lastPostText: null, postsCounted: null },
      ...{ windowFrom: null, windowTo: null, followers: null, coder: adjudicator, note: null },
    },
  ];
}

function wordsOf({ sight, neverPosted, leastDays, mostDays }: Omit<HandReading, "coder">): string {
  if (sight !== "yes") return sight.replaceAll("_", " ");
  if (neverPosted) return "no post";
  const days = (value: number | null) => (value === null ? "more" : String(Math.round(value)));
  return leastDays === null ? "nothing told" : `${days(leastDays)} to ${days(mostDays)} days old`;
}

const countLine = (file: string, { records, faults, blank }: SheetReading<unknown>) =>
  `${file}: ${records.length} rows read, ${faults.length} faults, ${blank} not filled yet`;

function agreementLine({
  question,
  n,
  coders,
  observed,
  kappa,
  kappaLo,
  kappaHi,
  ac1,
  alpha,
}: CoderAgreement) {
  const digits = (value: number | null) => (value === null ? "none" : value.toFixed(3));
  const two =
    observed === null
      ? ""
      : `, ${(observed * 100).toFixed(1)} % agree, kappa ${digits(kappa)} (95 % CI ${digits(kappaLo)} to ${digits(kappaHi)}), AC1 ${digits(ac1)}`;
  return `Agreement on ${question}: ${n} accounts read by ${coders.length} coders${two}, alpha ${digits(alpha)}`;
}
