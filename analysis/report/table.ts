import { type Html, html } from "./html.ts";

/** A table with a name, in a frame of its own that scrolls where the page must not. */
export function dataTable(name: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${name}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}
</tbody></table></div>`;
}
