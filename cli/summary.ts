import { join } from "node:path";
import { headlines } from "../analysis/index.ts";
import { platforms } from "../crawler/platforms/index.ts";
import { policy } from "../crawler/platforms/policy.ts";
import { collect } from "../datasets/collect.ts";
import { describePoliteness, politenessOf } from "../datasets/politeness.ts";
import type { Benchmark, Cost } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";
import type { Terminal } from "./command.ts";
import type { Options } from "./flags.ts";
import { protocolLines } from "./protocol.ts";

/** Prints what an audit found: its headline sentences and where the rest is; as JSON, the benchmarks. */
export async function summarise(snapshot: Snapshot, options: Options, terminal: Terminal): Promise<void> {
  if (options.quiet) return;
  const benchmarks = await collect(snapshot.read(tables.benchmarks));
  const costs = await collect(snapshot.read(tables.costs));
  const deviations = await collect(snapshot.read(tables.deviations));
  if (options.json) {
    const { protocol } = snapshot.manifest();
    const beside = protocol && { protocol: protocol.sha256, deviations };
    terminal.print(`${JSON.stringify({ folder: snapshot.folder, benchmarks, costs, ...beside })}\n`);
    return;
  }
  for (const sentence of sentencesOf(snapshot, benchmarks)) terminal.print(`${sentence}\n`);
  for (const sentence of [...costSentence(costs), ...termsOf(costs)]) terminal.print(`\n${sentence}\n`);
  const politeness = await politenessOf(snapshot.read(tables.requests));
  if (politeness.sent > 0) terminal.print(`\n${describePoliteness(politeness)}\n`);
  const protocol = protocolLines(snapshot, deviations);
  if (protocol.length > 0) terminal.print(`\n${protocol.join("\n")}\n`);
  terminal.print(
    `\nReport: ${join(snapshot.folder, "report.html")}\nTables: ${join(snapshot.folder, "tables")}\n`,
  );
}

/** What the user's tokens were used for over all runs, in one sentence; none where no token was used. */
export function costSentence(costs: readonly Cost[]): string[] {
  if (costs.length === 0) return [];
  const used = costs.map(({ observer, unit, units }) => `${observer} ${units} times a ${unit}`);
  const usd = costs.reduce((sum, cost) => sum + cost.usd, 0);
  return [
    `With your tokens: ${used.join(", ")}; $${usd.toFixed(2)} at the prices of the day they were read.`,
  ];
}

/** The terms under which what the tokens showed may be used, by platform. */
export function termsOf(costs: readonly Cost[]): string[] {
  const used = costs.flatMap(({ observer }) => policy.observers[observer]?.platform ?? []);
  return platforms.flatMap(({ id, name }) => {
    const note = used.includes(id) ? policy.platforms[id]?.note : null;
    return note ? [`Terms of ${name}: ${note}`] : [];
  });
}

/** The headline sentences of an audit. */
function sentencesOf(snapshot: Snapshot, benchmarks: readonly Benchmark[], segment = "all"): string[] {
  if (benchmarks.length === 0) return [];
  const names = new Map(platforms.map(({ id, name }) => [id, name]));
  const thetas = snapshot.config.thetas;
  const thetaDays = thetas.includes(90) ? 90 : (thetas[0] ?? 90);
  return headlines(benchmarks, { names, noun: "companies", segment, thetaDays }).map(({ text }) => text);
}
