import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Findings, findingsOf } from "../../analysis/index.ts";
import { allSets } from "../../analysis/platform-sets.ts";
import { stratumFields } from "../../analysis/sample.ts";
import { drawSecondPhase } from "../../analysis/second-phase.ts";
import type { Question } from "../../analysis/segments.ts";
import { named } from "../../crawler/platforms/index.ts";
import { collect } from "../../datasets/collect.ts";
import { AuditError } from "../../datasets/error.ts";
import type { SecondPhase } from "../../datasets/hand-records.ts";
import { byCodeUnit } from "../../datasets/order.ts";
import type { Snapshot } from "../../datasets/snapshot.ts";
import { type CompanyRow, sheets, tables } from "../../datasets/tables.ts";
import { required } from "../begin.ts";
import type { Command } from "../command.ts";
import { detectionSheet } from "../detection-sheet.ts";
import { checkSameDraw, strataLines } from "../draws.ts";
import type { Options } from "../flags.ts";
import { type SheetPlace, writeSheets } from "../sheet-files.ts";
import { readingRows, saveRow } from "../sheets.ts";
import { inAudit } from "../work.ts";

/** Sheets for people: what to look up, to check, or to save. */
export const sheetCommand: Command = {
  name: "sheet",
  arguments: ["<dir>"],
  summary:
    "draw companies at random and write a sheet (CSV and XLSX) for people: accounts to look up, with --for detection to check, with --for blocked pages to save; import reads it back",
  flags: ["for", "set", "platforms", "theta", "n", "strata", "seed", "coders", "overlap", "out", "fresh"],
  example:
    "presence-audit sheet audit-2026 --platforms linkedin,facebook --n 110 --strata segment,class --seed 1 --out sheet",
  run: ([folder = ""], options, terminal) =>
    inAudit(folder, async (snapshot) => {
      const path = required(options.out, "--out <dir>").replace(/\.(?:csv|xlsx)$/i, "");
      mkdirSync(dirname(path), { recursive: true });
      await makers[options.for ?? "readings"](snapshot, options, { path, terminal });
    }),
};

const makers = { readings: readingSheet, detection: detectionSheet, blocked: blockedSheet };

async function readingSheet(snapshot: Snapshot, options: Options, place: SheetPlace): Promise<void> {
  const { platforms: on = [], set: label = "any" } = options;
  const findings = await findingsOf(snapshot, named);
  const set = allSets(findings.sets).find((each) => each.label === label);
  if (!set) {
    const known = allSets(findings.sets).map((each) => each.label);
    throw new AuditError("bad_usage", `--set ${label}: is none of this audit's: ${known.join(", ")}`);
  }
  const companies = await collect(snapshot.read(tables.companies));
  const question = { set, thetaDays: options.theta ?? 90, kinds: findings.settings.kinds };
  const kept = await keptDraw(snapshot, options, () => drawFor(options, { findings, companies, question }));
  const byId = new Map(companies.map((company) => [company.companyId, company]));
  const chosen = findings.units.filter(({ unitId }) =>
    kept.some((row) => row.drawn && row.companyId === unitId),
  );
  const rows = chosen.flatMap((unit) => {
    const company = byId.get(unit.unitId);
    return company ? [readingRows(unit, company, { ...question, on })] : [];
  });
  const files = await writeSheets(sheets.readings, rows, options, place.path);
  for (const line of [...strataLines(kept), ...leftOutLines(rows), ...files])
    place.terminal.print(`${line}\n`);
}

interface Drawing {
  findings: Findings;
  companies: readonly CompanyRow[];
  question: Question;
}

function drawFor(options: Options, { findings, companies, question }: Drawing): SecondPhase[] {
  const { n, strata = [], seed = 1 } = options;
  const fields = stratumFields.filter((field) => strata.includes(field));
  const plan = { ...question, n: required(n, "--n <n>"), strata: fields, seed };
  const drawn = drawSecondPhase(findings, companies, plan);
  if (typeof drawn === "string") throw new AuditError("bad_usage", drawn);
  return drawn;
}

/** The draw that people already work on; a new one where there is none, or where one is asked for. */
async function keptDraw(
  snapshot: Snapshot,
  { fresh = false, set = "any", n }: Options,
  draw: () => SecondPhase[],
): Promise<readonly SecondPhase[]> {
  const before = await collect(snapshot.read(tables.secondPhase));
  const same = before.filter(({ platforms }) => platforms === set);
  if (same.length > 0 && !fresh) {
    const size = same.filter(({ drawn }) => drawn).length;
    checkSameDraw(n, { drawnFor: set, size, done: "read" });
    return same;
  }
  const drawn = draw();
  const rows = [...before.filter(({ platforms }) => platforms !== set), ...drawn].sort(
    (a, b) => byCodeUnit(a.platforms, b.platforms) || byCodeUnit(a.companyId, b.companyId),
  );
  await snapshot.write(tables.secondPhase, rows);
  return drawn;
}

function leftOutLines(rows: readonly { leftOut: readonly string[] }[]): string[] {
  const open = rows.filter(({ leftOut }) => leftOut.length > 0);
  const names = [...new Set(open.flatMap(({ leftOut }) => leftOut))].sort(byCodeUnit);
  if (open.length === 0) return [];
  return [
    `${open.length} companies drawn have accounts on ${names.join(", ")} too, which nobody can read openly and --platforms leaves out: they stay unknown unless another account is active`,
  ];
}

async function blockedSheet(snapshot: Snapshot, options: Options, place: SheetPlace): Promise<void> {
  const companies = await collect(snapshot.read(tables.companies));
  const rows = companies.flatMap((company) => {
    const row = saveRow(company);
    return row ? [{ companyId: company.companyId, rows: [row] }] : [];
  });
  for (const line of await writeSheets(sheets.blocked, rows, options, place.path))
    place.terminal.print(`${line}\n`);
}
