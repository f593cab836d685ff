import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { holdsSavedPages } from "../../crawler/evidence/saved-pages.ts";
import { writeFindings } from "../../crawler/findings.ts";
import { type Imported, readImport } from "../../crawler/import/index.ts";
import { sheetKind } from "../../crawler/import/sheet.ts";
import { writeObservations } from "../../crawler/observe.ts";
import { type DelimitedTable, readDelimited } from "../../datasets/delimited.ts";
import { AuditError } from "../../datasets/error.ts";
import { observationKey } from "../../datasets/journals.ts";
import { Company, type ImportedCompany } from "../../datasets/schema.ts";
import { reopenSnapshot, type Snapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { isOldXls, isXlsx, readXlsx } from "../../datasets/xlsx.ts";
import { beginAudit, openFrame } from "../begin.ts";
import { collect } from "../collect.ts";
import type { Command, Terminal } from "../command.ts";
import type { Options } from "../flags.ts";
import { importPages } from "../import-pages.ts";
import { type GivenSheet, importSheet } from "../import-sheet.ts";
import { withConfigFile } from "../settings.ts";
import { inAudit, inSnapshot } from "../work.ts";

/** The user's own files as observations. */
export const importCommand: Command = {
  name: "import",
  arguments: ["<dir>", "<file>"],
  summary:
    "add counters or post times from your own CSV, or pages you saved (HTML, MHTML, WARC, WACZ, a folder of them), to an audit; makes the audit folder if there is none",
  flags: [
    "frame",
    "url",
    "columns",
    "declares",
    "segment",
    "from",
    "to",
    "window",
    "thetas",
    "kinds",
    "now",
    "config",
    "quiet",
  ],
  example: "presence-audit import audit-2022 profiles.csv --declares x --segment gics_sector",
  async run([folder = "", path = ""], given, terminal) {
    const options = withConfigFile(given);
    if (holdsSavedPages(path)) return await importSaved(folder, path, { options, terminal });
    const bytes = readFileSync(path);
    const exists = existsSync(join(folder, "audit.json"));
    const table = await readTableFile(bytes, basename(path));
    const kind = sheetKind(table.headers);
    if (kind) {
      const sheet = { kind, table, file: basename(path), sha256: hashOf(bytes) };
      return await inAudit(folder, (snapshot) => takeSheet(sheet, snapshot, { options, terminal }));
    }
    const begun = exists
      ? await companiesOf(folder)
      : options.frame
        ? openFrame(options.frame, {}).companies
        : undefined;
    const imported = await readFile({ table, bytes }, basename(path), { options, frame: begun });
    tellNotes(imported, options, terminal);
    const companies = begun ?? imported.companies.map(({ company }) => company);
    if (companies.length === 0)
      throw new AuditError("bad_input", `${path}: holds no company that could be read`);
    const file = options.frame ? basename(options.frame) : null;
    const snapshot = exists ? reopenSnapshot(folder) : beginAudit({ companies, file }, folder, options);
    await inSnapshot(snapshot, async () => {
      await addTo(snapshot, imported, companies);
      if (options.quiet) return;
      const { companies: named, observations } = imported;
      terminal.print(
        `${basename(path)}: ${named.length} companies, ${observations.length} observations into ${folder}\n`,
      );
    });
    return undefined;
  },
};

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** @throws AuditError when the file is neither a CSV nor an XLSX file */
async function readTableFile(bytes: Uint8Array, file: string): Promise<DelimitedTable> {
  if (isXlsx(bytes)) return await readXlsx(bytes, file);
  if (!isOldXls(bytes)) return readDelimited(bytes, file);
  const hint = "Open it in a spreadsheet and save it as XLSX or CSV UTF-8";
  throw new AuditError("bad_input", `${file}: is an Excel file of the old kind (.xls). ${hint}`);
}

/** A sheet of ours that somebody filled. */
async function takeSheet(
  sheet: GivenSheet,
  snapshot: Snapshot,
  { options, terminal }: { options: Options; terminal: Terminal },
): Promise<void> {
  const { faults, lines } = await importSheet(sheet, snapshot);
  for (const fault of faults) terminal.tell(`${fault}\n`);
  if (!options.quiet) for (const line of lines) terminal.print(`${line}\n`);
}

/** Pages that a person saved, for sites that turn crawlers away. */
async function importSaved(
  folder: string,
  path: string,
  { options, terminal }: { options: Options; terminal: Terminal },
): Promise<undefined> {
  const exists = existsSync(join(folder, "audit.json"));
  const hint =
    "--frame <file> is missing: the audit does not exist yet, and pages do not tell their companies";
  if (!exists && !options.frame) throw new AuditError("bad_usage", hint);
  const companies = exists ? await companiesOf(folder) : openFrame(options.frame ?? "", {}).companies;
  const file = basename(options.frame ?? "");
  const snapshot = exists ? reopenSnapshot(folder) : beginAudit({ companies, file }, folder, options);
  await inSnapshot(snapshot, async () => {
    const imported = await importPages(path, { companies, url: options.url ?? null }, snapshot);
    if (options.quiet) return;
    for (const note of imported.notes) terminal.tell(`${note}\n`);
    terminal.print(
      `${basename(path)}: ${imported.pages} pages of ${imported.companies} companies into ${folder}\n`,
    );
  });
  return undefined;
}

async function companiesOf(folder: string): Promise<Company[]> {
  const snapshot = reopenSnapshot(folder);
  try {
    return (await collect(snapshot.read(tables.companies))).map((row) => Company.parse(row));
  } finally {
    snapshot.close();
  }
}

async function readFile(
  { table, bytes }: { table: DelimitedTable; bytes: Uint8Array },
  file: string,
  { options, frame }: { options: Options; frame: readonly Company[] | undefined },
): Promise<Imported> {
  const { columns, declares, segment, from, to } = options;
  return readImport(table, {
    file,
    sha256: hashOf(bytes),
    ...(frame && { frame }),
    ...(columns && { columns }),
    ...(declares && { declares }),
    ...(segment && { segment }),
    ...(from && { from }),
    ...(to && { to }),
  });
}

function tellNotes({ faults, notes }: Imported, { quiet }: Options, terminal: Terminal): void {
  for (const fault of faults) terminal.tell(`${fault}\n`);
  if (!quiet) for (const note of notes) terminal.tell(`${note}\n`);
}

async function addTo(
  snapshot: Snapshot,
  { companies, observations }: Imported,
  frame: readonly Company[],
): Promise<void> {
  for (const imported of companies) {
    const { companyId } = imported.company;
    snapshot.imports.append(companyId, [snapshot.imports.get(companyId).reduce(joined, imported)]);
  }
  for (const observation of observations)
    snapshot.observations.append(observationKey(observation), [observation]);
  await writeFindings(frame, snapshot);
  await writeObservations(snapshot);
}

/** What two files say of one company; the newer one wins where both speak of an account. */
function joined(newer: ImportedCompany, older: ImportedCompany): ImportedCompany {
  const isNew = ({ accountId }: { accountId: string }) =>
    !newer.accounts.some((account) => account.accountId === accountId);
  return {
    ...newer,
    declaredPlatforms: [...new Set([...older.declaredPlatforms, ...newer.declaredPlatforms])].sort(),
    accounts: [...older.accounts.filter(isNew), ...newer.accounts],
    ownerships: [...older.ownerships.filter(isNew), ...newer.ownerships],
  };
}
