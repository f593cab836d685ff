import type { CaptureRow } from "../../datasets/tables.ts";
import { accountFacts } from "./account-facts.ts";
import { accountCell, anyCell } from "./cell.ts";
import { type Html, html, shortened } from "./html.ts";
import type { AccountView, CompanyView, ReportModel } from "./model.ts";
import { type Standing, standingFacts, standings } from "./standing.ts";
import { codeWords, siteWords } from "./words.ts";

/**
 * Everything about each company, as data for the report's program (client/cards.js says in which form): accounts with evidence,
 * how they were read, why something is not known, where the company stands among comparable ones.
 */
export function cardsSection(model: ReportModel): Html {
  const standingOf = standings(model);
  const cards = Object.fromEntries(
    model.views.map((view) => [view.company.companyId, cardOf(view, standingOf(view), model)]),
  );
  const data = JSON.stringify(cards).replaceAll("<", "\\u003c");
  return html`<dialog id="card" aria-labelledby="card-name"></dialog>
<script type="application/json" id="cards">${{ markup: data }}</script>
<noscript><p>The cards with the evidence of each company need the page's own script; the same is in the tables claims.csv, observations.csv and ownerships.csv.</p></noscript>
`;
}

/** Address of a company's card, or of one of its accounts within it. */
export function cardHref(companyId: string, accountId?: string): string {
  const account = accountId === undefined ? "" : `&account=${encodeURIComponent(wellFormed(accountId))}`;
  return `#company=${encodeURIComponent(wellFormed(companyId))}${account}`;
}

/** Half of a surrogate pair cannot stand in an address. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, "\uFFFD");

function cardOf(view: CompanyView, standing: readonly Standing[], model: ReportModel) {
  const { company, accounts, captures } = view;
  return {
    name: shortened(company.name),
    site: company.finalUrl ?? company.website ?? "",
    facts: [...companyFacts(view, model), ...standingFacts(standing, model)],
    accounts: accounts.map((account) => cardAccount(account, model)),
    pages: captures.map(pageLine),
  };
}

function companyFacts(view: CompanyView, { thetaDays }: ReportModel): [string, string][] {
  const { segment, country, sizeBand, companyId } = view.company;
  const groups = [segment, country, sizeBand].flatMap((part) => part ?? []).map(shortened);
  return [
    ["Segment", groups.join(", ")],
    ["Website", siteWords(view.company)],
    ["On any social platform", anyCell(view, thetaDays).words],
    ["Row in the tables", companyId],
  ];
}

function cardAccount(view: AccountView, { names }: ReportModel) {
  const { account, quotes } = view;
  const { tone, words } = accountCell(view);
  return {
    id: account.accountId,
    platform: names.get(account.platform) ?? account.platform,
    account: shortened(account.account),
    url: account.url,
    tone,
    words,
    facts: accountFacts(view),
    quotes,
  };
}

const pageLine = ({ url, outcome, reason, via }: CaptureRow): [string, string] => {
  const why = reason === null ? "" : ` (${codeWords(reason)})`;
  return [url, `${outcome === "visited" ? "read" : codeWords(outcome)}${why}${vias[via]}`];
};

const vias = { http: "", browser: ", in a browser", file: ", saved by hand" } as const;
