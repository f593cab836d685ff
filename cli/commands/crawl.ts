import { crawl } from "../../audit.ts";
import type { Command } from "../command.ts";
import { networkFlags, visitFlags } from "../flag-sets.ts";
import { auditFrame } from "../work.ts";

/** The first stage alone. */
export const crawlCommand: Command = {
  name: "crawl",
  arguments: ["<frame>"],
  summary: "visit the companies of a frame and find the accounts their sites declare",
  flags: [...visitFlags, ...networkFlags, "json"],
  example: "presence-audit crawl companies.csv --contact you@example.org --out audit-2026",
  run: ([frame = ""], options, terminal) => auditFrame(frame, options, terminal, crawl),
};
