import { byCodeUnit } from "../datasets/order.ts";
import {
  boundsOnly,
  type Deviation,
  type Outcome,
  type Protocol,
  type ProtocolStep,
  protocolSteps,
} from "../datasets/protocol.ts";
import type { Audit, Benchmark } from "../datasets/schema.ts";
import type { Findings } from "./findings.ts";

/** Where an audit goes another way than its protocol, as far as that is known before anything is asked. */
export function deviationsAtBeginning({ protocol, ...audit }: Audit): Deviation[] {
  if (protocol === undefined) return [];
  const { plan, visitedBefore } = protocol;
  const { frame, instrument } = audit;
  const frameWords = (sha256: string, companies: number) => `${companies} companies, SHA-256 ${sha256}`;
  const given = `given when ${visitedBefore} sites were visited already`;
  const names: readonly (keyof Protocol["instrument"])[] = ["grammar", "extractor", "attribution"];
  const excluded = audit.files.find(({ path }) => path === "inputs/exclusions.csv")?.sha256 ?? null;
  return [
    ...unless(visitedBefore === 0, "protocol", "decided before the wave", given),
    ...differing(
      "frame",
      frameWords(plan.frame.sha256, plan.frame.companies),
      frameWords(frame.sha256, frame.companies),
    ),
    ...settingsOff(plan.settings, audit.config),
    ...names.flatMap((name) => differing(`instrument.${name}`, plan.instrument[name], instrument[name])),
    ...differing("exclusions", plan.exclusions, excluded),
  ];
}

/** What an audit did, as its tables have it. */
export interface Conduct {
  audit: Audit;
  findings: Pick<Findings, "visits" | "sets">;
  benchmarks: readonly Benchmark[];
  /** What was done beside visiting sites and reading accounts openly. */
  steps: ReadonlySet<ProtocolStep>;
}

/** Where an audit went another way than its protocol, by its place there; nothing where it has none. */
export function deviationsFrom({ audit, findings, benchmarks, steps }: Conduct): Deviation[] {
  const plan = audit.protocol?.plan;
  if (plan === undefined) return [];
  const rows = new Map(benchmarks.map((row) => [outcomeKey(row), row]));
  const left = findings.visits.filter(({ outcome }) => outcome === "not_visited").length;
  const found = [
    ...deviationsAtBeginning(audit),
    ...unless(left === 0, "companies", "each eligible site visited", `${left} not visited`),
    ...differing("platforms", listed(plan.platforms), listed(findings.sets.any.platformIds)),
    ...protocolSteps.flatMap((step) =>
      differing(`steps.${step}`, isDone(plan.steps.includes(step)), isDone(steps.has(step))),
    ),
    ...outcomesOf(plan).flatMap(([about, outcome]) =>
      outcomeOff(about, { outcome, row: rows.get(outcomeKey(outcome)), plan }),
    ),
  ];
  return found.sort((a, b) => byCodeUnit(a.about, b.about));
}

/** The figures that were decided on, with their places in the protocol. */
export function outcomesOf(plan: Protocol): (readonly [about: string, outcome: Outcome])[] {
  const others = plan.secondaryOutcomes.map((each, index) => [`secondaryOutcomes.${index}`, each] as const);
  return [["primaryOutcome", plan.primaryOutcome], ...others];
}

const isDone = (holds: boolean) => (holds ? "done" : "not done");
const listed = (words: readonly string[]) => [...words].sort().join(", ");

function unless(holds: boolean, about: string, planned: string, done: string): Deviation[] {
  return holds ? [] : [{ about, planned, done }];
}

function differing(about: string, planned: string | null, done: string | null): Deviation[] {
  return planned === done ? [] : [{ about, planned, done }];
}

/** The order in which thresholds or kinds are named decides nothing. */
function settingsOff(planned: Protocol["settings"], config: Audit["config"]): Deviation[] {
  const written = (value: unknown) =>
    Array.isArray(value) ? value.map(String).sort().join(", ") : String(value);
  return Object.entries(planned).flatMap(([name, value]) =>
    differing(`settings.${name}`, written(value), written(config[name])),
  );
}

/** What names a figure among the benchmarks. */
export const outcomeKey = ({
  metric,
  statistic,
  segment,
  sizeBand,
  platforms,
  thetaDays,
  windowDays,
}: Outcome) => JSON.stringify([metric, statistic, segment, sizeBand, platforms, thetaDays, windowDays]);

interface Judged {
  outcome: Outcome;
  row: Benchmark | undefined;
  plan: Protocol;
}

function outcomeOff(about: string, { outcome, row, plan }: Judged): Deviation[] {
  const planned = describeOutcome(outcome);
  if (row === undefined) return [{ about, planned, done: "there is no such figure" }];
  const methods = plan.estimators[outcome.metric] ?? [];
  const method = row.estimate === null && row.boundLo !== null ? boundsOnly : row.ciMethod;
  if (method === null) return [{ about, planned, done: `no estimate: ${row.reason ?? "not known"}` }];
  const isPlanned = methods.includes(method);
  return isPlanned
    ? []
    : [{ about: `estimators.${about}`, planned: methods.join(", ") || null, done: method }];
}

/** An outcome in one line. */
export function describeOutcome(outcome: Outcome): string {
  const { metric, statistic, segment, sizeBand, platforms, thetaDays, windowDays } = outcome;
  return [
    `${metric}[${platforms}], ${statistic}`,
    ...(segment === "all" ? [] : [`segment ${segment}`]),
    ...(sizeBand === "all" ? [] : [`size ${sizeBand}`]),
    ...(thetaDays === null ? [] : [`threshold ${thetaDays} days`]),
    ...(windowDays === null ? [] : [`window ${windowDays} days`]),
  ].join(", ");
}
