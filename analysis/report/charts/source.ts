import type { ReportModel } from "../model.ts";

/** Where a drawing's numbers come from: how many, when, and in which published table. */
export function sourceLine({ audit, period }: ReportModel, n: string, table: string): string {
  return `${n}; seen ${period ?? "at no time yet"}; ${audit.instrument.software}, audit ${audit.auditId}, ${table}`;
}
