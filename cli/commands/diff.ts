import { diffInstruments, diffTables } from "../../datasets/diff.ts";
import type { Command } from "../command.ts";

/** Whether two audits say the same. */
export const diffCommand: Command = {
  name: "diff",
  arguments: ["<dir1>", "<dir2>"],
  summary:
    "compare the tables of two audits, leaving out what differs between any two runs; exit code 1 when they differ",
  flags: ["tables", "quiet"],
  example: "presence-audit diff --tables audit-a audit-b",
  async run([first = "", second = ""], { quiet }, terminal) {
    if (!quiet) for (const line of diffInstruments(first, second)) terminal.print(`${line}\n`);
    let differences = 0;
    for await (const difference of diffTables(first, second)) {
      differences += 1;
      if (!quiet && differences <= 20) terminal.print(`${difference}\n`);
    }
    if (!quiet) terminal.print(differences === 0 ? "equal\n" : `${differences} rows differ\n`);
    return differences === 0 ? undefined : 1;
  },
};
