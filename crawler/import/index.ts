import type { CellRow, DelimitedRow } from "../../datasets/delimited.ts";
import { AuditError } from "../../datasets/error.ts";
import { readDate } from "../platforms/observers/dates.ts";
import { type Columns, findColumns, unusedColumns } from "./columns.ts";
import { counters } from "./counters.ts";
import type { Collector, Imported, ImportFormat, ImportOptions, Told } from "./format.ts";
import { periodCounts } from "./period-counts.ts";
import { posts } from "./posts.ts";
import { openRoster, type Roster } from "./roster.ts";
import { type Row, rowReader } from "./row.ts";

export type { Imported, ImportFormat, ImportOptions } from "./format.ts";

/** Every format of the user's files; a file is of the first that knows one of its columns. */
export const importFormats: readonly ImportFormat[] = [posts, periodCounts, counters];

/** A user's table, whole or streaming. */
export interface ImportTable {
  headers: readonly string[];
  rows: Iterable<DelimitedRow>;
  /** Further rows of a file that is too long to be in memory, in batches. */
  further?: AsyncIterable<readonly CellRow[]>;
  /** Faults found while reading it. */
  faults?: readonly string[];
  /** Which header is what, where the file is an export that is known. */
  columns?: Columns | null;
}

/**
 * Reads a user's own file of accounts: what their platforms count, or when they posted. Rows at fault are reported and the rest
 * is kept; rows may stand in any order.
 *
 * @throws AuditError when the file as a whole cannot be understood, or an option is wrong
 */
export async function readImport(table: ImportTable, options: ImportOptions): Promise<Imported> {
  const columns = withConstants(table.columns ?? columnsOf(table.headers, options), options);
  const told = toldBy(options);
  const format = formatOf(columns, options);
  const roster = openRoster(columns, options);
  const reader = { format, collector: format.begin(told) };
  const faults = [...(table.faults ?? [])];
  const open = rowReader(table.headers, columns, options.file);
  const take = ({ row: number, cells, fault }: CellRow) => {
    const row = open(number, cells);
    readRow(row, roster, reader);
    if (fault) faults.push(fault);
    if (row.faults.length > 0) faults.push(...row.faults);
  };
  for (const { cells, ...row } of table.rows)
    take({ ...row, cells: table.headers.map((header) => cells[header] ?? "") });
  for await (const batch of table.further ?? []) for (const row of batch) take(row);
  const { observations, notes } = reader.collector.finish();
  return {
    format: format.id,
    companies: roster.companies(),
    observations,
    faults,
    notes: [...unusedColumns(table.headers, columns, options.file), ...notes],
  };
}

function columnsOf(headers: readonly string[], { file, columns = {}, segment }: ImportOptions): Columns {
  return findColumns(headers, file, segment === undefined ? columns : { ...columns, segment });
}

/** A file of one account need not name it on every row, nor its company. */
function withConstants(columns: Columns, { account, company }: ImportOptions): Columns {
  const said = {
    ...(account !== undefined && { account }),
    ...(company !== undefined && { name: company, companyId: company }),
  };
  return { ...columns, constants: said };
}

function toldBy({ file, from, to }: ImportOptions): Told {
  const read = (flag: string, written: string | undefined) => {
    const date = written === undefined ? null : readDate(written);
    if (written === undefined || date) return date?.instant ?? null;
    throw new AuditError("bad_usage", `${flag} ${written}: is no date. Write it like 2026-12-31`);
  };
  return { file, from: read("--from", from), to: read("--to", to) };
}

interface Reader {
  format: ImportFormat;
  collector: Collector;
}

/** @throws AuditError when the columns are not those of a format, or name no accounts or companies */
function formatOf(columns: Columns, { file, frame }: ImportOptions): ImportFormat {
  const headers = { ...columns.headers, ...columns.constants };
  const has = (names: readonly (keyof typeof headers)[]) => names.some((name) => headers[name] !== undefined);
  const format = importFormats.find(({ tellingFields }) => has(tellingFields));
  const faults = [
    ...(has(["account"]) || (frame && has(["name"]))
      ? []
      : [
          "no column for the accounts. Call it handle, or like x_handle; a file of one account: --account linkedin:company/acme",
        ]),
    ...(frame || has(["companyId", "name", "website"])
      ? []
      : ["no column for the companies. Call it company, website or id"]),
    ...(format
      ? []
      : [
          "no column of posts (posted_at) and none of counters (posts, followers, account_created_at). Say --columns posted_at=HEADER or --columns posts=HEADER",
        ]),
  ];
  if (format && faults.length === 0) return format;
  throw new AuditError("bad_input", faults.map((fault) => `${file}, header: ${fault}`).join("\n"));
}

function readRow(row: Row, roster: Roster, { format, collector }: Reader): void {
  const named = roster.company(row);
  const account = roster.account(row) ?? (named && roster.onlyAccountOf(named));
  const company = named ?? (account && roster.ownerOf(account));
  const isBlank = account === null && row.text("account") === null;
  const says = isBlank ? format.tellingFields.find((field) => row.text(field) !== null) : undefined;
  if (account && !company && row.faults.length === 0)
    row.fault("name", `${account.accountId} is no account of the audit. Say whose it is: --company NAME`);
  if (isBlank && says)
    row.fault("account", "is empty, though the row says something of an account. Write its handle");
  if (company) roster.add(company, account ?? (isBlank && !says ? "none" : "unreadable"));
  if (account) collector.add(account, row);
}
