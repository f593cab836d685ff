import { byCodeUnit } from "../../datasets/order.ts";
import type { Cell, Estimate } from "../cells.ts";
import { type CheckedCompany, wholeCompanies } from "../checked.ts";
import { clusteredShare } from "../estimates/clusters.ts";
import { defaultLevel, type Interval, ratio } from "../estimates/interval.ts";
import { clopperPearson, wilson } from "../estimates/proportions.ts";
import type { Findings } from "../findings.ts";
import type { Metric } from "./metric.ts";

/**
 * How well accounts were found in this wave, from a sheet on which people checked a random part of the companies (M41): precision and
 * recall of each platform and of all, weighted where the part was drawn in strata. Without such a sheet there is no row, and the report
 * says that nothing was validated.
 */
export const detection: Metric = {
  id: "detection",
  title: "Accounts rightly found, of those that people checked",
  unit: "share of accounts",
  measure({ cells, checked }: Findings) {
    if (checked.length === 0) return [];
    const whole = wholeCompanies(checked);
    return cells.flatMap((cell) => estimatesIn(cell, checked, whole));
  },
};

function estimatesIn(
  cell: Cell,
  checked: readonly CheckedCompany[],
  whole: readonly CheckedCompany[],
): Estimate[] {
  const ids = new Set(cell.units.map(({ unitId }) => unitId));
  const isIn = ({ companyId }: CheckedCompany) => ids.has(companyId);
  const [own, ownWhole] = [checked.filter(isIn), whole.filter(isIn)];
  if (own.length === 0) return [];
  const seen = own.flatMap(({ checkedAt }) => checkedAt).sort(byCodeUnit);
  const platforms = [...new Set(own.flatMap(accountsOf).map(platformOf))].sort(byCodeUnit);
  return ["all", ...platforms].flatMap((platform) => {
    const about = {
      ...{ segment: cell.segment, sizeBand: cell.sizeBand, platforms: platform, companies: own.length },
      ...{ platformIds: platform === "all" ? platforms : [platform], eligible: cell.units.length },
      ...{ observedAtMin: seen[0] ?? null, observedAtMax: seen.at(-1) ?? null },
    };
    const count = (accounts: ReadonlySet<string>) =>
      [...accounts].filter((id) => platform === "all" || platformOf(id) === platform).length;
    return [
      {
        ...about,
        statistic: "precision",
        ...rateOf(own, ({ right, wrong }) => [count(right), count(wrong)]),
      },
      {
        ...{ ...about, statistic: "recall" },
        // Of a company that nobody looked through it is not known what is missing.
        ...rateOf(ownWhole, ({ right, missing }) => [count(right), count(missing)]),
      },
    ];
  });
}

const platformOf = (accountId: string): string => accountId.slice(0, accountId.indexOf(":"));

const accountsOf = ({ right, wrong, missing }: CheckedCompany): string[] => [...right, ...wrong, ...missing];

/** Accounts of a company for which something holds, and for which not. */
type Count = (company: CheckedCompany) => readonly [yes: number, no: number];

/** Companies alike in weight are counted plainly; where they stand for different numbers of others, each with its weight. */
function rateOf(companies: readonly CheckedCompany[], countIn: Count) {
  const clusters = companies.map((company) => {
    const [yes, no] = countIn(company);
    return { stratum: company.stratum, weight: company.weight, yes, of: yes + no };
  });
  const nTrue = clusters.reduce((total, { yes }) => total + yes, 0);
  const n = clusters.reduce((total, { of }) => total + of, 0);
  const isPlain = new Set(clusters.map(({ weight }) => weight)).size < 2;
  const weighted = isPlain ? null : clusteredShare(clusters);
  const interval: Interval | null =
    weighted === null
      ? wilson(nTrue, n)
      : clopperPearson(weighted.p * weighted.effectiveN, weighted.effectiveN);
  return {
    ...{ thetaDays: null, windowDays: null, estimate: weighted?.p ?? ratio(nTrue, n), n },
    ...{ ciLo: interval?.[0] ?? null, ciHi: interval?.[1] ?? null, ciLevel: interval && defaultLevel },
    ciMethod: interval && (weighted === null ? "wilson" : "korn_graubard"),
    ...{ boundLo: null, boundHi: null, nTrue, nFalse: n - nTrue, nUnknown: 0, coverage: null },
    reason: n === 0 ? "nothing_checked" : null,
  };
}
