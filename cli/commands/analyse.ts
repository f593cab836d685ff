import { analyse } from "../../audit.ts";
import { writeFindings } from "../../crawler/findings.ts";
import { collect } from "../../datasets/collect.ts";
import { Company } from "../../datasets/schema.ts";
import type { Snapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import type { Command, Terminal } from "../command.ts";
import type { Options } from "../flags.ts";
import { keepInputs, readInputs, tellUnmatched } from "../inputs.ts";
import { keepProtocol, openProtocol } from "../protocol.ts";
import { summarise } from "../summary.ts";
import { inAudit } from "../work.ts";

/** From observations to published numbers; sends nothing. */
export const analyseCommand: Command = {
  name: "analyse",
  arguments: ["<dir>"],
  summary:
    "compute cadences, statuses and benchmarks from the tables of an audit, with your corrections where you give them",
  flags: ["corrections", "protocol", "quiet", "json"],
  example: "presence-audit analyse audit-2026",
  run: ([folder = ""], options, terminal) =>
    inAudit(folder, async (snapshot) => {
      keepProtocol(snapshot, await openProtocol(options), { ...terminal, ...options });
      if (options.corrections) await correct(snapshot, options, terminal);
      await analyse(snapshot);
      await summarise(snapshot, options, terminal);
    }),
};

/** Judges the accounts of an audit again with what the user found out about them. */
async function correct(snapshot: Snapshot, options: Options, terminal: Terminal): Promise<void> {
  keepInputs(snapshot, readInputs(options, null));
  const companies = (await collect(snapshot.read(tables.companies))).map((row) => Company.parse(row));
  await writeFindings(companies, snapshot);
  if (!options.quiet) await tellUnmatched(snapshot, companies, terminal);
}
