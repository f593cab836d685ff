import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Asked, mannersOf } from "../../analysis/manners.ts";
import { scoreAudit } from "../../analysis/score-audit.ts";
import { AuditError } from "../../datasets/error.ts";
import { readTreated, readTruth, type Truth } from "../../datasets/synthetic/truth.ts";
import { linesOfScore } from "../audit-score.ts";
import type { Command } from "../command.ts";
import { readOwnLedger, readReported, readScoreFile } from "../reported.ts";

/** A whole audit, or what any other crawler found, against an industry whose truth is known. */
export const scoreAuditCommand: Command = {
  name: "score-audit",
  arguments: ["<dir-or-file>", "<truth>"],
  summary:
    "score a whole audit, or the score file of any other crawler, against the truth of a synthetic industry: detection, statuses, rates, intervals, fix list, politeness",
  flags: ["json", "theta"],
  example: "presence-audit score-audit presence-audit-demo presence-audit-demo/truth",
  async run([given = "", folder = ""], { json, theta = 90 }, terminal) {
    const truth = await readTruth(folder);
    const isAudit = existsSync(join(given, "audit.json"));
    if (!isAudit && !given.endsWith(".jsonl")) {
      throw new AuditError("bad_input", `${given}: is neither an audit folder nor a score file (.jsonl)`);
    }
    const score = scoreAudit(
      isAudit ? await readReported(given) : readScoreFile(given, truth.companies),
      truth,
    );
    const asked = (await readTreated(folder)) ?? (isAudit ? await ledgerOf(given, truth) : null);
    const manners = asked && mannersOf(asked);
    terminal.print(
      json
        ? `${JSON.stringify({ ...score, manners })}\n`
        : `${linesOfScore(score, manners, theta).join("\n")}\n`,
    );
    return undefined;
  },
};

const ledgerOf = (folder: string, { companies }: Truth): Promise<Asked[]> => readOwnLedger(folder, companies);
