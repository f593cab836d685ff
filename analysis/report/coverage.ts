import { byCodeUnit } from "../../datasets/order.ts";
import { type SiteOutcome, siteOutcomes } from "../../datasets/schema.ts";
import type { CompanyRow } from "../../datasets/tables.ts";
import { benchmarkId } from "./benchmarks.ts";
import { type Html, html } from "./html.ts";
import { grouped, type ReportModel } from "./model.ts";
import { dataTable } from "./table.ts";
import { outcomeWords, percent } from "./words.ts";

/** How the visits ended: every company of the frame is in exactly one row. */
export function coverageSection({ companies, benchmarks }: ReportModel): Html {
  const bySegment = [...grouped(companies, ({ segment }) => segment)].sort(([a], [b]) => byCodeUnit(a, b));
  const columns: Column[] = bySegment.length > 1 ? [["all", [...companies]], ...bySegment] : bySegment;
  const published = new Set(benchmarks.map(benchmarkId));
  const outcomes = siteOutcomes.filter((outcome) => companies.some((company) => company.outcome === outcome));
  const rows = outcomes.map(
    (outcome) => html`
<tr><th scope="row">${outcomeWords[outcome]} <code>${outcome}</code></th>${columns.map((column) => countCell(outcome, column, published))}</tr>`,
  );
  const heads = ["The site", ...columns.map(([segment, members]) => `${segment} (${members.length})`)];
  return html`<section id="coverage"><h2>What could be visited</h2>
<p>Each company's site has one outcome; the row of each company is in <a href="tables/companies.csv">companies.csv</a>.
A site that could not be read says nothing about its company's accounts.</p>
${dataTable("Outcomes of the visits", heads, rows)}</section>
`;
}

type Column = readonly [segment: string, members: readonly CompanyRow[]];

function countCell(outcome: SiteOutcome, [segment, members]: Column, published: ReadonlySet<string>): Html {
  const count = members.filter((company) => company.outcome === outcome).length;
  const words = `${count} (${percent(count / members.length)})`;
  const id = benchmarkId({ ...coverageKey, statistic: outcome, segment });
  return html`<td>${published.has(id) ? html`<a href="#${id}">${words}</a>` : words}</td>`;
}

const coverageKey = {
  metric: "coverage",
  sizeBand: "all",
  platforms: "all",
  thetaDays: null,
  windowDays: null,
};
