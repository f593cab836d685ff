import { analyse, crawl, observe } from "../../audit.ts";
import { instrument } from "../../cli/begin.ts";
import { sourcesOf } from "../../cli/tokens.ts";
import { polite } from "../../crawler/polite.ts";
import { localRunner } from "../../crawler/runners/local.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { readFrame } from "../../datasets/frame.ts";
import { openSnapshot } from "../../datasets/snapshot.ts";
import { syntheticTokens } from "../../datasets/synthetic/index.ts";
import type { Industry } from "../../datasets/synthetic/industry.ts";
import type { Treated } from "../../datasets/synthetic/truth/tables.ts";
import { openStillWorld } from "./in-process.ts";

/**
 * Audits an industry into a folder, in this process and on a clock that does not wait.
 *
 * @returns how its hosts were treated
 */
export async function auditStill(industry: Industry, folder: string, delayMs: number): Promise<Treated[]> {
  const { companies } = readFrame(Buffer.from(industry.frame), "frame.csv");
  const config = AuditConfig.parse({ now: industry.now, render: "never", delayMs });
  const startedAt = industry.now;
  const snapshot = openSnapshot(folder, { companies, frameFile: "frame.csv", config, instrument, startedAt });
  const world = openStillWorld(industry, delayMs);
  const manners = { agent: "presence-audit", delayMs, concurrency: 128, clock: world.clock };
  const run = localRunner(polite(world.effects, manners), { atOnce: 1_000 });
  const sources = sourcesOf({ x: industry.scenario.demo.x }, syntheticTokens);
  try {
    await world.pass(crawl(companies, { snapshot, run, sources }));
    await world.pass(observe({ snapshot, run, sources }));
    await analyse(snapshot);
  } finally {
    snapshot.close();
  }
  return world.treatments();
}
