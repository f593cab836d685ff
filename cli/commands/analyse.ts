import { analyse } from "../../audit.ts";
import type { Command } from "../command.ts";
import { summarise } from "../summary.ts";
import { inAudit } from "../work.ts";

/** From observations to published numbers; sends nothing. */
export const analyseCommand: Command = {
  name: "analyse",
  arguments: ["<dir>"],
  summary: "compute cadences, statuses and benchmarks from the tables of an audit",
  flags: ["quiet", "json"],
  example: "presence-audit analyse audit-2026",
  run: ([folder = ""], options, terminal) =>
    inAudit(folder, async (snapshot) => {
      await analyse(snapshot);
      await summarise(snapshot, options, terminal);
    }),
};
