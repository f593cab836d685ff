import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Tables } from "../../../analysis/exporters/exporter.ts";
import type { ReportInput } from "../../../analysis/report/model.ts";
import { readTable, writeTable } from "../../../datasets/csv.ts";
import { type Table, tables } from "../../../datasets/tables.ts";

/** Publishes an input as tables in a folder. */
export async function published(input: ReportInput, folder: string): Promise<Tables> {
  const pathOf = ({ name }: Pick<Table, "name">) => join(folder, "tables", `${name}.csv`);
  mkdirSync(join(folder, "tables"), { recursive: true });
  await writeTable(pathOf(tables.companies), tables.companies, input.companies);
  await writeTable(pathOf(tables.captures), tables.captures, input.captures);
  await writeTable(pathOf(tables.claims), tables.claims, input.claims);
  await writeTable(pathOf(tables.accounts), tables.accounts, input.accounts);
  await writeTable(pathOf(tables.ownerships), tables.ownerships, input.ownerships);
  await writeTable(pathOf(tables.fixList), tables.fixList, input.fixes);
  await writeTable(pathOf(tables.observations), tables.observations, input.observations);
  await writeTable(pathOf(tables.cadences), tables.cadences, input.cadences);
  await writeTable(pathOf(tables.statuses), tables.statuses, input.statuses);
  await writeTable(pathOf(tables.benchmarks), tables.benchmarks, input.benchmarks);
  await writeTable(pathOf(tables.curves), tables.curves, input.curves);
  return {
    manifest: () => input.audit,
    platforms: input.platforms,
    read: (table) => readTable(pathOf(table), table),
  };
}
