import { byCodeUnit } from "../../datasets/order.ts";
import type { Benchmark } from "../../datasets/schema.ts";
import { type Html, html, outside, rowId } from "./html.ts";
import { grouped, type ReportModel } from "./model.ts";
import { dataTable } from "./table.ts";
import { codeWords, missingWords, percent, unitWords, valueWords } from "./words.ts";

/** The published numbers, a table a metric: what the report speaks about first, then all other rows. */
export function benchmarksSection(model: ReportModel): Html {
  const byMetric = grouped(model.benchmarks, ({ metric }) => metric);
  const known = model.metrics.filter(({ id }) => byMetric.has(id));
  const others = [...byMetric.keys()].filter((id) => known.every((metric) => metric.id !== id));
  const metrics = [...known, ...others.map((id) => ({ id, title: codeWords(id) }))];
  return html`<section id="benchmarks"><h2>Benchmarks</h2>
<p>An estimate rests on the companies or accounts (n) about which the truth could be seen. "At least, at most" holds whatever the
unknown ones do. A figure's link is the address of its row in <a href="tables/benchmarks.csv">benchmarks.csv</a>.</p>
${metrics.map(({ id, title }) => metricTables(title, byMetric.get(id) ?? [], model))}</section>
`;
}

function metricTables(title: string, rows: readonly Benchmark[], model: ReportModel): Html {
  const first = rows.filter((row) => isFirst(row, model.thetaDays)).sort(readingOrder(rows, model));
  const others = rows.filter((row) => !first.includes(row));
  const units = [...new Set(rows.map(({ unit }) => unitWords(unit)))].join(", ");
  return html`<h3>${title} <small>${units}</small></h3>${first.length > 0 ? metricTable(title, first, model) : null}${
    others.length > 0
      ? html`<details><summary>More rows (${others.length}): other thresholds, sizes and ways of counting</summary>${metricTable(`${title}, more`, others, model)}</details>`
      : null
  }
`;
}

function isFirst(row: Benchmark, theta: number): boolean {
  const isAsked = (row.thetaDays === null || row.thetaDays === theta) && row.sizeBand === "all";
  const bounds = row.boundLo === null || (row.boundLo === 0 && row.boundHi === 1);
  return isAsked && !variants.test(row.statistic) && (row.suppressed || row.estimate !== null || !bounds);
}

// Sensitivity lines: the same figure with another unit or another choice of accounts.
const variants = /_(by_group|primary_only)$/;

/** By figure as published, then all before its parts, then platforms as in the grid, sets last. */
function readingOrder(rows: readonly Benchmark[], { platforms }: ReportModel) {
  const statistics = [...new Set(rows.map(({ statistic }) => statistic))];
  const places = new Map(platforms.map(({ id }, place) => [id, place]));
  const place = ({ platforms: set }: Benchmark) => places.get(set) ?? platforms.length;
  return (a: Benchmark, b: Benchmark) =>
    statistics.indexOf(a.statistic) - statistics.indexOf(b.statistic) ||
    Number(b.segment === "all") - Number(a.segment === "all") ||
    byCodeUnit(a.segment, b.segment) ||
    place(a) - place(b) ||
    byCodeUnit(a.platforms, b.platforms);
}

const heads = [
  "Of",
  "Platforms",
  "Figure",
  "Estimate",
  "Interval",
  "At least, at most",
  "n",
  "Not known",
  "Coverage",
];

const metricTable = (name: string, rows: readonly Benchmark[], model: ReportModel) =>
  dataTable(
    name,
    heads,
    rows.map((row) => benchmarkRow(row, model)),
  );

function benchmarkRow(row: Benchmark, { names }: ReportModel): Html {
  const { segment, sizeBand, n, nUnknown, unit, coverage } = row;
  const of = [segment, sizeBand].filter((part) => part !== "all").join(", ") || "all";
  return html`
<tr id="${benchmarkId(row)}"><th scope="row">${outside(of)}</th><td>${platformWords(row, names)}</td><td>${figureWords(row)}</td>${
    row.suppressed || row.estimate === null
      ? html`<td colspan="2" class="missing">${row.suppressed ? missingWords("small_cell") : missingWords(row.reason)}</td>`
      : html`<td><a href="#${benchmarkId(row)}">${valueWords(row.estimate, unit)}</a></td><td>${span(row.ciLo, row.ciHi, unit)}</td>`
  }<td>${row.suppressed ? "–" : span(row.boundLo, row.boundHi, unit)}</td><td>${n}</td><td>${nUnknown}</td><td>${coverage === null ? "–" : percent(coverage)}</td></tr>`;
}

const span = (low: number | null, high: number | null, unit: string) =>
  low === null || high === null ? "–" : `${valueWords(low, unit)} to ${valueWords(high, unit)}`;

function figureWords({ statistic, thetaDays, windowDays }: Benchmark): string {
  const theta = thetaDays === null ? "" : `, ${thetaDays} days`;
  const window = windowDays === null ? "" : `, over ${windowDays} days`;
  return `${statisticWords[statistic] ?? codeWords(statistic)}${theta}${window}`;
}

const statisticWords: Readonly<Record<string, string>> = {
  share_linked: "named by the company's own site",
  no_account: "of them without an account",
  careers_only: "of them with careers accounts only",
  pooled: "all posts by all days",
  mean_of_rates: "mean of all observed",
  median_all: "median of all observed",
  median_active: "median of the active",
  mean_active: "mean of the active",
  two_sided: "readable: activity and silence show",
  active_only: "half readable: only activity shows",
};

function platformWords({ platforms, platformIds }: Benchmark, names: ReadonlyMap<string, string>): string {
  if (platforms === "all") return "–";
  const members = platformIds.map((id) => names.get(id) ?? id).join(", ");
  if (platforms === "any") return "any social platform";
  if (platforms === "observable")
    return members === "" ? "readable platforms: none" : `readable platforms: ${members}`;
  return members || (names.get(platforms) ?? platforms);
}

/** Id of a benchmark's row in the report. */
export function benchmarkId(
  row: Pick<
    Benchmark,
    "metric" | "statistic" | "segment" | "sizeBand" | "platforms" | "thetaDays" | "windowDays"
  >,
): string {
  const { metric, statistic, segment, sizeBand, platforms, thetaDays, windowDays } = row;
  return rowId("benchmarks", metric, statistic, segment, sizeBand, platforms, thetaDays, windowDays);
}
