import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { companyReport } from "../../analysis/index.ts";
import { report } from "../../audit.ts";
import { platforms } from "../../crawler/platforms/index.ts";
import type { Snapshot } from "../../datasets/snapshot.ts";
import type { Command } from "../command.ts";
import { findCompany } from "../find-company.ts";
import { inAudit } from "../work.ts";

/** From tables to what is read by people and programs. */
export const reportCommand: Command = {
  name: "report",
  arguments: ["<dir>"],
  summary: "write report.html and datapackage.json from the tables of an audit, or a report on one company",
  flags: ["own", "company", "quiet"],
  example: "presence-audit report audit-2026",
  run: ([folder = ""], { own, company, quiet }, terminal) =>
    inAudit(folder, async (snapshot) => {
      const name =
        company === undefined ? await reportOnAll(snapshot, own) : await reportOn(company, snapshot);
      if (!quiet) terminal.print(`${join(folder, name)}\n`);
    }),
};

async function reportOnAll(snapshot: Snapshot, own: string | undefined): Promise<string> {
  if (own !== undefined) snapshot.update({ own: (await findCompany(own, snapshot)).companyId });
  await report(snapshot);
  return "report.html";
}

async function reportOn(given: string, snapshot: Snapshot): Promise<string> {
  const { companyId } = await findCompany(given, snapshot);
  const name = `company-${companyId.replace(/[^\w.-]/g, "_")}.html`;
  writeFileSync(
    join(snapshot.folder, name),
    (await companyReport({ ...snapshot, platforms }, companyId)) ?? "",
  );
  return name;
}
