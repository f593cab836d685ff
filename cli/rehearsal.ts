import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../audit.ts";
import { AuditError } from "../datasets/error.ts";
import { reopenSnapshot } from "../datasets/snapshot.ts";
import { serveIndustry, syntheticTokens } from "../datasets/synthetic/index.ts";
import type { Industry } from "../datasets/synthetic/industry.ts";
import type { Server } from "../datasets/synthetic/server.ts";
import { truth, writeTreated, writeTruth } from "../datasets/synthetic/truth.ts";
import { againstTruth, truthLines } from "./against-truth.ts";
import type { Terminal } from "./command.ts";
import { eventCommand } from "./commands/event.ts";
import type { Options } from "./flags.ts";
import { summaryOf } from "./summary.ts";
import { auditFrame } from "./work.ts";

/** Tokens that only the synthetic platforms take: none of the user's own is ever sent to them. */
const environment = {
  PRESENCE_AUDIT_X_TOKEN: syntheticTokens.x,
  PRESENCE_AUDIT_YOUTUBE_KEY: syntheticTokens.youtube,
  PRESENCE_AUDIT_META_TOKEN: syntheticTokens.meta,
};

/** Serves an industry, audits it like the web, and prints estimate against truth. */
export async function rehearse(
  industry: Industry,
  options: Options & { out: string },
  terminal: Terminal,
): Promise<void> {
  const { out: folder } = options;
  const { delayMs, x } = industry.scenario.demo;
  const isResumed = existsSync(join(folder, "cache", "robots.jsonl"));
  const server = await serveIndustry(industry, { delayMs });
  const known = truth(industry);
  try {
    const { frame, ca } = writeDown(industry, server, folder);
    const { connectTo } = server;
    // The same with a browser on this machine and without.
    const render = "never" as const;
    const settings = { now: industry.now, delayMs, render, connectTo, ca, x };
    // As JSON the audit is told together with the truth.
    const print = options.json ? () => {} : terminal.print;
    await auditFrame(frame, { ...options, ...settings }, { ...terminal, environment, print }, audit);
  } finally {
    await server.close();
  }
  await writeTruth(known, join(folder, "truth"));
  await writeTreated(server.treatments(), join(folder, "truth"));
  const snapshot = reopenSnapshot(folder);
  try {
    // The server of a resumed demo cannot know that the one before it was asked for its robots.txt.
    const violations = server.violations().filter(({ kind }) => !(isResumed && kind === "no_robots_first"));
    const compared = await againstTruth(snapshot, { truth: known, violations });
    terminal.print(
      options.json
        ? `${JSON.stringify({ ...(await summaryOf(snapshot)), truth: compared })}\n`
        : `\n${truthLines(compared).join("\n")}\n`,
    );
  } finally {
    snapshot.close();
  }
  if (!options.json) await tellEvents(industry, folder, terminal);
}

/** Weeks before and after an event: few enough for what X shows of a busy account, and too many for that. */
const eventWeeks = [4, 12];

/** Studies the events of the scenario as a user would, beside what is true. */
async function tellEvents(industry: Industry, folder: string, terminal: Terminal): Promise<void> {
  const segments = new Map(industry.companies.map(({ companyId, segment }) => [companyId, segment]));
  for (const { accountId, companyId, change, ratePerDay } of industry.accounts) {
    if (change === null) continue;
    const day = new Date(change.at).toISOString().slice(0, 10);
    terminal.print(
      `\nEvent of ${day} at ${accountId}. Truth: ${change.before} posts a day before, ${ratePerDay} after, a ratio of ${ratePerDay / change.before}\n`,
    );
    for (const weeks of eventWeeks) {
      const options = { weeks, controls: segments.get(companyId) };
      await eventCommand.run([folder, accountId, day], options, terminal).catch((error: unknown) => {
        if (!(error instanceof AuditError)) throw error;
        terminal.print(`Refused: ${error.message}\n`);
      });
    }
  }
}

/** Serves an industry to crawlers of any make until the user stops it; then writes down how they treated it. */
export async function serveUntilStopped(
  industry: Industry,
  folder: string,
  terminal: Terminal,
): Promise<void> {
  const { delayMs } = industry.scenario.demo;
  const server = await serveIndustry(industry, { delayMs });
  try {
    const { frame, ca } = writeDown(industry, server, folder);
    await writeTruth(truth(industry), join(folder, "truth"));
    terminal.print(
      `${[
        `Frame: ${frame}   Truth: ${join(folder, "truth")}   CA: ${ca}`,
        `Proxy: http://127.0.0.1:${server.httpPort} (http and https)   At most one request at a time a host, ${delayMs} ms apart`,
        ...server.connectTo.map((rule) => `--connect-to ${rule}`),
        "Stop with Ctrl-C: then truth/served.csv says how each host was treated",
      ].join("\n")}\n`,
    );
    await stopped(terminal.signal);
  } finally {
    await server.close();
  }
  await writeTreated(server.treatments(), join(folder, "truth"));
}

function writeDown(industry: Industry, server: Server, folder: string): { frame: string; ca: string } {
  mkdirSync(join(folder, "truth"), { recursive: true });
  const [frame, ca] = [join(folder, "frame.csv"), join(folder, "truth", "ca.pem")];
  writeFileSync(frame, industry.frame);
  writeFileSync(ca, server.ca);
  return { frame, ca };
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
