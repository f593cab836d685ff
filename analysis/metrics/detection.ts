import type { DetectionCheck } from "../../datasets/hand-records.ts";
import { byCodeUnit } from "../../datasets/order.ts";
import type { Cell, Estimate } from "../cells.ts";
import { detectionOf, type Outcomes } from "../estimates/detection.ts";
import type { Interval } from "../estimates/interval.ts";
import { defaultLevel } from "../estimates/interval.ts";
import type { Findings } from "../findings.ts";
import type { Metric } from "./metric.ts";

/**
 * How well accounts were found in this wave, from a sheet on which people checked a random part of the companies (M41): precision and
 * recall of each platform and of all. Without such a sheet there is no row, and the report says that nothing was validated.
 */
export const detection: Metric = {
  id: "detection",
  title: "Accounts rightly found, of those that people checked",
  unit: "share of accounts",
  measure({ cells, checks }: Findings) {
    if (checks.length === 0) return [];
    return cells.flatMap((cell) => estimatesIn(cell, checks));
  },
};

function estimatesIn(cell: Cell, checks: readonly DetectionCheck[]): Estimate[] {
  const ids = new Set(cell.units.map(({ unitId }) => unitId));
  const own = checks.filter(({ companyId }) => ids.has(companyId));
  const companies = new Set(own.map(({ companyId }) => companyId)).size;
  if (companies === 0) return [];
  const seen = own.map(({ checkedAt }) => checkedAt).sort(byCodeUnit);
  const platforms = [...new Set(own.flatMap(platformsOf))].sort(byCodeUnit);
  return ["all", ...platforms].flatMap((platform) => {
    const outcomes = outcomesOn(own, platform);
    const { precision, recall, precisionInterval, recallInterval } = detectionOf(outcomes);
    const about = {
      ...{ segment: cell.segment, sizeBand: cell.sizeBand, platforms: platform, companies },
      ...{ platformIds: platform === "all" ? platforms : [platform], eligible: cell.units.length },
      ...{ observedAtMin: seen[0] ?? null, observedAtMax: seen.at(-1) ?? null },
    };
    const { tp, fp, fn } = outcomes;
    return [
      rowOf(
        { statistic: "precision", value: precision, interval: precisionInterval, yes: tp, no: fp },
        about,
      ),
      rowOf({ statistic: "recall", value: recall, interval: recallInterval, yes: tp, no: fn }, about),
    ];
  });
}

const platformOf = (accountId: string): string => accountId.slice(0, accountId.indexOf(":"));

const platformsOf = ({ accountId, missing, right }: DetectionCheck): string[] => [
  ...(right === null ? [] : [platformOf(accountId)]),
  ...missing.map(platformOf),
];

function outcomesOn(checks: readonly DetectionCheck[], platform: string): Outcomes {
  const isOn = (accountId: string) => platform === "all" || platformOf(accountId) === platform;
  const judged = checks.filter(({ right, accountId }) => right !== null && isOn(accountId));
  return {
    tp: judged.filter(({ right }) => right === true).length,
    fp: judged.filter(({ right }) => right === false).length,
    fn: checks.flatMap(({ missing }) => missing).filter(isOn).length,
  };
}

interface Rate {
  statistic: "precision" | "recall";
  value: number | null;
  interval: Interval | null;
  yes: number;
  no: number;
}

function rowOf(
  { statistic, value, interval, yes, no }: Rate,
  about: Pick<
    Estimate,
    | "segment"
    | "sizeBand"
    | "platforms"
    | "platformIds"
    | "companies"
    | "eligible"
    | "observedAtMin"
    | "observedAtMax"
  >,
): Estimate {
  return {
    ...about,
    ...{ statistic, thetaDays: null, windowDays: null, estimate: value, n: yes + no },
    ...{ ciLo: interval?.[0] ?? null, ciHi: interval?.[1] ?? null },
    ...{ ciMethod: interval && "wilson", ciLevel: interval && defaultLevel, boundLo: null, boundHi: null },
    ...{
      nTrue: yes,
      nFalse: no,
      nUnknown: 0,
      coverage: null,
      reason: value === null ? "nothing_checked" : null,
    },
  };
}
