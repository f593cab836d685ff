import type { Industry, SyntheticCompany } from "../industry.ts";
import { mishaps } from "../mishaps.ts";
import type { TrueCompany } from "./tables.ts";

/** Whether a company counts in the industry's numbers: its row says that it still exists. */
export function isEligible({ status }: SyntheticCompany): boolean {
  return status === "active";
}

/** What is true about each company. */
export function trueCompanies({ companies }: Industry): TrueCompany[] {
  return companies.map((company) => {
    const { companyId, segment, domain, mishap, siteKind } = company;
    const { outcome, reason } = mishaps[mishap];
    return { companyId, segment, domain, eligible: isEligible(company), outcome, reason, mishap, siteKind };
  });
}
