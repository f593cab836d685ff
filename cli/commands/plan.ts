import { existsSync } from "node:fs";
import { join } from "node:path";
import { readExclusions, withoutExcluded } from "../../crawler/exclusions.ts";
import { planVisits } from "../../crawler/plan.ts";
import type { Frame } from "../../datasets/frame.ts";
import type { UserFile } from "../../datasets/inputs.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import { openFrame } from "../begin.ts";
import type { Command, Terminal } from "../command.ts";
import type { Options } from "../flags.ts";
import { readInputs } from "../inputs.ts";
import { draftProtocol, writeProtocol } from "../protocol-draft.ts";
import { planReading, readingLines } from "../reading.ts";
import { auditConfig, withConfigFile } from "../settings.ts";
import { readTokens } from "../tokens.ts";

/** What an audit will take, before anything is sent. */
export const planCommand: Command = {
  name: "plan",
  arguments: ["<frame-or-dir>"],
  summary:
    "tell sites, requests and least time of an audit, or of an audit folder what reading its accounts takes and gives; with --write-protocol, write down what is decided before the wave; sends nothing",
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
    "writeProtocol",
    "set",
    "theta",
    "window",
    "lookback",
    "render",
    "thetas",
    "kinds",
    "seed",
  ],
  example: "presence-audit plan cros",
  moreExamples: ["presence-audit plan cros --set bluesky --thetas 90,365 --write-protocol protocol.json"],
  async run([frame = ""], given, terminal) {
    const options = withConfigFile(given);
    if (existsSync(join(frame, "audit.json"))) return planAudit(frame, options, terminal);
    const exclusions = readInputs(options, frame).get("exclusions") ?? null;
    const opened = openFrame(frame, options);
    const path = options.writeProtocol;
    if (path === undefined) return planFrame(opened, { options, exclusions }, terminal);
    const today = new Date().toISOString().slice(0, 10);
    const sha256 = writeProtocol(path, draftProtocol({ frame: opened, options, exclusions, today }));
    terminal.print(`${path}: SHA-256 ${sha256}\n${nextSteps(path, frame)}\n`);
    return undefined;
  },
};

const nextSteps = (path: string, frame: string) =>
  `Finish it (title, steps, primaryOutcome, estimators, notes), register it with its SHA-256 of then, and audit: presence-audit audit ${frame} --protocol ${path}`;

/** Before anything is known of the sites: how many there are, and how long asking them takes. */
function planFrame(
  { companies }: Frame,
  { options, exclusions }: { options: Options; exclusions: UserFile | null },
  terminal: Terminal,
): undefined {
  const config = auditConfig(options);
  const plan = planVisits(withoutExcluded(companies, readExclusions(exclusions)), config);
  const lines = [
    `${plan.companies} companies, ${plan.sites} of them eligible with a website of their own`,
    `${plan.lanes} domains, at most ${plan.requests} requests: robots.txt and up to ${config.pagesPerSite} pages a site`,
    `at least ${plan.leastSeconds} seconds, since a domain is asked once in ${config.delayMs / 1_000} seconds`,
  ];
  terminal.print(`${options.json ? JSON.stringify(plan) : lines.join("\n")}\n`);
}

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
