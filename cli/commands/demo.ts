import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../../audit.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import {
  generateIndustry,
  readScenario,
  serveIndustry,
  syntheticTokens,
} from "../../datasets/synthetic/index.ts";
import { truth, writeTreated, writeTruth } from "../../datasets/synthetic/truth.ts";
import { tellAgainstTruth } from "../against-truth.ts";
import type { Command } from "../command.ts";
import { auditFrame } from "../work.ts";

/** The delay of a demo: the hosts are all this machine, and no stranger waits. */
const demoDelayMs = 100;

/** Tokens that only the synthetic platforms take: none of the user's own is ever sent to them. */
const environment = {
  PRESENCE_AUDIT_X_TOKEN: syntheticTokens.x,
  PRESENCE_AUDIT_YOUTUBE_KEY: syntheticTokens.youtube,
  PRESENCE_AUDIT_META_TOKEN: syntheticTokens.meta,
};

/** A whole audit on this machine, with the truth beside it. */
export const demoCommand: Command = {
  name: "demo",
  arguments: [],
  summary:
    "audit a synthetic industry served on this machine and print estimate against truth; no internet, no browser",
  flags: ["out", "fresh", "evidence", "quiet", "log"],
  example: "presence-audit demo",
  async run(_, options, terminal) {
    const folder = options.out ?? "presence-audit-demo";
    if (options.fresh) rmSync(folder, { recursive: true, force: true });
    const isResumed = existsSync(join(folder, "cache", "robots.jsonl"));
    const industry = generateIndustry(readScenario("small"));
    const server = await serveIndustry(industry, { delayMs: demoDelayMs });
    try {
      mkdirSync(join(folder, "truth"), { recursive: true });
      const [frame, ca] = [join(folder, "frame.csv"), join(folder, "truth", "ca.pem")];
      writeFileSync(frame, industry.frame);
      writeFileSync(ca, server.ca);
      const { connectTo } = server;
      // The same with a browser on this machine and without.
      const render = "never" as const;
      const settings = { out: folder, now: industry.now, delayMs: demoDelayMs, render, connectTo, ca };
      await auditFrame(frame, { ...options, ...settings }, { ...terminal, environment }, audit);
    } finally {
      await server.close();
    }
    const known = truth(industry);
    await writeTruth(known, join(folder, "truth"));
    await writeTreated(server.treatments(), join(folder, "truth"));
    const snapshot = reopenSnapshot(folder);
    try {
      // The server of a resumed demo cannot know that the one before it was asked for its robots.txt.
      const violations = server.violations().filter(({ kind }) => !(isResumed && kind === "no_robots_first"));
      await tellAgainstTruth(snapshot, { truth: known, violations }, terminal);
    } finally {
      snapshot.close();
    }
    return undefined;
  },
};
