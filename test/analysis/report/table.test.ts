import { expect, test } from "vitest";
import { html } from "../../../analysis/report/html.ts";
import { dataTable } from "../../../analysis/report/table.ts";

test("a table is named, scrolls by itself and can be scrolled with the keyboard", () => {
  const { markup } = dataTable(`"Outcomes"`, ["<Site>"], [html`<tr><td>1</td></tr>`]);
  expect(markup).toContain('role="region" tabindex="0" aria-label="&quot;Outcomes&quot;"');
  expect(markup).toContain('<th scope="col">&lt;Site&gt;</th>');
  expect(markup).toContain("<tr><td>1</td></tr>");
});
