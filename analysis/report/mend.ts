import { grouped } from "../../datasets/grouping.ts";
import type { Fix, FixKind } from "../../datasets/mending.ts";
import { sourceLine } from "./charts/source.ts";
import { type Html, html, link, outside } from "./html.ts";
import { ownView, type ReportModel } from "./model.ts";
import { dataTable } from "./table.ts";

const ownHeads = ["What is wrong", "Where", "What stands there", "What to write instead"];

/** What the report's own company can mend today; nothing where the report is about all alike. */
export function ownMendSection(model: ReportModel): Html {
  const own = ownView(model);
  if (own === undefined) return html``;
  const rows = rowsOf(model, ({ companyId }) => companyId === model.own);
  return html`<section id="own-mend" data-finding="${`${own.company.name.slice(0, 100)} can mend ${rows.length} ${rows.length === 1 ? "thing" : "things"} on its own pages today`}"><h2>What ${outside(own.company.name)} can mend today</h2>
${listed("What to mend first", ownHeads, rows)}
<p class="source soft">${sourceLine(model, `n = ${own.captures.length} pages`, "fix-list.csv")}</p></section>
`;
}

/** What each company can mend on its own pages, a row a problem, in the order of the companies; the own one stands further up. */
export function mendSection(model: ReportModel): Html {
  const rows = rowsOf(model, ({ companyId }) => companyId !== model.own);
  const title = model.own === null ? "What to mend" : "What the others have to mend";
  const table = listed("What to mend", ["Company", ...ownHeads], rows);
  return html`<section id="mend"><h2>${title}</h2>
${rows.length > mostOpen ? html`<details><summary>${rows.length} problems</summary>${table}</details>` : table}</section>
`;
}

/** More rows than this stand behind a click. */
const mostOpen = 12;

/** A row a problem; the report's own company need not be named in each. */
function rowsOf({ views, fixes, names, own }: ReportModel, isWanted: (fix: Fix) => boolean): Html[] {
  const byCompany = grouped(fixes.filter(isWanted), ({ companyId }) => companyId);
  return views.flatMap(({ company }) =>
    (byCompany.get(company.companyId) ?? []).map((fix) =>
      fixRow(fix, names.get(fix.platform) ?? fix.platform, company.companyId === own ? null : company.name),
    ),
  );
}

function listed(name: string, heads: readonly string[], rows: readonly Html[]): Html {
  if (rows.length === 0) return html`<p>Nothing was found on the pages that were read.</p>`;
  return html`<p>Only what a page itself proves, or the platform's open interface; one row however many pages show it. The rows are in
<a href="tables/fix-list.csv">fix-list.csv</a>.</p>
${dataTable(name, heads, rows)}`;
}

/** What is wrong, as one says it to whoever looks after the site. */
export const kindWords: Readonly<Record<FixKind, string>> = {
  dead_account: "link to an account that is gone",
  old_handle: "link to an account that has moved",
  personal_profile: "a person's profile in the place of the company's",
  share_link_as_profile: "a link that shares the page in the place of the account",
  empty_platform_link: "link to the platform without an account",
  template_account: "account that came with the template",
  agency_account: "account of the site's maker",
  closed_platform: "link to a platform that has closed",
  pages_disagree: "another account than on other pages",
  not_in_jsonld: "account missing in the structured data",
};

function fixRow(
  { kind, url, pages, evidence, instead }: Fix,
  platform: string,
  company: string | null,
): Html {
  const more = pages > 1 ? ` and ${pages - 1} more` : "";
  const region = evidence.region === "unknown" ? "" : ` (${evidence.region})`;
  const wrong = `${platform}: ${kindWords[kind]}`;
  const head =
    company === null
      ? html`<th scope="row">${wrong}</th>`
      : html`<th scope="row">${outside(company)}</th><td>${wrong}</td>`;
  return html`
<tr>${head}<td>${link(url, outside(url))}${more}<br><code>${outside(evidence.locator)}</code>${region}</td><td>${outside(evidence.href)}</td><td>${outside(instead)}</td></tr>`;
}
