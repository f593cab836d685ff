import { cardHref } from "./cards.ts";
import { absentCell, accountCell, accountsOn, anyCell, type Cell } from "./cell.ts";
import { sourceLine } from "./charts/source.ts";
import { type Html, html, link, outside, rowId } from "./html.ts";
import type { AccountView, CompanyView, ReportModel } from "./model.ts";
import { perWeek, shortName, siteWords } from "./words.ts";

/** One column of the grid beside the company's name. */
interface GridColumn {
  title: string;
  /** The platform whose accounts it shows; null for the other columns. */
  platform: string | null;
  cell(view: CompanyView): Html;
}

/** The platform grid: a row a company, a column a platform on which any of them has an account. */
export function gridSection(model: ReportModel): Html {
  const columns = gridColumns(model);
  return html`<section id="grid" data-finding="${gridFinding(model)}"><h2>Who posts where</h2>
${legend(model)}${filters(model)}
<div class="scroll" role="region" tabindex="0" aria-label="Companies and platforms"><table class="grid">
<thead><tr><th scope="col">Company</th>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${model.views.map((view) => gridRow(view, columns, view.company.companyId === model.own))}
</tbody></table></div>${explanation(model)}
<p class="source soft">${sourceLine(model, `n = ${model.views.length} companies`, "cadences.csv")}</p></section>
`;
}

function gridFinding({ views, thetaDays }: ReportModel): string {
  const count = (status: string) => views.filter((view) => view.statusOn("any")?.status === status).length;
  const [posted, silent] = [count("active"), count("inactive")];
  return `Who posts where: ${posted} of ${views.length} companies surely posted in ${thetaDays} days, ${silent} surely did not, ${views.length - posted - silent} could not be judged`;
}

function gridRow(view: CompanyView, columns: readonly GridColumn[], isOwn: boolean): Html {
  const { companyId, name, segment } = view.company;
  const nothing = columns.every(({ platform }) => platform === null || isUnseen(view, platform));
  const cells = nothing
    ? html`<td class="unknown sign" colspan="${columns.length}">site: ${siteWords(view.company)}</td>`
    : columns.map(({ cell }) => cell(view));
  return html`
<tr id="${rowId("companies", companyId)}" data-segment="${segment}"${isOwn ? html` class="own"` : null}><th scope="row"><a href="${cardHref(companyId)}">${outside(name)}</a></th>${cells}</tr>`;
}

const isUnseen = (view: CompanyView, platform: string) =>
  view.company.outcome !== "visited" &&
  view.accounts.length === 0 &&
  absentCell(view, platform).tone === "unknown";

function gridColumns(model: ReportModel): GridColumn[] {
  const platforms = model.platforms.filter(({ id }) => model.usedPlatforms.has(id));
  return [
    {
      title: "Any social platform",
      platform: null,
      cell: (view) => plainCell(anyCell(view, model.thetaDays)),
    },
    ...platforms.flatMap(({ id, name }) => [
      { title: shortName(name), platform: id, cell: (view: CompanyView) => platformCell(view, id) },
      ...lifetimeColumn(model, id, name),
    ]),
  ];
}

/**
 * Lifetime rates have a column of their own, for they are means over years and compare with no recent rate; and only on
 * platforms where no recent rate is known.
 */
function lifetimeColumn({ views }: ReportModel, platform: string, name: string): GridColumn[] {
  const on = ({ accounts }: CompanyView) => accounts.filter(({ account }) => account.platform === platform);
  const lifetimes = (view: CompanyView) => on(view).filter(({ lifetime }) => lifetime?.postsPerDay != null);
  const isRecent = ({ cadence }: AccountView) =>
    cadence?.postsPerDay != null && cadence.estimator !== "lifetime";
  if (views.every((view) => lifetimes(view).length === 0) || views.some((view) => on(view).some(isRecent)))
    return [];
  const cell = (view: CompanyView) =>
    html`<td data-value="${Math.max(0, ...lifetimes(view).map(({ lifetime }) => lifetime?.postsPerDay ?? 0))}">${lifetimes(view).map(lifetimeLine)}</td>`;
  return [{ title: `${shortName(name)}, mean of all years`, platform: null, cell }];
}

const lifetimeLine = (view: AccountView) =>
  html`<div><a href="${accountHref(view)}">${perWeek(view.lifetime?.postsPerDay ?? 0)}</a></div>`;

const mostShown = 3;

function platformCell(view: CompanyView, platform: string): Html {
  const [first, ...others] = accountsOn(view, platform);
  if (first === undefined) return plainCell(absentCell(view, platform));
  const shown = [first, ...others.slice(0, mostShown - 1)];
  const rest = view.accounts.filter(({ account }) => account.platform === platform).length - shown.length;
  const more =
    rest > 0 ? html`<div class="more"><a href="${accountHref(first)}">and ${rest} more</a></div>` : null;
  return html`<td class="${accountCell(first).tone}" data-value="${sortValue(first)}">${shown.map(accountLine)}${more}</td>`;
}

function accountLine(view: AccountView): Html {
  const { tone, words } = accountCell(view);
  const { account, url } = view.account;
  return html`<div class="${tone} sign"><a href="${accountHref(view)}">${words}</a> <small>${link(url, outside(account))}</small></div>`;
}

const plainCell = ({ tone, words }: Cell) => html`<td class="${tone} sign">${words}</td>`;

const accountHref = ({ ownership }: AccountView) => cardHref(ownership.companyId, ownership.accountId);

/** A number by which a column sorts: the rate in posts a day, below it the age of the last post; what is not known comes last. */
function sortValue(view: AccountView): number {
  const { tone } = accountCell(view);
  if (tone === "unknown") return -1e9;
  const { postsPerDay, ageDays, estimator } = view.cadence ?? {};
  const isPosting = tone === "posting" || tone === "slow";
  return isPosting && estimator !== "lifetime" && postsPerDay != null ? postsPerDay : -(ageDays ?? 1e6);
}

const signs = (thetaDays: number) =>
  [
    ["posting", `last post within 30 days (any platform: ${thetaDays})`],
    ["slow", "last post 30 to 90 days ago"],
    ["silent", "older, empty or dead"],
    ["absent", "the site names no account"],
    ["unknown", "could not be seen: this does not mean silence"],
  ] as const;

function legend({ thetaDays }: ReportModel): Html {
  return html`<ul class="legend">${signs(thetaDays).map(([tone, words]) => html`<li class="${tone}">${words}</li>`)}</ul>`;
}

/** Stands below the grid: whoever wonders looks there, all others see the grid at once. */
function explanation(model: ReportModel): Html {
  const { period, config } = model;
  const seen = period === null ? "" : `, as seen ${period}`;
  return html`<p class="soft">Accounts that each company's own website, or a file of the user, names${seen}. Posts a week are counted over the
${config.window} days before.${unusedPlatforms(model)} The words in a cell lead to the evidence, the account's name to the account, the company's name to all that is known of it.</p>`;
}

const mostNamed = 8;

/** Platforms on which no account was found; nothing where no site was read, since then nobody looked. */
function unusedPlatforms({ views, platforms, usedPlatforms }: ReportModel): string {
  const unused = platforms.filter(({ id, group }) => group === "social" && !usedPlatforms.has(id));
  if (unused.length === 0 || views.every(({ company }) => company.outcome !== "visited")) return "";
  const names = unused.map(({ name }) => name).join(", ");
  const words =
    unused.length <= mostNamed ? names : `the other ${unused.length} platforms that were looked for`;
  return ` No site that was read names an account on ${words}.`;
}

function filters({ views }: ReportModel): Html {
  const segments = [...new Set(views.map(({ company }) => company.segment))].sort();
  return html`<p class="filters" hidden><label>Find a company <input type="search" id="find"></label>
<label${segments.length > 1 ? "" : html` hidden`}>Segment <select id="segment"><option value="">all</option>${segments.map((segment) => html`<option>${segment}</option>`)}</select></label>
<output id="shown"></output></p>`;
}
