import { type Overview, overviewOf } from "../report/overview.ts";
import type { Tables } from "./exporter.ts";
import { readReportInput } from "./report-input.ts";

/** What a report of these tables says first, as plain data. */
export async function readOverview(tables: Tables): Promise<Overview> {
  return overviewOf(await readReportInput(tables));
}
