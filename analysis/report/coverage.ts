import { grouped } from "../../datasets/grouping.ts";
import { byCodeUnit } from "../../datasets/order.ts";
import { type SiteOutcome, siteOutcomes } from "../../datasets/schema.ts";
import type { CompanyRow } from "../../datasets/tables.ts";
import { isShown } from "./benchmark-rows.ts";
import { benchmarkId } from "./benchmarks.ts";
import { type Html, html } from "./html.ts";
import type { ReportModel } from "./model.ts";
import { dataTable } from "./table.ts";
import { percent, siteWords } from "./words.ts";

/** How the visits ended: every company of the frame is in exactly one row. */
export function coverageSection(model: ReportModel): Html {
  const { companies, benchmarks } = model;
  const bySegment = [...grouped(companies, ({ segment }) => segment)].sort(([a], [b]) => byCodeUnit(a, b));
  const columns: Column[] = bySegment.length > 1 ? [["all", [...companies]], ...bySegment] : bySegment;
  const published = new Set(benchmarks.filter((row) => isShown(row, model)).map(benchmarkId));
  const kinds = [...grouped(companies, siteWords)].sort(([, [a]], [, [b]]) => rank(a) - rank(b));
  const rows = kinds.map(([words, [first]]) => {
    const outcome = first?.outcome ?? "not_eligible";
    const cells = columns.map((column) => countCell({ words, outcome }, column, published));
    return html`
<tr><th scope="row">${words} <code>${outcome}</code></th>${cells}</tr>`;
  });
  const heads = ["The site", ...columns.map(([segment, members]) => `${segment} (${members.length})`)];
  return html`<section id="coverage"><h2>What could be visited</h2>
<p>Each company's site has one outcome; the row of each company is in <a href="tables/companies.csv">companies.csv</a>.
A site that could not be read says nothing about its company's accounts.</p>
${dataTable("Outcomes of the visits", heads, rows)}</section>
`;
}

type Column = readonly [segment: string, members: readonly CompanyRow[]];

const rank = (company: CompanyRow | undefined) => (company ? siteOutcomes.indexOf(company.outcome) : -1);

function countCell(
  kind: { words: string; outcome: SiteOutcome },
  [segment, members]: Column,
  published: ReadonlySet<string>,
): Html {
  const count = members.filter((company) => siteWords(company) === kind.words).length;
  const words = `${count} (${percent(count / members.length)})`;
  const id = benchmarkId({ ...coverageKey, statistic: kind.outcome, segment });
  return html`<td>${published.has(id) ? html`<a href="#${id}">${words}</a>` : words}</td>`;
}

const coverageKey = {
  metric: "coverage",
  sizeBand: "all",
  platforms: "all",
  thetaDays: null,
  windowDays: null,
};
