import { join } from "node:path";
import { report } from "../../audit.ts";
import type { Command } from "../command.ts";
import { inAudit } from "../work.ts";

/** From tables to what is read by people and programs. */
export const reportCommand: Command = {
  name: "report",
  arguments: ["<dir>"],
  summary: "write report.html and datapackage.json from the tables of an audit",
  flags: ["quiet"],
  example: "presence-audit report audit-2026",
  run: ([folder = ""], { quiet }, terminal) =>
    inAudit(folder, async (snapshot) => {
      await report(snapshot);
      if (!quiet) terminal.print(`${join(folder, "report.html")}\n`);
    }),
};
