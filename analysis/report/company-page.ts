import { accountFacts } from "./account-facts.ts";
import { accountCell, anyCell } from "./cell.ts";
import { style } from "./client.ts";
import { type Html, html, link, outside } from "./html.ts";
import { ownMendSection } from "./mend.ts";
import {
  type AccountView,
  type CompanyView,
  ownView,
  type ReportInput,
  type ReportModel,
  reportModel,
} from "./model.ts";
import { dataTable } from "./table.ts";
import { targetSection } from "./target.ts";
import { siteWords } from "./words.ts";

/**
 * What an audit knows of one company, on about two printed pages to hand to somebody: where it is, how often it posts beside
 * comparable companies, and on which pages that rests. One self-contained file without a program; every text is escaped.
 *
 * @param input with `own` set to the company
 * @returns null where the audit has no such company
 */
export function renderCompanyReport(input: ReportInput): string | null {
  const model = reportModel(input);
  const view = ownView(model);
  if (view === undefined) return null;
  const sections = [
    opening(view, model),
    accountsSection(view, model),
    targetSection(model),
    ownMendSection(model),
    evidenceSection(view, model),
    closing(model),
  ];
  return sections.map(({ markup }) => markup).join("");
}

function opening(view: CompanyView, model: ReportModel): Html {
  const { name, finalUrl, website, segment, country } = view.company;
  const site = finalUrl ?? website ?? "";
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><title>Social presence of ${outsideText(name)}</title>
<style>${{ markup: style }}
#accounts td:nth-child(4) { white-space: nowrap; }
@media print { @page { size: A4 portrait; } #evidence ul { columns: 2; font-size: 7.5pt; padding-left: 1rem; } }</style></head>
<body><header><h1>Social presence of ${outside(name)}</h1>
<p class="soft">${link(site, outside(site))}, ${outside([segment, country].flatMap((part) => part ?? []).join(", "))}; seen ${model.period ?? "at no time yet"}</p></header>
<main><p class="lead">${leadWords(view, model)}</p>
`;
}

/** What is known at all: no account found is something else than accounts that cannot be read. */
function leadWords(view: CompanyView, { thetaDays }: ReportModel): string {
  const { accounts, company } = view;
  const counted = accounts.filter(({ counts }) => counts);
  const read = counted.filter(({ observation }) => observation !== null && observation.sided !== "none");
  const site = `Its website: ${siteWords(company)}.`;
  if (accounts.length === 0) {
    return company.outcome === "visited"
      ? `${site} No account was found on it.`
      : `No account of it is known. ${site} That does not mean that it has none.`;
  }
  const are = counted.length === 1 ? "account is" : "accounts are";
  return `${counted.length} ${are} known to be its own, ${read.length} could be read. On any social platform: ${anyCell(view, thetaDays).words}. ${site}`;
}

/** A title holds text only. */
const outsideText = (name: string) => name.slice(0, 200);

function accountsSection({ accounts }: CompanyView, { names }: ReportModel): Html {
  if (accounts.length === 0) return html``;
  const rows = accounts.map((view) => {
    const { platform, account, url } = view.account;
    const { tone, words } = accountCell(view);
    const facts = new Map(accountFacts(view));
    return html`
<tr><th scope="row">${names.get(platform) ?? platform}</th><td>${link(url, outside(account))}</td><td class="${tone}">${words}</td><td>${facts.get("Last post") ?? null}</td><td>${facts.get("Posts a week") ?? null}</td></tr>`;
  });
  return html`<section id="accounts"><h2>Its accounts</h2>${dataTable("Accounts", ["Platform", "Account", "State", "Last post", "Posts a week"], rows)}
<p class="soft">"Linked, not readable" means that nobody who is logged out may see the posts: it does not mean silence.</p></section>
`;
}

function evidenceSection({ accounts, captures }: CompanyView, { names }: ReportModel): Html {
  const quoted = accounts.filter(({ quotes }) => quotes.length > 0).map((view) => evidenceLine(view, names));
  return html`<section id="evidence"><h2>On what this rests</h2>${quoted.length > 0 ? html`<ul>${quoted}</ul>` : null}
<p>Pages asked for: ${captures.length}. Every claim, observation and rate is a row of the audit's tables.</p></section>
`;
}

const evidenceLine = ({ account, quotes, ownership }: AccountView, names: ReadonlyMap<string, string>) =>
  html`<li>${names.get(account.platform) ?? account.platform} ${outside(account.account)} (${ownership.kind}): ${quotes.map(
    ({ page, place, href }, index) =>
      html`${index > 0 ? "; " : ""}${place} of ${link(page, outside(page))}, <code>${outside(href)}</code>`,
  )}</li>`;

const closing = ({ audit, config }: ReportModel) => html`</main>
<footer><p class="soft">${audit.instrument.software}, audit ${audit.auditId}. Rates are posts a week over ${config.window} days, with 95 % intervals. Accounts are those
that the company's own website names; people's profiles and the texts of posts were not kept.</p></footer></body></html>
`;
