import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { collect } from "../collect.ts";
import { readTable, writeTable } from "../csv.ts";
import { AuditError } from "../error.ts";
import { byCodeUnit } from "../order.ts";
import type { Table } from "../tables.ts";
import type { Industry } from "./industry.ts";
import { trueAccounts } from "./truth/accounts.ts";
import { trueBenchmarks } from "./truth/benchmarks.ts";
import { trueCompanies } from "./truth/companies.ts";
import { trueFixes } from "./truth/fix-list.ts";
import { trueOwnerships } from "./truth/ownerships.ts";
import { trueStatuses } from "./truth/statuses.ts";
import {
  changesTable,
  type Treated,
  type TrueAccount,
  type TrueBenchmark,
  type TrueChange,
  type TrueCompany,
  type TrueFix,
  type TrueOwnership,
  type TrueStatus,
  treatedTable,
  truthTables,
} from "./truth/tables.ts";

/** All that is true about an industry, in the words of an audit's tables. */
export interface Truth {
  companies: TrueCompany[];
  ownerships: TrueOwnership[];
  fixList: TrueFix[];
  accounts: TrueAccount[];
  statuses: TrueStatus[];
  benchmarks: TrueBenchmark[];
  changes: TrueChange[];
}

/** Works out what is true. Rows are sorted by their keys in code-unit order. */
export function truth(industry: Industry): Truth {
  const companies = trueCompanies(industry);
  const accounts = trueAccounts(industry);
  const ownerships = trueOwnerships(industry);
  const statuses = trueStatuses(industry, accounts);
  const benchmarks = trueBenchmarks(industry, { companies, accounts, statuses });
  const theta = ({ thetaDays }: { thetaDays: number | null }) => String(thetaDays ?? "").padStart(4);
  return {
    companies: sortedBy(companies, ({ companyId }) => companyId),
    ownerships: sortedBy(ownerships, ({ companyId, accountId }) => `${companyId} ${accountId}`),
    fixList: sortedBy(trueFixes(industry, { accounts, ownerships }), (row) =>
      [row.companyId, row.kind, row.platform, row.accountId ?? ""].join(" "),
    ),
    accounts: sortedBy(accounts, ({ accountId }) => accountId),
    statuses: sortedBy(statuses, (row) => `${row.companyId} ${row.platforms} ${theta(row)}`),
    benchmarks: sortedBy(
      benchmarks,
      (row) => `${row.metric} ${row.statistic} ${row.segment} ${row.platforms} ${theta(row)}`,
    ),
    changes: sortedBy(industry.changes, (row) =>
      [row.companyId, row.on, row.kind, row.accountId ?? ""].join(" "),
    ),
  };
}

function sortedBy<T>(rows: readonly T[], key: (row: T) => string): T[] {
  return rows.toSorted((a, b) => byCodeUnit(key(a), key(b)));
}

/**
 * Reads what `writeTruth` wrote.
 *
 * @throws AuditError that names the first file, row and column at fault
 */
export async function readTruth(folder: string): Promise<Truth> {
  const read = <S extends z.ZodObject>(table: Table<S>) => rowsOf(join(folder, `${table.name}.csv`), table);
  return {
    companies: await read(truthTables.companies),
    ownerships: await read(truthTables.ownerships),
    fixList: await read(truthTables.fixList),
    accounts: await read(truthTables.accounts),
    statuses: await read(truthTables.statuses),
    benchmarks: await read(truthTables.benchmarks),
    changes: await read(changesTable),
  };
}

/** Writes down how each host was treated, beside the truth. */
export async function writeTreated(rows: readonly Treated[], folder: string): Promise<void> {
  await writeTable(join(folder, `${treatedTable.name}.csv`), treatedTable, rows);
}

/** Reads how each host was treated; null where no server has written it. */
export async function readTreated(folder: string): Promise<Treated[] | null> {
  const path = join(folder, `${treatedTable.name}.csv`);
  return existsSync(path) ? rowsOf(path, treatedTable) : null;
}

async function rowsOf<S extends z.ZodObject>(path: string, table: Table<S>): Promise<z.output<S>[]> {
  if (!existsSync(path))
    throw new AuditError(
      "bad_input",
      `${path}: there is no such file. Name a folder of truth, as demo writes it`,
    );
  return collect(readTable(path, table));
}

/** Writes truth as CSV files into a folder, which is made if there is none. */
export async function writeTruth(rows: Truth, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = (name: string) => join(folder, `${name}.csv`);
  await writeTable(path("companies"), truthTables.companies, rows.companies);
  await writeTable(path("ownerships"), truthTables.ownerships, rows.ownerships);
  await writeTable(path("fix-list"), truthTables.fixList, rows.fixList);
  await writeTable(path("accounts"), truthTables.accounts, rows.accounts);
  await writeTable(path("statuses"), truthTables.statuses, rows.statuses);
  await writeTable(path("benchmarks"), truthTables.benchmarks, rows.benchmarks);
  await writeTable(path("changes"), changesTable, rows.changes);
}
