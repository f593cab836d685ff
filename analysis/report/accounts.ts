import { accountRowId } from "./grid.ts";
import { type Html, html, link, outside } from "./html.ts";
import type { AccountView, ReportModel } from "./model.ts";
import { dataTable } from "./table.ts";
import { codeWords, day, observationWords, percent, perWeek, weekly } from "./words.ts";

const heads = [
  "Company",
  "Account",
  "Whose",
  "How it was read",
  "Last post",
  "Posts a week",
  "Mean of all years",
];

/** The evidence behind the grid: a row an account and company, with the ids of the rows it stands on. */
export function accountsSection({ views, names }: ReportModel): Html {
  const rows = views.flatMap(({ company, accounts }) =>
    accounts.map((view) =>
      accountRow(view, company.name, names.get(view.account.platform) ?? view.account.platform),
    ),
  );
  return html`<section id="accounts"><h2>Accounts and evidence</h2>
<p>Each id is a row of the published tables: <a href="tables/claims.csv">claims</a> (page and place where the site names the account),
<a href="tables/observations.csv">observations</a>, <a href="tables/cadences.csv">cadences</a>, <a href="tables/ownerships.csv">ownerships</a>.</p>
${dataTable("Accounts and evidence", heads, rows)}</section>
`;
}

function accountRow(view: AccountView, company: string, platform: string): Html {
  const { account, url } = view.account;
  return html`
<tr id="${accountRowId(view)}"><th scope="row">${outside(company)}</th><td>${platform} ${link(url, outside(account))}</td><td>${whose(view)}</td><td>${howRead(view)}</td><td>${lastPost(view)}</td><td>${recentRate(view)}</td><td>${lifetimeRate(view)}</td></tr>`;
}

function whose({ ownership }: AccountView): Html {
  const { own, kind, confidence, claimIds, reasons } = ownership;
  const [claim] = claimIds;
  const more = claimIds.length > 1 ? ` and ${claimIds.length - 1} more` : "";
  const words = own === "true" ? `its own, ${kind}` : "not sure whether its own";
  return html`${words} (${percent(confidence)} sure: ${reasons.map(codeWords).join(", ")})${
    claim === undefined ? null : html`<br><code>${outside(claim)}</code>${more}`
  }`;
}

function howRead({ observation }: AccountView): Html {
  if (observation === null) return html`not asked`;
  const { status, reason, observer, observedAt, observationId } = observation;
  const why = reason === null ? "" : ` (${codeWords(reason)})`;
  const who = observer === "none" ? "" : ` by ${codeWords(observer)}`;
  return html`${observationWords[status]}${why}${who}, ${day(observedAt)}<br><code>${outside(observationId)}</code>`;
}

function lastPost({ cadence }: AccountView): string {
  if (cadence === null) return "not known";
  const { lastPostAt, activity } = cadence;
  return lastPostAt === null ? (undated[activity] ?? "not known") : day(lastPostAt);
}

const undated: Readonly<Record<string, string>> = { empty: "none ever", gone: "account is gone" };

const estimatorWords: Readonly<Record<string, string>> = {
  complete_window: "all posts seen",
  truncated_feed: "newest posts seen",
  counter_difference: "from two counts",
};

function recentRate({ cadence }: AccountView): Html {
  if (cadence === null) return html`not known`;
  const { estimator, postsPerDay, low, high, posts, exposureDays, reason } = cadence;
  if (postsPerDay === null || estimator === "lifetime") {
    return html`not known${reason === null ? "" : ` (${codeWords(reason)})`}`;
  }
  const limits = low === null || high === null ? "" : ` (${weekly(low)} to ${weekly(high)})`;
  const basis = exposureDays === null ? "" : `, ${posts} posts in ${weekly(exposureDays / 7)} days`;
  return html`${perWeek(postsPerDay)}${limits}, ${estimatorWords[estimator] ?? codeWords(estimator)}${basis}`;
}

function lifetimeRate({ lifetime }: AccountView): Html {
  if (lifetime?.postsPerDay == null) return html`–`;
  return html`${perWeek(lifetime.postsPerDay)}, ${lifetime.posts} posts`;
}
