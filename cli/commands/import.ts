import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { holdsSavedPages } from "../../crawler/evidence/saved-pages.ts";
import { writeFindings } from "../../crawler/findings.ts";
import { type Imported, type ImportOptions, readImport } from "../../crawler/import/index.ts";
import { writeObservations } from "../../crawler/observe.ts";
import { collect } from "../../datasets/collect.ts";
import { AuditError } from "../../datasets/error.ts";
import { observationKey } from "../../datasets/journals.ts";
import { Company, type ImportedCompany } from "../../datasets/schema.ts";
import { reopenSnapshot, type Snapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { beginAudit, openFrame } from "../begin.ts";
import type { Command, Terminal } from "../command.ts";
import type { Options } from "../flags.ts";
import { type GivenFile, openGiven } from "../import-file.ts";
import { importPages } from "../import-pages.ts";
import { type GivenSheet, importSheet } from "../import-sheet.ts";
import { withConfigFile } from "../settings.ts";
import { inAudit, inSnapshot } from "../work.ts";

/** The user's own files as observations. */
export const importCommand: Command = {
  name: "import",
  arguments: ["<dir>", "<file>"],
  summary:
    "add what you have: exports of platforms and tools, archives, filled sheets, counters or post times from your own CSV or XLSX, or pages you saved (HTML, MHTML, WARC, WACZ, a folder of them), to an audit; makes the audit folder if there is none",
  flags: [
    "frame",
    "url",
    "columns",
    "declares",
    "account",
    "company",
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
  async run([folder = "", path = ""], said, terminal) {
    const options = withConfigFile(said);
    if (holdsSavedPages(path)) return await importSaved(folder, path, { options, terminal });
    const exists = existsSync(join(folder, "audit.json"));
    const given = await openGiven(path, options.columns ?? {});
    if (given.sheet) {
      const { sheet } = given;
      return await inAudit(folder, (snapshot) => takeSheet(sheet, snapshot, { options, terminal }));
    }
    const begun = exists
      ? await companiesOf(folder)
      : options.frame
        ? openFrame(options.frame, {}).companies
        : undefined;
    const owned = exists ? await ownedIn(folder, begun ?? []) : [];
    const imported = await readFile(given, { options, frame: begun, owned });
    tellNotes(imported, options, terminal);
    const companies = begun ?? imported.companies.map(({ company }) => company);
    if (companies.length === 0)
      throw new AuditError("bad_input", `${path}: holds no company that could be read`);
    const file = options.frame ? basename(options.frame) : null;
    const snapshot = exists ? reopenSnapshot(folder) : beginAudit({ companies, file }, folder, options);
    await inSnapshot(snapshot, async () => {
      const observations = await addTo(snapshot, imported, companies);
      if (options.quiet) return;
      const { companies: named } = imported;
      terminal.print(
        `${basename(path)}: ${named.length} companies, ${observations} observations into ${folder}\n`,
      );
    });
    return undefined;
  },
};

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

/** Own accounts of an audit, with their companies. */
async function ownedIn(folder: string, companies: readonly Company[]) {
  const snapshot = reopenSnapshot(folder);
  try {
    const byId = new Map(companies.map((company) => [company.companyId, company]));
    const accounts = new Map(
      (await collect(snapshot.read(tables.accounts))).map((account) => [account.accountId, account]),
    );
    const own = await collect(snapshot.read(tables.ownerships), ({ own }) => own === "true");
    return own.flatMap(({ companyId, accountId }) => {
      const [company, account] = [byId.get(companyId), accounts.get(accountId)];
      return company && account ? [{ company, account }] : [];
    });
  } finally {
    snapshot.close();
  }
}

interface About {
  options: Options;
  frame: readonly Company[] | undefined;
  owned: NonNullable<ImportOptions["owned"]>;
}

async function readFile({ table, file, sha256, note }: GivenFile, about: About): Promise<Imported> {
  const { columns, declares, segment, from, to, account, company } = about.options;
  const imported = await readImport(table, {
    ...{ file, sha256, owned: about.owned },
    ...(about.frame && { frame: about.frame }),
    ...(columns && { columns }),
    ...(declares && { declares }),
    ...(segment && { segment }),
    ...(account && { account }),
    ...(company && { company }),
    ...(from && { from }),
    ...(to && { to }),
  });
  return { ...imported, notes: [...note, ...imported.notes] };
}

function tellNotes({ faults, notes }: Imported, { quiet }: Options, terminal: Terminal): void {
  for (const fault of faults) terminal.tell(`${fault}\n`);
  if (!quiet) for (const note of notes) terminal.tell(`${note}\n`);
}

/** @returns how many observations were added */
async function addTo(
  snapshot: Snapshot,
  { companies, observations }: Imported,
  frame: readonly Company[],
): Promise<number> {
  for (const imported of companies) {
    const { companyId } = imported.company;
    snapshot.imports.append(companyId, [snapshot.imports.get(companyId).reduce(joined, imported)]);
  }
  let added = 0;
  for (const observation of observations) {
    snapshot.observations.append(observationKey(observation), [observation]);
    added += 1;
  }
  await writeFindings(frame, snapshot);
  await writeObservations(snapshot);
  return added;
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
