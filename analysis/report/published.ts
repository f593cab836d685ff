import { type PublishedFigure, publishedFigures } from "../../datasets/reference.ts";
import type { Benchmark } from "../../datasets/schema.ts";
import { benchmarkId } from "./benchmarks.ts";
import { type Html, html, link, outside } from "./html.ts";
import type { ReportModel } from "./model.ts";
import { dataTable } from "./table.ts";
import { percent, rounded, weekly } from "./words.ts";

/** What others have published about companies, beside the figure of this audit that comes nearest; newest first. */
export function publishedSection(model: ReportModel): Html {
  const rows = publishedFigures()
    .filter(({ metric, platform }) => kinds[metric] !== undefined && isUsed(platform, model))
    .sort((a, b) => b.year - a.year)
    .map((figure) => figureRow(figure, model));
  if (rows.length === 0) return html``;
  return html`<section id="published"><h2>What others have published</h2>
<p>Their definitions differ from ours and from each other's: "active" mostly has none. Figures that we know only from a quotation say so.</p>
<details><summary>${rows.length} figures, 2009 to 2023</summary>${dataTable("Figures that others have published", heads, rows)}</details></section>
`;
}

const heads = ["Year", "Of whom", "What", "Platform", "Published", "This audit", "Source"];

/** Published metrics with a counterpart of ours: in which words, and which benchmark. */
const kinds: Readonly<Record<string, readonly [words: string, metric: string, statistic: string]>> = {
  share_present: ["with an account", "presence", "share"],
  share_inactive: ["not active", "share_inactive", "share"],
  share_dormant: ["dormant", "share_inactive", "share"],
  share_accounts_inactive: ["accounts not active", "share_inactive", "share"],
  share_active: ["active", "share_inactive", "share"],
  posting_rate_avg: ["mean posts a week", "posts_per_day", "mean_of_rates"],
  posting_rate_median: ["median posts a week", "posts_per_day", "median_all"],
  posting_rate: ["posts a week", "posts_per_day", "mean_of_rates"],
  posting_rate_lifetime_median: ["median posts a week, all years", "posts_per_day_lifetime", "median_all"],
};

const isUsed = (platform: string, { usedPlatforms }: ReportModel) =>
  platform === "any" || usedPlatforms.has(platform);

function figureRow(figure: PublishedFigure, model: ReportModel): Html {
  const { year, population, n, platform, definition, sourceTitle, sourceUrl, verified } = figure;
  const [words = ""] = kinds[figure.metric] ?? [];
  const source = link(sourceUrl ?? "", outside(sourceTitle));
  return html`
<tr><th scope="row">${year}</th><td>${outside(population)}${n === null ? "" : `, n = ${n}`}</td><td>${words}${definition === null ? null : html` <small>${outside(definition)}</small>`}</td><td>${model.names.get(platform) ?? platform}</td><td>${publishedValue(figure)}</td><td>${ownFigure(figure, model)}</td><td>${source}${verified ? "" : " (quoted)"}</td></tr>`;
}

function publishedValue({ value, unit }: PublishedFigure): string {
  const number = Number(value);
  if (Number.isNaN(number)) return `${value} ${unit}`;
  if (unit === "posts/day") return weekly(number);
  return unit === "%" ? `${value} %` : rounded(number);
}

function ownFigure(
  { metric, platform }: PublishedFigure,
  { benchmarks, thetaDays }: ReportModel,
): Html | string {
  const [, ours, statistic] = kinds[metric] ?? [];
  const row = benchmarks.find(
    (each) =>
      each.metric === ours &&
      each.statistic === statistic &&
      each.segment === "all" &&
      each.sizeBand === "all" &&
      each.platforms === platform &&
      (each.thetaDays ?? thetaDays) === thetaDays,
  );
  if (row === undefined || row.suppressed) return "–";
  return html`<a href="#${benchmarkId(row)}">${ownWords(row, metric === "share_active")}</a>`;
}

/** The figure, or between what it lies; for a share active, the rest of the share inactive. */
function ownWords({ estimate, boundLo, boundHi, unit }: Benchmark, isComplement: boolean): string {
  const words = (value: number) =>
    unit === "posts per day" ? weekly(value) : percent(isComplement ? 1 - value : value);
  if (estimate !== null) return words(estimate);
  const [low, high] = isComplement ? [boundHi, boundLo] : [boundLo, boundHi];
  return low === null || high === null ? "not known" : `${words(low)} to ${words(high)}`;
}
