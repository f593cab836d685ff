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
  /** The same for narrow screens, where it would not be readable or mislead when only its left part is seen. */
  narrow?: string;
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
  const { width = 720, height = 400, marginTop = 20 } = options;
  const entries = placed(legend, width);
  const extraPx = Math.max(0, ...entries.map(({ y }) => y));
  const size = extraPx > 0 ? { height: height + extraPx, marginTop: marginTop + extraPx } : {};
  const style = { fontSize: "12px" };
  const svg = plot({ document, style, ...options, width, ...size, marks: [...marks] });
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  // Labels of parts are forbidden where the whole has one (WAI-ARIA 1.2, generic elements).
  for (const part of svg.querySelectorAll("g")) part.removeAttribute("aria-label");
  return svg.outerHTML.replace(/<\/svg>$/, () => `${legendMarkup(entries)}</svg>`);
}

/** Width of a letter at 12 px, for keeping the entries of a legend apart. */
const letterPx = 6.4;

/** Entries of a legend one after the other, in as many lines as the width takes. */
function placed(legend: readonly LegendEntry[], width: number) {
  let [x, y] = [4, 0];
  return legend.map(([label, fill]) => {
    const entryPx = label.length * letterPx + 34;
    if (x > 4 && x + entryPx > width + 17) [x, y] = [4, y + 18];
    const at = { label, fill, x, y };
    x += entryPx;
    return at;
  });
}

/** Coloured squares and words at the top of a drawing. Their labels are our own words. */
const legendMarkup = (entries: ReturnType<typeof placed>) =>
  entries
    .map(
      ({ label, fill, x, y }) =>
        `<rect x="${x}" y="${y + 4}" width="12" height="12" rx="2" fill="${fill}" /><text x="${x + 17}" y="${y + 14}" text-anchor="start">${escapeHtml(label)}</text>`,
    )
    .join("");

const longestLabel = 34;

/** A name from outside as a label in a drawing: shortened, without what turns the direction of its neighbours. */
export function labelOf(name: string, longest = longestLabel): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "");
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1)}…`;
}

/** A chart in the page: finding, drawing, source, and the numbers behind a click. */
export function figure({ id, finding, svg, narrow, heads, rows, source }: Chart): Html {
  return html`<figure id="${id}"><figcaption>${finding}</figcaption>
<div class="drawing" role="region" tabindex="0" aria-label="${`Drawing: ${finding}`}">${{ markup: svg }}${narrow === undefined ? null : html`<div class="narrow">${{ markup: narrow }}</div>`}</div><p class="source soft">${source}</p>
<details><summary>The numbers</summary><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(([first = "", ...others]) => html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></details></figure>
`;
}
