import type { Command } from "../command.ts";
import { analyseCommand } from "./analyse.ts";
import { auditCommand } from "./audit.ts";
import { crawlCommand } from "./crawl.ts";
import { demoCommand } from "./demo.ts";
import { detectCommand } from "./detect.ts";
import { diffCommand } from "./diff.ts";
import { explainCommand } from "./explain.ts";
import { importCommand } from "./import.ts";
import { observeCommand } from "./observe.ts";
import { planCommand } from "./plan.ts";
import { reportCommand } from "./report.ts";
import { resolveCommand } from "./resolve.ts";
import { scoreCommand } from "./score.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  auditCommand,
  demoCommand,
  planCommand,
  crawlCommand,
  observeCommand,
  analyseCommand,
  reportCommand,
  importCommand,
  explainCommand,
  diffCommand,
  detectCommand,
  resolveCommand,
  scoreCommand,
];
