import { drawAccounts, inOrderOf } from "./accounts.ts";
import { drawCompanies } from "./companies.ts";
import type { Industry, SyntheticCompany } from "./industry.ts";
import type { Scenario } from "./scenario.ts";
import { drawSlips, formerAccounts } from "./slips.ts";

/** Generates an industry. Pure: the same scenario gives the same industry, byte for byte. */
export function generateIndustry(scenario: Scenario): Industry {
  const drawn = drawCompanies(scenario);
  const current = drawAccounts(scenario, drawn);
  const companies = drawSlips(scenario, drawn, current);
  const former = formerAccounts(scenario, companies);
  const accounts = inOrderOf(companies, [...current, ...former]);
  return { scenario, now: scenario.now, frame: frameText(companies), companies, accounts };
}

/** The frame as a user would write it; no cell needs quotes. */
function frameText(companies: readonly SyntheticCompany[]): string {
  const rows = companies.map(({ companyId, name, website, segment, country, parentId, status }) =>
    [companyId, name, website ?? "", segment, country, parentId ?? "", status].join(","),
  );
  return `${["id,name,website,segment,country,parent,status", ...rows].join("\n")}\n`;
}
