import { renderCompanyReport } from "../report/company-page.ts";
import type { Tables } from "./exporter.ts";
import { readReportInput } from "./report-input.ts";

/** The report on one company as a page of its own; null where the audit has no such company. */
export async function companyReport(tables: Tables, companyId: string): Promise<string | null> {
  return renderCompanyReport(await readReportInput({ ...tables, own: companyId }));
}
