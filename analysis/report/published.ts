import { type PublishedFigure, publishedFigures } from "../../datasets/reference.ts";
import type { Benchmark, Comparison } from "../../datasets/schema.ts";
import { besidePublished } from "../beside-published.ts";
import { benchmarkId } from "./benchmarks.ts";
import { figure } from "./chart.ts";
import { publishedCharts } from "./charts/published.ts";
import { type Html, html, link, outside } from "./html.ts";
import type { ReportModel } from "./model.ts";
import { dataTable } from "./table.ts";
import { codeWords, valueWords } from "./words.ts";

/** What others have published about companies, beside the figure of this audit that comes nearest; newest first. */
export function publishedSection(model: ReportModel): Html {
  const rows = publishedFigures()
    .filter((figure) => figure.metricId !== null && figure.valueLo !== null && isUsed(figure, model))
    .sort((a, b) => b.year - a.year)
    .map((figure) => figureRow(figure, model));
  if (rows.length === 0) return html``;
  return html`<section id="published"><h2>What others have published</h2>
<p>Their definitions differ from ours and from each other's: "active" mostly has none. Figures that are known only from a quotation say so.</p>
${publishedCharts(model).map(figure)}<details><summary>${rows.length} figures beside those of this audit</summary>${dataTable("Figures that others have published", heads, rows)}</details></section>
`;
}

const heads = ["Year", "Of whom", "What", "Platform", "Published", "This audit", "Source"];

const isUsed = ({ platforms }: PublishedFigure, { usedPlatforms }: ReportModel) =>
  platforms === "any" || usedPlatforms.has(platforms ?? "");

function figureRow(figure: PublishedFigure, model: ReportModel): Html {
  const { year, population, n, metric, platforms, definition, sourceTitle, sourceUrl, verified } = figure;
  const [comparison] = besidePublished([figure], model.benchmarks);
  const remarks = [definition, comparison?.note].flatMap((remark) => remark ?? []).join("; ");
  return html`
<tr><th scope="row">${year}</th><td>${outside(population)}${n === null ? "" : `, n = ${n}`}</td><td>${codeWords(metric)} <small>${outside(remarks)}</small></td><td>${model.names.get(platforms ?? "") ?? platforms}</td><td>${publishedValue(figure)}</td><td>${ownFigure(comparison, model)}</td><td>${link(sourceUrl ?? "", outside(sourceTitle))}${verified ? "" : " (quoted)"}</td></tr>`;
}

function publishedValue({ valueLo, valueHi, unit }: PublishedFigure): string {
  const words = [valueLo, valueHi].flatMap((value) => (value === null ? [] : valueWords(value, unit)));
  return `${[...new Set(words)].join(" to ")}${unit === "posts per day" ? " posts a week" : ""}`;
}

/** Our figure, where metric and definition agree. Ours may count the other way round: shares inactive beside shares active. */
function ownFigure(comparison: Comparison | undefined, model: ReportModel): Html | string {
  const row = model.benchmarks.find(
    (each) =>
      each.metric === comparison?.metric &&
      each.statistic === comparison.statistic &&
      each.segment === comparison.segment &&
      each.sizeBand === "all" &&
      each.platforms === comparison.platforms &&
      each.thetaDays === comparison.thetaDays,
  );
  if (row === undefined || row.suppressed) return "–";
  const title = model.metrics.find(({ id }) => id === row.metric)?.title ?? row.metric;
  return html`<a href="#${benchmarkId(row)}">${ownWords(row)}</a> <small>${title}</small>`;
}

/** The figure, or between what it lies. */
function ownWords({ estimate, boundLo, boundHi, unit }: Benchmark): string {
  if (estimate !== null) return valueWords(estimate, unit);
  if (boundLo === null || boundHi === null) return "not known";
  return `${valueWords(boundLo, unit)} to ${valueWords(boundHi, unit)}`;
}
