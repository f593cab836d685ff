import { clock, instantOf } from "../../crawler/clock.ts";
import { isEvidenceBorrowed, pruneEvidence } from "../../crawler/evidence/erase.ts";
import { AuditError } from "../../datasets/error.ts";
import type { Command } from "../command.ts";
import { inAudit } from "../work.ts";

/** The evidence out of an audit. */
export const pruneCommand: Command = {
  name: "prune",
  arguments: ["<dir>"],
  summary:
    "delete the evidence of an audit; its tables and report stay, it can be read, compared and gone on with, not replayed",
  flags: ["quiet"],
  example: "presence-audit prune audit-2021",
  run: ([folder = ""], { quiet }, terminal) =>
    inAudit(folder, async ({ manifest, update }) => {
      if (isEvidenceBorrowed(folder)) {
        const hint = "Prune that one, or delete this folder";
        throw new AuditError(
          "bad_usage",
          `${folder}: its evidence is that of the audit it was replayed from. ${hint}`,
        );
      }
      const { tombstones } = manifest();
      const isEmpty = tombstones.some(({ what }) => what === "pruned");
      const { exchanges, bytes } = pruneEvidence(folder);
      if (bytes > 0 || !isEmpty)
        update({ tombstones: [...tombstones, { what: "pruned", companyId: null, at: instantOf(clock()) }] });
      if (!quiet) terminal.print(`${folder}: ${exchanges} exchanges, ${bytes} bytes of evidence deleted\n`);
    }),
};
