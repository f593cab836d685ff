import {
  type Comparison,
  compareBenchmarks,
  compareFixes,
  compareOutcomes,
  compareOwnerships,
  compareReciprocal,
  falselyInactive,
  type KnownTruth,
} from "../analysis/against-truth.ts";
import { collect } from "../datasets/collect.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";
import type { Terminal } from "./command.ts";

/** What is known of an industry, and how its server was treated. */
interface Known {
  truth: KnownTruth;
  violations: readonly { host: string; kind: string; count: number }[];
}

/** Prints estimate against truth: the benchmarks, detection, outcomes, and the two promises that may never be broken. */
export async function tellAgainstTruth(
  snapshot: Snapshot,
  { truth, violations }: Known,
  terminal: Terminal,
): Promise<void> {
  const benchmarks = await collect(snapshot.read(tables.benchmarks));
  const compared = compareBenchmarks(benchmarks, truth).filter(isShown);
  terminal.print(
    `\nEstimate against truth (the synthetic industry is known)\n\n${tableOf(compared).join("\n")}\n\n`,
  );
  const ownerships = await collect(snapshot.read(tables.ownerships));
  const { found, missed, wrong } = compareOwnerships(ownerships, truth);
  const linked = compareReciprocal(ownerships, truth);
  const outcomes = compareOutcomes(await collect(snapshot.read(tables.companies)), truth);
  const inactive = falselyInactive(await collect(snapshot.read(tables.statuses)), truth);
  const fixes = compareFixes(await collect(snapshot.read(tables.fixList)), truth);
  const lines = [
    `Accounts: ${found} of ${found + missed} own accounts found, ${wrong} taken that are somebody else's (precision ${share(found, wrong)}, recall ${share(found, missed)})`,
    `Links back: of ${linked.right + linked.wrong.length} own accounts it was told of ${linked.right} rightly whether the profile names the site`,
    `Fix list: ${fixes.found} of ${fixes.found + fixes.missed} problems of ${fixes.kinds} kinds found, ${fixes.wrong} that are none (precision ${share(fixes.found, fixes.wrong)}, recall ${share(fixes.found, fixes.missed)})${fixes.errors.map((each) => `\n  ${each}`).join("")}`,
    `Sites: ${outcomes.right} of ${outcomes.right + outcomes.wrong.length} outcomes right${outcomes.wrong.map((each) => `\n  ${each}`).join("")}`,
    `Active companies called inactive: ${inactive.length} (unseen is not zero)`,
    `Rules of politeness broken: ${violations.reduce((sum, { count }) => sum + count, 0)}${violations.map(({ host, kind, count }) => `\n  ${host}: ${kind}, ${count} times`).join("")}`,
  ];
  terminal.print(`${lines.join("\n")}\n`);
}

const share = (right: number, other: number) =>
  right + other === 0 ? "-" : (right / (right + other)).toFixed(3);

/** The figures a reader asks for first: the whole industry, 90 days. */
function isShown({ segment, thetaDays, statistic }: Comparison): boolean {
  return (
    segment === "all" &&
    (thetaDays === null || thetaDays === 90) &&
    ["share", "median_all", "median_active"].includes(statistic)
  );
}

function tableOf(compared: readonly Comparison[]): string[] {
  const head = ["figure", "truth", "estimate", "95 % interval", "bounds", "n", "unknown", "truth inside"];
  const rows = compared.map(({ metric, statistic, platforms, value, benchmark, isCovered }) => [
    `${metric}[${platforms}] ${statistic}`,
    figure(value),
    benchmark.estimate === null ? `none (${benchmark.reason ?? "unknown"})` : figure(benchmark.estimate),
    range(benchmark.ciLo, benchmark.ciHi),
    range(benchmark.boundLo, benchmark.boundHi),
    String(benchmark.n),
    String(benchmark.nUnknown),
    isCovered === null ? "-" : isCovered ? "yes" : "no",
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  return [head, ...rows].map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

const figure = (value: number) => value.toFixed(3);
const range = (low: number | null, high: number | null) =>
  low === null || high === null ? "-" : `${figure(low)} to ${figure(high)}`;
