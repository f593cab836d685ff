import { compareCompany, findingsOf } from "../../analysis/index.ts";
import { named } from "../../crawler/platforms/index.ts";
import { collect } from "../../datasets/collect.ts";
import { AuditError } from "../../datasets/error.ts";
import { tables } from "../../datasets/tables.ts";
import type { Command, Terminal } from "../command.ts";
import { cardLines } from "../company-card.ts";
import { compareSites } from "../compare-sites.ts";
import { tokenFlags } from "../flag-sets.ts";
import type { Options } from "../flags.ts";
import { findCompany, readPeers } from "../peers.ts";
import { inAudit } from "../work.ts";

/** One company beside others: of websites that nobody audited yet, or of an audit. */
export const compareCommand: Command = {
  name: "compare",
  arguments: ["<site-or-dir>", "[company]"],
  summary:
    "audit your website beside others in minutes: who posts where, what to mend, a report; or place one company of an audit among its peers",
  flags: [
    "with",
    "out",
    "contact",
    "peers",
    "theta",
    "json",
    "quiet",
    "window",
    "render",
    ...tokenFlags,
    "exclusions",
    "config",
    "delayMs",
    "now",
    "connectTo",
    "ca",
  ],
  example: "presence-audit compare ourcro.com --with a.com,b.com,c.com --contact you@example.org --out q4",
  moreExamples: ["presence-audit compare audit-2026 iqvia --peers size"],
  run: ([who = "", company], options, terminal) => {
    if (options.with !== undefined) return compareSites(who, options, terminal);
    if (company !== undefined) return placeCompany(who, company, { options, terminal });
    const hint = `presence-audit compare ${who} --with a.com,b.com (websites), or presence-audit compare DIR COMPANY (an audit)`;
    throw new AuditError("bad_usage", `${who}: compare with whom? Write ${hint}`);
  },
};

function placeCompany(
  folder: string,
  given: string,
  { options, terminal }: { options: Options; terminal: Terminal },
): Promise<undefined> {
  const { peers = "segment", theta = 90, json } = options;
  return inAudit(folder, async (snapshot) => {
    const companies = await collect(snapshot.read(tables.companies));
    const company = findCompany(companies, given);
    const findings = await findingsOf(snapshot, named);
    const question = { peers: readPeers(peers, companies), thetaDays: theta };
    const card =
      company && compareCompany(findings, companies, { companyId: company.companyId, ...question });
    if (!card) {
      const fault = company ? "is not eligible, so nothing was observed" : "is no id or name of one company";
      throw new AuditError("bad_input", `${given}: ${fault}. See ${folder}/tables/companies.csv`);
    }
    terminal.print(json ? `${JSON.stringify(card)}\n` : `${cardLines(card).join("\n")}\n`);
  });
}
