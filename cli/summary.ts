import { join } from "node:path";
import { headlines } from "../analysis/index.ts";
import { platforms } from "../crawler/platforms/index.ts";
import type { Benchmark } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";
import { collect } from "./collect.ts";
import type { Terminal } from "./command.ts";
import type { Options } from "./flags.ts";

/** Prints what an audit found: its headline sentences and where the rest is; as JSON, the benchmarks. */
export async function summarise(snapshot: Snapshot, options: Options, terminal: Terminal): Promise<void> {
  if (options.quiet) return;
  const benchmarks = await collect(snapshot.read(tables.benchmarks));
  if (options.json) {
    terminal.print(`${JSON.stringify({ folder: snapshot.folder, benchmarks })}\n`);
    return;
  }
  for (const sentence of sentencesOf(snapshot, benchmarks)) terminal.print(`${sentence}\n`);
  terminal.print(
    `\nReport: ${join(snapshot.folder, "report.html")}\nTables: ${join(snapshot.folder, "tables")}\n`,
  );
}

/** The headline sentences of an audit. */
function sentencesOf(snapshot: Snapshot, benchmarks: readonly Benchmark[], segment = "all"): string[] {
  if (benchmarks.length === 0) return [];
  const names = new Map(platforms.map(({ id, name }) => [id, name]));
  const thetas = snapshot.config.thetas;
  const thetaDays = thetas.includes(90) ? 90 : (thetas[0] ?? 90);
  return headlines(benchmarks, { names, noun: "companies", segment, thetaDays }).map(({ text }) => text);
}
