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

/** What is known of an industry, and how its server was treated. */
interface Known {
  truth: KnownTruth;
  violations: readonly { host: string; kind: string; count: number }[];
}

/** How far an audit is from the truth: the benchmarks, detection, outcomes, and the two promises that may never be broken. */
export async function againstTruth(snapshot: Snapshot, { truth, violations }: Known) {
  const ownerships = await collect(snapshot.read(tables.ownerships));
  return {
    benchmarks: compareBenchmarks(await collect(snapshot.read(tables.benchmarks)), truth).filter(isShown),
    accounts: compareOwnerships(ownerships, truth),
    links: compareReciprocal(ownerships, truth),
    fixes: compareFixes(await collect(snapshot.read(tables.fixList)), truth),
    outcomes: compareOutcomes(await collect(snapshot.read(tables.companies)), truth),
    falselyInactive: falselyInactive(await collect(snapshot.read(tables.statuses)), truth),
    violations,
  };
}

/** What `againstTruth` found, for a person. */
export function truthLines(found: Awaited<ReturnType<typeof againstTruth>>): string[] {
  const { accounts, links, fixes, outcomes, violations } = found;
  const { missed, wrong } = accounts;
  return [
    "Estimate against truth (the synthetic industry is known)",
    "",
    ...tableOf(found.benchmarks),
    "",
    `Accounts: ${accounts.found} of ${accounts.found + missed} own accounts found, ${wrong} taken that are somebody else's (precision ${share(accounts.found, wrong)}, recall ${share(accounts.found, missed)})`,
    `Links back: of ${links.right + links.wrong.length} own accounts it was told of ${links.right} rightly whether the profile names the site`,
    `Fix list: ${fixes.found} of ${fixes.found + fixes.missed} problems of ${fixes.kinds} kinds found, ${fixes.wrong} that are none (precision ${share(fixes.found, fixes.wrong)}, recall ${share(fixes.found, fixes.missed)})`,
    ...fixes.errors.map((each) => `  ${each}`),
    `Sites: ${outcomes.right} of ${outcomes.right + outcomes.wrong.length} outcomes right`,
    ...outcomes.wrong.map((each) => `  ${each}`),
    `Active companies called inactive: ${found.falselyInactive.length} (unseen is not zero)`,
    `Rules of politeness broken: ${violations.reduce((sum, { count }) => sum + count, 0)}`,
    ...violations.map(({ host, kind, count }) => `  ${host}: ${kind}, ${count} times`),
  ];
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
