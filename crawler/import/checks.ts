import type { DetectionCheck } from "../../datasets/hand-records.ts";
import { wholeSite } from "../../datasets/hand-records.ts";
import type { Account } from "../../datasets/schema.ts";
import { sheets } from "../../datasets/tables.ts";
import { explain } from "../platforms/resolve.ts";
import { type FilledSheet, readSheet, type SheetReading, type SheetRow } from "./sheet.ts";

const optional: readonly string[] = ["company", "url", "instruction", "note"];

/**
 * Reads a filled sheet of checked accounts. Rows at fault are reported and the rest is kept.
 *
 * @throws AuditError when a column is not there any more
 */
export function readChecks(sheet: FilledSheet): SheetReading<DetectionCheck> {
  const columns = sheets.detection.columns.map(({ name }) => name).filter((name) => !optional.includes(name));
  return readSheet(sheet, { columns, filled: ["right", "missing"] }, (row, account) =>
    checkOf(row, account, sheet),
  );
}

function checkOf(
  row: SheetRow,
  account: Account | null,
  { file, sha256 }: FilledSheet,
): DetectionCheck | null {
  const checkedAt = row.date("checked_at");
  if (!checkedAt) {
    if (row.text("checked_at") === null)
      row.fault("checked_at", "is empty. Write the day of the check, like 2026-12-31");
    return null;
  }
  return {
    companyId: row.text("company_id") ?? "",
    accountId: account?.accountId ?? wholeSite,
    coder: row.text("coder") ?? file.replace(/\.\w+$/, ""),
    checkedAt: checkedAt.instant,
    right: account ? rightIn(row) : null,
    missing: account ? [] : missingIn(row),
    ...{ file, sha256, row: row.number },
  };
}

const verdicts: Readonly<Record<string, boolean | null>> = {
  ...{ yes: true, y: true, true: true, no: false, n: false, false: false, unsure: null },
};

function rightIn(row: SheetRow): boolean | null {
  const written = row.text("right")?.toLowerCase() ?? "";
  if (Object.hasOwn(verdicts, written)) return verdicts[written] ?? null;
  row.fault("right", `"${written}" is not known. Write yes, no or unsure`);
  return null;
}

/** Account ids of what a person found beside the accounts on the sheet. */
function missingIn(row: SheetRow): string[] {
  const written = row.text("missing") ?? "";
  if (/^(?:none|no|-+)$/i.test(written)) return [];
  return written.split(/[\s;,]+/).flatMap((address) => {
    const { found } = explain(address, "https://invalid.invalid/", {});
    if (found && !found.person) return [`${found.platform}:${found.account}`];
    row.fault("missing", `"${address}" is no account's URL. Write the URL of the profile, or none`);
    return [];
  });
}
