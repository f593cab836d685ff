import type { Benchmark } from "../../datasets/schema.ts";
import type { Sentence } from "../headlines.ts";
import { benchmarkId } from "./benchmarks.ts";
import { type Html, html, outside } from "./html.ts";
import type { ReportModel } from "./model.ts";
import { percent, weekly } from "./words.ts";

/** The one sentence, the key figures, and behind a click all other sentences. */
export function summarySection(model: ReportModel): Html {
  const [first, ...others] = model.headlines;
  if (first === undefined) return html``;
  const lead = first.sentences.find(({ row }) => row?.metric === "share_inactive") ?? first.sentences[0];
  const rest = first.sentences.filter((sentence) => sentence !== lead).map(paragraph);
  const parts = others.map(
    ({ segment, sentences }) => html`<h3>${outside(segment)}</h3>${sentences.map(paragraph)}`,
  );
  return html`<section id="summary" aria-label="Summary"><p class="lead">${lead?.text ?? null}</p>
<ul class="tiles">${tiles(model)}</ul>${
    rest.length + parts.length > 0
      ? html`<details><summary>More in sentences${parts.length > 0 ? ", and by segment" : ""}</summary>${rest}${parts}</details>`
      : null
  }</section>
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
