import { isEvidenceBorrowed } from "../../crawler/evidence/erase.ts";
import { AuditError } from "../../datasets/error.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import type { Command } from "../command.ts";
import { findCompany } from "../find-company.ts";
import { forgetCompany } from "../forget.ts";

/** Everything of one company out of an audit. */
export const forgetCommand: Command = {
  name: "forget",
  arguments: ["<dir>", "<company>"],
  summary:
    "delete everything of one company from an audit: evidence, journals, tables, report; it does not come back when the audit goes on",
  flags: ["quiet"],
  example: "presence-audit forget audit-2026 iqvia",
  async run([folder = "", given = ""], { quiet }, terminal) {
    const companyId = await idOf(given, folder);
    const { exchanges, bytes } = await forgetCompany(companyId, folder);
    if (quiet) return undefined;
    terminal.print(
      `${folder}: ${given} is forgotten; ${exchanges} exchanges, ${bytes} bytes of evidence overwritten\n`,
    );
    if (isEvidenceBorrowed(folder))
      terminal.tell("The evidence is that of the audit this one was replayed from: forget it there, too\n");
    terminal.tell(
      "What other companies' pages say of it is theirs and stays. Your own files, copies, replays and published reports are yours to clean\n",
    );
    return undefined;
  },
};

/** The id that is meant; of a company that is forgotten already, or in part, only its id is known to be right. */
async function idOf(given: string, folder: string): Promise<string> {
  const snapshot = reopenSnapshot(folder);
  try {
    return (await findCompany(given, snapshot)).companyId;
  } catch (error) {
    if (error instanceof AuditError && snapshot.manifest().tombstones.length > 0) return given;
    throw error;
  } finally {
    snapshot.close();
  }
}
