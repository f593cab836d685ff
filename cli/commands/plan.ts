import { existsSync } from "node:fs";
import { join } from "node:path";
import { readExclusions, withoutExcluded } from "../../crawler/exclusions.ts";
import { planVisits } from "../../crawler/plan.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import { openFrame } from "../begin.ts";
import type { Command, Terminal } from "../command.ts";
import type { Options } from "../flags.ts";
import { readInputs } from "../inputs.ts";
import { planReading, readingLines } from "../reading.ts";
import { auditConfig, withConfigFile } from "../settings.ts";
import { readTokens } from "../tokens.ts";

/** What an audit will take, before anything is sent. */
export const planCommand: Command = {
  name: "plan",
  arguments: ["<frame-or-dir>"],
  summary:
    "tell sites, requests and least time of an audit, or of an audit folder what reading its accounts takes and gives; sends nothing",
  flags: [
    "columns",
    "segment",
    "include",
    "pagesPerSite",
    "delayMs",
    "exclusions",
    "config",
    "tokens",
    "x",
    "json",
  ],
  example: "presence-audit plan cros",
  async run([frame = ""], given, terminal) {
    const options = withConfigFile(given);
    if (existsSync(join(frame, "audit.json"))) return planAudit(frame, options, terminal);
    const config = auditConfig(options);
    const exclusions = readExclusions(readInputs(options, frame).get("exclusions") ?? null);
    const plan = planVisits(withoutExcluded(openFrame(frame, options).companies, exclusions), config);
    if (options.json) {
      terminal.print(`${JSON.stringify(plan)}\n`);
      return undefined;
    }
    const lines = [
      `${plan.companies} companies, ${plan.sites} of them eligible with a website of their own`,
      `${plan.lanes} domains, at most ${plan.requests} requests: robots.txt and up to ${config.pagesPerSite} pages a site`,
      `at least ${plan.leastSeconds} seconds, since a domain is asked once in ${config.delayMs / 1_000} seconds`,
    ];
    terminal.print(`${lines.join("\n")}\n`);
    return undefined;
  },
};

/** After detection: what each platform takes to be read, and how far the bounds would come together. */
async function planAudit(folder: string, options: Options, terminal: Terminal): Promise<undefined> {
  const snapshot = reopenSnapshot(folder);
  try {
    const steps = await planReading(snapshot, options.x);
    const tokens = Object.keys(readTokens(options, terminal.environment));
    const lines = readingLines(steps, tokens);
    terminal.print(options.json ? `${JSON.stringify({ folder, tokens, steps })}\n` : `${lines.join("\n")}\n`);
  } finally {
    snapshot.close();
  }
  return undefined;
}
