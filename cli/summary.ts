import { join } from "node:path";
import {
  findingsOf,
  headlines,
  isTelling,
  mainTheta,
  type PlatformSummary,
  summarisePlatforms,
} from "../analysis/index.ts";
import { named, platforms } from "../crawler/platforms/index.ts";
import { policy } from "../crawler/platforms/policy.ts";
import { collect } from "../datasets/collect.ts";
import { describePoliteness, politenessOf } from "../datasets/politeness.ts";
import type { Deviation } from "../datasets/protocol.ts";
import type { Benchmark, Cost } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";
import type { Terminal } from "./command.ts";
import type { Options } from "./flags.ts";
import { platformLines } from "./platform-table.ts";
import { protocolLines } from "./protocol.ts";
import { wrapped } from "./text-table.ts";

/** What an audit found, in numbers. */
export interface AuditSummary {
  folder: string;
  platforms: PlatformSummary[];
  benchmarks: Benchmark[];
  costs: Cost[];
  /** SHA-256 of the protocol that was fixed beforehand, and where the audit departs from it; absent where there is none. */
  protocol?: string;
  deviations?: Deviation[];
}

/** Reads what an audit found from its tables; after its first stages that is accounts alone. */
export async function summaryOf(snapshot: Snapshot): Promise<AuditSummary> {
  const benchmarks = await collect(snapshot.read(tables.benchmarks));
  const costs = await collect(snapshot.read(tables.costs));
  const deviations = await collect(snapshot.read(tables.deviations));
  const { protocol } = snapshot.manifest();
  return {
    folder: snapshot.folder,
    platforms: await platformsOf(snapshot, benchmarks),
    benchmarks,
    costs,
    ...(protocol && { protocol: protocol.sha256, deviations }),
  };
}

/** Prints what an audit found: a table of its platforms, its headline sentences and where the rest is; as JSON, the numbers alone. */
export async function summarise(snapshot: Snapshot, options: Options, terminal: Terminal): Promise<void> {
  if (options.quiet) return;
  const summary = await summaryOf(snapshot);
  if (options.json) {
    terminal.print(`${JSON.stringify(summary)}\n`);
    return;
  }
  const table = platformLines(summary.platforms, thetaOf(snapshot), terminal);
  if (table.length > 0) terminal.print(`\n${table.join("\n")}\n\n`);
  const say = (text: string) => terminal.print(`${fitted(text, terminal)}\n`);
  for (const sentence of sentencesOf(snapshot, summary.benchmarks)) say(sentence);
  const politeness = await politenessOf(snapshot.read(tables.requests));
  const manners = politeness.sent > 0 ? [describePoliteness(politeness)] : [];
  for (const sentence of [...costSentence(summary.costs), ...termsOf(summary.costs), ...manners]) {
    terminal.print("\n");
    say(sentence);
  }
  const protocol = protocolLines(snapshot, summary.deviations ?? []);
  if (protocol.length > 0) terminal.print(`\n${protocol.join("\n")}\n`);
  terminal.print(
    `\nReport: ${join(snapshot.folder, "report.html")}\nTables: ${join(snapshot.folder, "tables")}\n`,
  );
}

/** A sentence broken between its words where a screen would break it anywhere. */
const fitted = (text: string, { columns }: Terminal): string =>
  columns === null ? text : wrapped(text, columns).join("\n");

async function platformsOf(snapshot: Snapshot, benchmarks: readonly Benchmark[]): Promise<PlatformSummary[]> {
  const telling = await collect(snapshot.read(tables.observations), isTelling);
  const observed = new Set(telling.map(({ accountId }) => accountId));
  const question = { observed, benchmarks, platforms: named, thetaDays: thetaOf(snapshot) };
  return summarisePlatforms(await findingsOf(snapshot, named), question);
}

const thetaOf = (snapshot: Snapshot): number => mainTheta(snapshot.manifest());

/** What the user's tokens were used for over all runs, in one sentence; none where no token was used. */
export function costSentence(costs: readonly Cost[]): string[] {
  if (costs.length === 0) return [];
  const used = costs.map(
    ({ observer, unit, units }) => `${units} ${unit}${units === 1 ? "" : "s"} by ${observer}`,
  );
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
  const words = { names, noun: "companies", segment, thetaDays: thetaOf(snapshot) };
  return headlines(benchmarks, words).map(({ text }) => text);
}
