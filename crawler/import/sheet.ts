import type { DelimitedRow, DelimitedTable } from "../../datasets/delimited.ts";
import { AuditError } from "../../datasets/error.ts";
import type { Account } from "../../datasets/schema.ts";
import { type ReadDate, readDate } from "../platforms/observers/dates.ts";

/** A sheet of ours that somebody filled, and what it can be about. */
export interface FilledSheet {
  table: DelimitedTable;
  /** Name without folders. */
  file: string;
  sha256: string;
  /** Of the audit. */
  companyIds: ReadonlySet<string>;
  accounts: ReadonlyMap<string, Account>;
}

/** What could be read of a filled sheet. */
export interface SheetReading<T> {
  records: T[];
  /** As `file, row, column: what`. */
  faults: string[];
  /** Rows that nobody has filled yet. */
  blank: number;
}

/** One filled row. What cannot be read becomes a fault of it and reads as absent. */
export interface SheetRow {
  number: number;
  text(column: string): string | null;
  date(column: string): ReadDate | null;
  count(column: string): number | null;
  fault(column: string, what: string): void;
  faults: string[];
}

/** Which of our sheets a header belongs to: the first all of whose telling columns it has, in any spelling; null for other files. */
export function sheetKind(headers: readonly string[]): "readings" | "detection" | null {
  const has = (...columns: readonly string[]) =>
    columns.every((name) => headers.some((h) => plain(h) === name));
  if (has("can_see", "last_post_text")) return "readings";
  return has("right", "missing") ? "detection" : null;
}

/**
 * Reads every filled row of a sheet.
 *
 * @param columns those it must have
 * @param filled columns of which at least one is filled where somebody has looked
 * @param read null where the row is at fault
 * @throws AuditError when a column is not there any more
 */
export function readSheet<T>(
  { table, file, companyIds, accounts }: FilledSheet,
  { columns, filled }: { columns: readonly string[]; filled: readonly string[] },
  read: (row: SheetRow, account: Account | null) => T | null,
): SheetReading<T> {
  checkColumns(table.headers, columns, file);
  const reading: SheetReading<T> = { records: [], faults: [...table.faults], blank: 0 };
  for (const cells of table.rows) {
    const row = openSheetRow(cells, table.headers, file);
    if (filled.every((column) => row.text(column) === null)) {
      reading.blank += 1;
      continue;
    }
    const [companyId, accountId] = [row.text("company_id") ?? "", row.text("account") ?? ""];
    const account = accounts.get(accountId) ?? null;
    if (!companyIds.has(companyId))
      row.fault("company_id", `"${companyId}" is not in the audit. Leave the first columns as they were`);
    if (account === null && accountId !== "site")
      row.fault("account", `"${accountId}" is not in the audit. Leave the first columns as they were`);
    const record = row.faults.length > 0 ? null : read(row, account);
    if (record !== null && row.faults.length === 0) reading.records.push(record);
    reading.faults.push(...row.faults);
  }
  return reading;
}

const plain = (header: string) =>
  header
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

function checkColumns(headers: readonly string[], columns: readonly string[], file: string): void {
  const missing = columns.filter((column) => !headers.some((header) => plain(header) === column));
  if (missing.length === 0) return;
  throw new AuditError(
    "bad_input",
    `${file}, header: no column ${missing.join(", ")}. A filled sheet has: ${columns.join(", ")}. It has: ${headers.join(", ")}`,
  );
}

function openSheetRow({ row, cells }: DelimitedRow, headers: readonly string[], file: string): SheetRow {
  const faults: string[] = [];
  const fault = (column: string, what: string) => void faults.push(`${file}, row ${row}, ${column}: ${what}`);
  const text = (column: string) => {
    const cell = cells[headers.find((header) => plain(header) === column) ?? ""];
    // Our own sheets put a ' before what a spreadsheet would run.
    return cell?.replace(/^'(?='*[=+\-@])/, "") || null;
  };
  const read = <T>(column: string, reader: (cell: string) => T | null, hint: string): T | null => {
    const cell = text(column);
    const value = cell === null ? null : reader(cell);
    if (cell !== null && value === null) fault(column, `"${cell}" ${hint}`);
    return value;
  };
  return {
    number: row,
    text,
    date: (column) => read(column, readDate, "can not be read as one date. Write it like 2026-12-31"),
    count: (column) => read(column, wholeNumber, "is no whole number. Write it like 1234, without rounding"),
    fault,
    faults,
  };
}

function wholeNumber(cell: string): number | null {
  const digits = cell.replace(/[,.' \u00a0\u202f](?=\d{3}(?!\d))/g, "");
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}
