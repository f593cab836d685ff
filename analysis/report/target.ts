import { absentCell, accountCell, accountsOn } from "./cell.ts";
import { sourceLine } from "./charts/source.ts";
import { type Html, html, outside } from "./html.ts";
import { type CompanyView, ownView, type ReportModel } from "./model.ts";
import { placeWords, type Standing, standings } from "./standing.ts";
import { dataTable } from "./table.ts";
import { trendOf, trendWords } from "./trend.ts";
import { perWeek, weekly } from "./words.ts";

/** How often comparable companies post, a sentence a platform; none where the report is about all alike. */
export function targetLines(model: ReportModel): string[] {
  const own = ownView(model);
  return own === undefined
    ? []
    : standings(model)(own).map(
        (standing) =>
          `${nameOf(standing, model)}: ${postingWords(standing, own)}. Of the ${standing.peers} comparable accounts that could be read the middle one posts ${weekly(standing.median)} times a week, the busiest quarter begins at ${weekly(standing.topQuarter)}.`,
      );
}

const heads = [
  "Platform",
  "It posts",
  "Change",
  "Place",
  "The middle account",
  "The busiest quarter begins at",
];

/** What the report's own company posts beside its peers, and would have to post to be like them; nothing where the report is about all. */
export function targetSection(model: ReportModel): Html {
  const own = ownView(model);
  if (own === undefined) return html``;
  const rows = standings(model)(own).map((standing) => targetRow(standing, own, model));
  const title = `${own.company.name.slice(0, 100)} beside comparable companies`;
  return html`<section id="target" data-finding="${title}"><h2>What comparable companies post</h2>${
    rows.length > 0
      ? dataTable(title, heads, rows)
      : html`<p>Too few accounts of ${outside(own.company.segment)} could be read to say what is usual: at least 5 on a platform are needed.</p>`
  }
<p class="source soft">${sourceLine(model, `n = ${model.views.length} companies; rates over ${model.config.window} days with 95 % intervals; a place is every rank that the intervals allow`, "cadences.csv")}</p></section>
`;
}

const nameOf = ({ platform }: Standing, { names }: ReportModel) => names.get(platform) ?? platform;

function targetRow(standing: Standing, own: CompanyView, model: ReportModel): Html {
  const { rate, limits, median, topQuarter, account } = standing;
  const interval = limits === null ? "" : ` (${weekly(limits[0])} to ${weekly(limits[1])})`;
  return html`
<tr><th scope="row">${nameOf(standing, model)}</th><td>${rate === null ? postingWords(standing, own) : `${perWeek(rate)}${interval}`}</td><td>${account === null ? "–" : trendWords(trendOf(account, model))}</td><td>${placeWords(standing) ?? "–"}</td><td>${perWeek(median)}</td><td>${perWeek(topQuarter)}</td></tr>`;
}

/** How often the company posts there, or why that is not known: having no account is something else than one that cannot be read. */
function postingWords({ platform, rate }: Standing, own: CompanyView): string {
  if (rate !== null) return `it posts ${perWeek(rate)}`;
  const [account] = accountsOn(own, platform);
  if (account !== undefined) return `how often it posts is not known (${accountCell(account).words})`;
  const { tone, words } = absentCell(own, platform);
  return tone === "absent"
    ? "it has no account that its website names"
    : `whether it has an account is not known (${words})`;
}
