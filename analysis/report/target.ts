import { sourceLine } from "./charts/source.ts";
import { type Html, html, outside } from "./html.ts";
import type { ReportModel } from "./model.ts";
import { type Standing, standings } from "./standing.ts";
import { perWeek, weekly } from "./words.ts";

/** How often comparable companies post, a sentence a platform; none where the report is about all alike. */
export function targetLines(model: ReportModel): string[] {
  const own = model.views.find(({ company }) => company.companyId === model.own);
  return own === undefined ? [] : standings(model)(own).map((standing) => targetWords(standing, model));
}

/** What the report's own company would have to post to be like its peers; nothing where the report is about all. */
export function targetSection(model: ReportModel): Html {
  const own = model.views.find(({ company }) => company.companyId === model.own);
  if (own === undefined) return html``;
  const lines = targetLines(model).map((line) => html`<li class="row">${line}</li>`);
  return html`<section id="target" data-finding="What comparable companies post"><h2>What comparable companies post</h2>${
    lines.length > 0
      ? html`<ul>${lines}</ul>`
      : html`<p>Too few accounts of ${outside(own.company.segment)} could be read to say what is usual: at least 5 on a platform are needed.</p>`
  }
<p class="source soft">${sourceLine(model, `n = ${model.views.length} companies`, "cadences.csv")}</p></section>
`;
}

function targetWords(
  { platform, rate, peers, median, topQuarter }: Standing,
  { names }: ReportModel,
): string {
  const name = names.get(platform) ?? platform;
  const now = rate === null ? "what it posts is not known" : `it posts ${perWeek(rate)}`;
  return `${name}: ${now}. Half of the ${peers} comparable accounts that could be read post at least ${weekly(median)} times a week, a quarter at least ${weekly(topQuarter)}.`;
}
