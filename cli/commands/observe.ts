import { observe } from "../../audit.ts";
import type { Command } from "../command.ts";
import { networkFlags, tokenFlags } from "../flag-sets.ts";
import { keepInputs, readInputs } from "../inputs.ts";
import { withPlace } from "../place.ts";
import { keepProtocol, openProtocol } from "../protocol.ts";
import { summarise } from "../summary.ts";
import { inAudit } from "../work.ts";

/** The second stage alone. */
export const observeCommand: Command = {
  name: "observe",
  arguments: ["<dir>"],
  summary: "observe how often the accounts of an audit post, where that may be seen",
  flags: [...networkFlags, ...tokenFlags, "exclusions", "protocol", "json"],
  example: "presence-audit observe audit-2026 --contact you@example.org",
  run: ([folder = ""], options, terminal) =>
    inAudit(folder, async (snapshot) => {
      keepInputs(snapshot, readInputs(options, null));
      keepProtocol(snapshot, await openProtocol(options), { ...terminal, ...options });
      await withPlace(snapshot, options, terminal, observe);
      await summarise(snapshot, options, terminal);
    }),
};
