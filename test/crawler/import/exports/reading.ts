import { recogniseArchive, recogniseTable } from "../../../../crawler/import/exports/recognise.ts";
import type { ImportOptions } from "../../../../crawler/import/index.ts";
import { readCells } from "../../../../datasets/delimited.ts";
import type { Account, Company } from "../../../../datasets/schema.ts";
import { company } from "../../../analysis/records.ts";
import { accountOf } from "../filled.ts";
import { readWhole } from "../whole.ts";

/** Acme and Zeta, with the accounts an audit knows. */
const frame: Company[] = [company("acme", { name: "Acme" }), company("zeta", { name: "Zeta" })];

const owned = (accounts: readonly string[]) =>
  accounts.map((accountId, index): { company: Company; account: Account } => ({
    company: frame[index] ?? company("acme"),
    account: accountOf(accountId),
  }));

/** Reads an export as an import does. */
export async function readExport(
  content: string | Uint8Array,
  { accounts = [], ...options }: Partial<ImportOptions> & { accounts?: readonly string[] } = {},
) {
  const bytes = Buffer.from(content);
  const found =
    recogniseArchive(bytes, "export") ?? recogniseTable([readCells(bytes, "export.csv")], "export.csv", {});
  if (!found) throw new Error("not recognised");
  const imported = await readWhole(
    { ...found.table, columns: found.columns },
    { file: "export.csv", sha256: "00", frame, owned: owned(accounts), ...options },
  );
  return { ...imported, export: found.format.id };
}
