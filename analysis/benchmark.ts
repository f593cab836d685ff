import { byCodeUnit } from "../datasets/order.ts";
import type { Benchmark } from "../datasets/schema.ts";
import { type Estimate, minCompanies } from "./cells.ts";
import type { Findings } from "./findings.ts";
import { type Metric, metrics } from "./metrics/index.ts";

/** Every published number of an audit, by key in code-unit order. */
export function computeBenchmarks(findings: Findings): Benchmark[] {
  return metrics
    .flatMap((metric) => metric.measure(findings).map((estimate) => published(metric, estimate, findings)))
    .map((benchmark) => ({ benchmark, key: keyOf(benchmark) }))
    .sort((a, b) => byKey(a.key, b.key))
    .map(({ benchmark }) => benchmark);
}

function published(
  { id, unit }: Metric,
  { companies, eligible, ...estimate }: Estimate,
  findings: Findings,
): Benchmark {
  const { instrument } = findings.settings;
  const isThin = companies < minCompanies && estimate.estimate !== null;
  const isSmall = eligible < minCompanies;
  return {
    metric: id,
    ...estimate,
    ...(isThin || isSmall ? withoutEstimate : {}),
    ...(isSmall ? withoutTally : {}),
    unit,
    suppressed: isThin || isSmall,
    instrument,
  };
}

const withoutEstimate = {
  ...{ estimate: null, ciLo: null, ciHi: null, ciMethod: null, ciLevel: null },
  reason: "small_cell",
};

const withoutTally = { boundLo: null, boundHi: null, nTrue: null, nFalse: null };

type Key = readonly (string | number | null)[];

function keyOf(row: Benchmark): Key {
  const { metric, statistic, segment, sizeBand, platforms, thetaDays, windowDays } = row;
  return [metric, statistic, segment, sizeBand, platforms, thetaDays, windowDays];
}

/** Texts by code unit, numbers by size, null first. */
function byKey(a: Key, b: Key): number {
  for (const [index, left] of a.entries()) {
    const order = compare(left, b[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === "string" && typeof b === "string") return byCodeUnit(a, b);
  return Number(a ?? -1) - Number(b ?? -1);
}
