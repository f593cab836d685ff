import { audit } from "../../audit.ts";
import type { Command } from "../command.ts";
import { networkFlags, tokenFlags, visitFlags } from "../flag-sets.ts";
import { auditFrame } from "../work.ts";

/** The main job. */
export const auditCommand: Command = {
  name: "audit",
  arguments: ["<frame>"],
  summary:
    "visit the companies of a frame, observe their accounts, publish benchmarks and a report; run again, it goes on",
  flags: [...visitFlags, ...networkFlags, ...tokenFlags, "json"],
  example: "presence-audit audit cros --contact you@example.org --out audit-2026",
  run: ([frame = ""], options, terminal) => auditFrame(frame, options, terminal, audit),
};
