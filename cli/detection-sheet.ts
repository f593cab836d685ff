import { drawWithin, stratumFields, stratumOf } from "../analysis/sample.ts";
import { collect } from "../datasets/collect.ts";
import { AuditError } from "../datasets/error.ts";
import { grouped } from "../datasets/grouping.ts";
import type { DetectionDraw } from "../datasets/hand-records.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Account, Ownership } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { type CompanyRow, sheets, tables } from "../datasets/tables.ts";
import { required } from "./begin.ts";
import { checkSameDraw, strataLines } from "./draws.ts";
import type { Options } from "./flags.ts";
import { type SheetPlace, writeSheets } from "./sheet-files.ts";
import { checkRows } from "./sheets.ts";

/**
 * A sheet on which people check the accounts of companies whose site was wholly read, and name those that are missing. Who was drawn, and
 * out of how many, stays in the audit: what comes back is weighted by it.
 */
export async function detectionSheet(
  snapshot: Snapshot,
  options: Options,
  { path, terminal }: SheetPlace,
): Promise<void> {
  const companies = await collect(snapshot.read(tables.companies), ({ outcome }) => outcome === "visited");
  const owned = await ownedAccounts(snapshot);
  const draw = await keptDraw(snapshot, options, () => drawFor(companies, owned, options));
  const drawn = new Set(draw.map(({ companyId }) => companyId));
  const rows = companies
    .filter(({ companyId }) => drawn.has(companyId))
    .map((company) => checkRows(owned.get(company.companyId) ?? [], company));
  const files = await writeSheets(sheets.detection, rows, options, path);
  const told = `${rows.length} of ${companies.length} companies whose site was wholly read`;
  for (const line of [told, ...strataLines(draw), ...files]) terminal.print(`${line}\n`);
}

/** Own accounts by company; people's are nobody's to check. */
async function ownedAccounts(snapshot: Snapshot): Promise<Map<string, Account[]>> {
  const accounts = new Map(
    (await collect(snapshot.read(tables.accounts))).map((account) => [account.accountId, account]),
  );
  const isChecked = ({ accountId, own, kind }: Ownership) =>
    own === "true" && kind !== "person" && accounts.has(accountId);
  const owned = grouped(
    await collect(snapshot.read(tables.ownerships), isChecked),
    ({ companyId }) => companyId,
  );
  const accountsOf = (ownerships: readonly Ownership[]) =>
    ownerships.flatMap(({ accountId }) => accounts.get(accountId) ?? []);
  return new Map([...owned].map(([companyId, ownerships]) => [companyId, accountsOf(ownerships)]));
}

function drawFor(
  companies: readonly CompanyRow[],
  owned: ReadonlyMap<string, readonly Account[]>,
  { n, strata = [], seed = 1 }: Options,
): DetectionDraw[] {
  const fields = stratumFields.filter((field) => strata.includes(field));
  const groups = grouped(companies, (company) => {
    const found = owned.has(company.companyId) ? "class=with_account" : "class=no_account";
    const named = [...(strata.includes("class") ? [found] : []), stratumOf(company, fields)].join(" ").trim();
    return named || "all";
  });
  const sorted = [...groups].sort(([a], [b]) => byCodeUnit(a, b));
  const plan = { n: required(n, "--n <n>"), seed };
  const drawn = drawWithin(sorted, ({ companyId }) => `detection ${companyId}`, plan);
  if (drawn === null) throw new AuditError("bad_usage", `--n ${n}: is less than two a stratum. Draw more`);
  return sorted
    .flatMap(([stratum, { length: stratumSize }]) =>
      (drawn.get(stratum) ?? []).map(({ companyId }) => ({ companyId, stratum, stratumSize })),
    )
    .sort((a, b) => byCodeUnit(a.companyId, b.companyId));
}

/** The draw that people already work on; a new one where there is none, or where one is asked for. */
async function keptDraw(
  snapshot: Snapshot,
  { fresh = false, n }: Options,
  draw: () => DetectionDraw[],
): Promise<readonly DetectionDraw[]> {
  const before = await collect(snapshot.read(tables.detectionDraw));
  if (before.length > 0 && !fresh) {
    checkSameDraw(n, { drawnFor: "detection", size: before.length, done: "checked" });
    return before;
  }
  const drawn = draw();
  await snapshot.write(tables.detectionDraw, drawn);
  return drawn;
}
