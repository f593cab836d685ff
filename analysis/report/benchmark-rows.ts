import { byCodeUnit } from "../../datasets/order.ts";
import type { Benchmark } from "../../datasets/schema.ts";
import type { ReportModel } from "./model.ts";
import { codeWords } from "./words.ts";

/** Whether a row says something here: not on a platform where nobody has an account, and not "between 0 and all". */
export function isShown(row: Benchmark, { names, usedPlatforms }: ReportModel): boolean {
  const isSilent = row.boundLo === null || (row.boundLo === 0 && row.boundHi === 1);
  const isUnused = names.has(row.platforms) && !usedPlatforms.has(row.platforms);
  return !isUnused && (row.suppressed || row.estimate !== null || !isSilent);
}

/** Whether a row is among those a report speaks about first; the others are variants of them. */
export function isFirst({ metric, statistic, thetaDays, sizeBand }: Benchmark, mainTheta: number): boolean {
  const isVariant =
    variants.test(statistic) || (metric === "coverage" && !Object.hasOwn(coverageWords, statistic));
  return (thetaDays === null || thetaDays === mainTheta) && sizeBand === "all" && !isVariant;
}

// Sensitivity lines: the same figure with another unit or another choice of accounts.
const variants = /_(by_group|primary_only)$/;

/** Order for reading: by figure, all before its parts, platforms as in the grid, sets of platforms last. */
export function readingOrder({ platforms }: ReportModel): (a: Benchmark, b: Benchmark) => number {
  const places = new Map(platforms.map(({ id }, place) => [id, place]));
  const place = (row: Benchmark) => places.get(row.platforms) ?? platforms.length;
  return (a, b) =>
    rank(a) - rank(b) ||
    byCodeUnit(a.statistic, b.statistic) ||
    Number(b.segment === "all") - Number(a.segment === "all") ||
    byCodeUnit(a.segment, b.segment) ||
    place(a) - place(b) ||
    byCodeUnit(a.platforms, b.platforms) ||
    byCodeUnit(a.sizeBand, b.sizeBand) ||
    (a.thetaDays ?? 0) - (b.thetaDays ?? 0);
}

function rank({ metric, statistic }: Benchmark): number {
  const place = Object.keys(wordsOf(metric)).indexOf(statistic);
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

/** What a figure is, with its threshold or window. */
export function figureWords({ metric, statistic, thetaDays, windowDays }: Benchmark): string {
  const theta = thetaDays === null ? "" : `, ${thetaDays} days`;
  const window = windowDays === null ? "" : `, over ${windowDays} days`;
  return `${wordsOf(metric)[statistic] ?? codeWords(statistic)}${theta}${window}`;
}

// "empty" and "gone" mean a page in coverage and an account elsewhere.
const wordsOf = (metric: string) => (metric === "coverage" ? coverageWords : statisticWords);

const coverageWords: Readonly<Record<string, string>> = {
  visited: "read completely",
  refused: "refused to be read",
  not_contacted: "could not be reached",
};

// In the order in which a report shows them.
const statisticWords: Readonly<Record<string, string>> = {
  share: "share",
  share_corrected: "corrected for what people found missed or taken wrongly",
  sensitivity: "said of those of which it is true",
  specificity: "not said of those of which it is not true",
  share_linked: "named by the company's own site",
  no_account: "of them without an account",
  careers_only: "of them with careers accounts only",
  active: "last post within 30 days",
  slowing: "30 to 90 days ago",
  quiet: "90 to 180 days ago",
  dormant: "180 to 365 days ago",
  abandoned: "more than 365 days ago",
  empty: "never posted",
  gone: "account is gone",
  median_all: "median of all observed",
  median_active: "median of the active",
  mean_of_rates: "mean of all observed",
  mean_active: "mean of the active",
  pooled: "all posts by all days",
  precision: "of those taken, the companies' own",
  recall: "of the companies' own, found",
  two_sided: "readable: activity and silence show",
  active_only: "half readable: only activity shows",
};
