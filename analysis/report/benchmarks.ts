import { grouped } from "../../datasets/grouping.ts";
import type { Benchmark } from "../../datasets/schema.ts";
import { figureWords, isFirst, isShown, readingOrder } from "./benchmark-rows.ts";
import { type Html, html, outside, rowId } from "./html.ts";
import type { ReportModel } from "./model.ts";
import { dataTable } from "./table.ts";
import { codeWords, missingWords, percent, unitWords, valueWords } from "./words.ts";

/** The published numbers, a table a metric: what the report speaks about first, then their variants. */
export function benchmarksSection(model: ReportModel): Html {
  const shown = model.benchmarks.filter((row) => isShown(row, model));
  const byMetric = grouped(shown, ({ metric }) => metric);
  const known = model.metrics.filter(({ id }) => byMetric.has(id));
  const others = [...byMetric.keys()].filter((id) => known.every((metric) => metric.id !== id));
  const metrics = [...known, ...others.map((id) => ({ id, title: codeWords(id) }))];
  const left = model.benchmarks.length - shown.length;
  return html`<section id="benchmarks"><h2>Benchmarks</h2>
<p>An estimate rests on the companies or accounts (n) about which the truth could be seen. "At least, at most" holds whatever the
unknown ones do. A figure's link is the address of its row in <a href="tables/benchmarks.csv">benchmarks.csv</a>.${
    left > 0
      ? ` Rows of which nothing is known, or on platforms nobody uses, stand only there (${left}).`
      : ""
  }</p>
${metrics.map(({ id, title }) => metricTables(title, byMetric.get(id) ?? [], model))}</section>
`;
}

function metricTables(title: string, rows: readonly Benchmark[], model: ReportModel): Html {
  const ordered = [...rows].sort(readingOrder(model));
  const first = ordered.filter((row) => isFirst(row, model.thetaDays));
  const others = ordered.filter((row) => !isFirst(row, model.thetaDays));
  const units = [...new Set(rows.map(({ unit }) => unitWords(unit)))].join(", ");
  const more =
    others.length > 0
      ? html`<details><summary>More rows (${others.length}): other thresholds, sizes and ways of counting</summary>${metricTable(`${title}, more`, others, model)}</details>`
      : null;
  return html`<details><summary><h3>${title} <small>${units}, ${rows.length} ${rows.length === 1 ? "row" : "rows"}</small></h3></summary>${first.length > 0 ? metricTable(title, first, model) : null}${more}</details>
`;
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

function span(low: number | null, high: number | null, unit: string): string {
  if (low === null || high === null) return "–";
  const [from, to] = [valueWords(low, unit), valueWords(high, unit)];
  return from === to ? from : `${from} to ${to}`;
}

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
