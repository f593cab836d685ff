import { type Markish, type PlotOptions, plot } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { escapeHtml, type Html, html } from "./html.ts";

/** A drawing with the numbers it shows: it can be read, copied and drawn again without the picture. */
export interface Chart {
  /** Its address in the page. */
  id: string;
  /** What it shows, as a finding in plain words. */
  finding: string;
  /** Markup of one SVG element. */
  svg: string;
  heads: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
  /** On what it rests: n, day, where the rows are. */
  source: string;
}

/** Colours by what they mean. The second one of each holds where the page's style does not: in a file of its own. */
export const ink = {
  posting: "var(--posting-ink, #1b7f4b)",
  slow: "var(--slow-ink, #b58900)",
  silent: "var(--silent-ink, #c8552b)",
  absent: "var(--absent-ink, #8a8d91)",
  unknown: "var(--unknown-ink, #6d7fc4)",
} as const;

/** What a colour means. */
export type LegendEntry = readonly [label: string, fill: string];

/** Draws marks as an SVG element's markup; the same marks give the same bytes. No mark may clip, since clips are numbered. */
export function draw(
  label: string,
  marks: readonly Markish[],
  { legend = [], ...options }: PlotOptions & { legend?: readonly LegendEntry[] },
): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const svg = plot({ document, style: { fontSize: "12px" }, width: 720, marks: [...marks], ...options });
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  // Labels of parts are forbidden where the whole has one (WAI-ARIA 1.2, generic elements).
  for (const part of svg.querySelectorAll("g")) part.removeAttribute("aria-label");
  return svg.outerHTML.replace(/<\/svg>$/, () => `${legendMarkup(legend)}</svg>`);
}

/** Width of a letter at 12 px, for keeping the entries of a legend apart. */
const letterPx = 6.4;

/** A line of coloured squares and words at the top of a drawing. Their labels are our own words. */
function legendMarkup(legend: readonly LegendEntry[]): string {
  let x = 4;
  return legend
    .map(([label, fill]) => {
      const [at, words] = [x, escapeHtml(label)];
      x += label.length * letterPx + 34;
      return `<rect x="${at}" y="4" width="12" height="12" rx="2" fill="${fill}" /><text x="${at + 17}" y="14" text-anchor="start">${words}</text>`;
    })
    .join("");
}

const longestLabel = 34;

/** A name from outside as a label in a drawing: shortened, without what turns the direction of its neighbours. */
export function labelOf(name: string, longest = longestLabel): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "");
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1)}…`;
}

/** A chart in the page: finding, drawing, source, and the numbers behind a click. */
export function figure({ id, finding, svg, heads, rows, source }: Chart): Html {
  return html`<figure id="${id}"><figcaption>${finding}</figcaption>
<div class="drawing" role="region" tabindex="0" aria-label="${`Drawing: ${finding}`}">${{ markup: svg }}</div><p class="source soft">${source}</p>
<details><summary>The numbers</summary><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(([first = "", ...others]) => html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></details></figure>
`;
}
