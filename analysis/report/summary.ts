import type { Benchmark } from "../../datasets/schema.ts";
import type { Sentence } from "../headlines.ts";
import { benchmarkId } from "./benchmarks.ts";
import { type Html, html, outside } from "./html.ts";
import { ownView, type ReportModel } from "./model.ts";
import { percent, weekly } from "./words.ts";

/** The one sentence with which a report begins: about the own company beside the others, else about all. */
export function leadSection(model: ReportModel): Html {
  const lead = ownLead(model) ?? leadOf(model)?.text;
  if (lead === undefined) return html``;
  return html`<section id="summary" aria-label="Summary"><p class="lead">${lead}</p></section>
`;
}

function ownLead(model: ReportModel): Html | null {
  const { views, own, thetaDays, fixes } = model;
  const view = ownView(model);
  if (view === undefined) return null;
  const others = views
    .filter((each) => each !== view)
    .map((each) => each.statusOn("any")?.status ?? "unknown");
  const count = (status: string) => others.filter((each) => each === status).length;
  const said = ownWords[view.statusOn("any")?.status ?? "unknown"];
  const mend = fixes.filter(({ companyId }) => companyId === own).length;
  return html`${outside(view.company.name)} ${said} on a social platform in the last ${thetaDays} days. Of the ${others.length} others ${count("active")} surely did and ${count("inactive")} surely did not; ${count("unknown")} could not be judged.${
    mend === 0 ? null : ` Its own pages have ${mend} ${mend === 1 ? "thing" : "things"} to mend.`
  }`;
}

const ownWords = {
  active: "posted",
  inactive: "did not post",
  unknown: "may or may not have posted",
} as const;

function leadOf({ headlines: [first] }: ReportModel): Sentence | undefined {
  return first?.sentences.find(({ row }) => row?.metric === "share_inactive") ?? first?.sentences[0];
}

/** The key figures, and behind a click all other sentences. */
export function keyFigures(model: ReportModel): Html {
  const [first, ...others] = model.headlines;
  if (first === undefined) return html``;
  const lead = leadOf(model);
  const rest = first.sentences.filter((sentence) => sentence !== lead).map(paragraph);
  const parts = others.map(
    ({ segment, sentences }) => html`<h3>${outside(segment)}</h3>${sentences.map(paragraph)}`,
  );
  return html`<ul class="tiles">${tiles(model)}</ul>${
    rest.length + parts.length > 0
      ? html`<details><summary>More in sentences${parts.length > 0 ? ", and by segment" : ""}</summary>${rest}${parts}</details>`
      : null
  }
`;
}

const paragraph = ({ text }: Sentence) => html`<p>${text}</p>`;

/** The figures of the first sentences, each a link to its row. */
function tiles({ headlines: [first], names }: ReportModel): Html[] {
  const rows = (first?.sentences ?? []).flatMap(({ row }) => (row?.estimate == null ? [] : [row]));
  const recent = rows.filter(({ metric }) => metric !== "posts_per_day_lifetime");
  return [...recent, ...rows.filter((row) => !recent.includes(row))].slice(0, mostTiles).map((row) => {
    const platform = names.get(row.platforms) ?? "any readable platform";
    const { figure, words } = tileWords(row, platform);
    return html`<li><strong><a href="#${benchmarkId(row)}">${figure}</a></strong> ${words}<br><small>${basis(row)}</small></li>`;
  });
}

const mostTiles = 4;

function tileWords({ metric, estimate, thetaDays }: Benchmark, platform: string) {
  if (metric === "coverage")
    return { figure: percent(estimate ?? 0), words: "of the websites read completely" };
  if (metric === "share_inactive") {
    return { figure: percent(estimate ?? 0), words: `without a post on ${platform} in ${thetaDays} days` };
  }
  const span = metric === "posts_per_day_lifetime" ? ", mean of all years" : "";
  return { figure: weekly(estimate ?? 0), words: `posts a week: the median account on ${platform}${span}` };
}

function basis({ n, nUnknown, ciLo, ciHi, unit }: Benchmark): string {
  const words = unit === "posts per day" ? weekly : percent;
  const interval = ciLo === null || ciHi === null ? "" : `${words(ciLo)} to ${words(ciHi)}; `;
  return `${interval}n = ${n}${nUnknown > 0 ? `, ${nUnknown} not known` : ""}`;
}
