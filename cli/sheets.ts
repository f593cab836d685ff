import { inRandomOrder } from "../analysis/sample.ts";
import { toLookAt } from "../analysis/second-phase.ts";
import type { Question } from "../analysis/segments.ts";
import type { Unit } from "../analysis/units.ts";
import { platforms } from "../crawler/platforms/index.ts";
import { type CheckRow, type ReadingRow, type SaveRow, wholeSite } from "../datasets/hand-records.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Account, SiteOutcome } from "../datasets/schema.ts";
import type { CompanyRow } from "../datasets/tables.ts";

/** What a sheet needs of a company. */
type Named = Pick<CompanyRow, "companyId" | "name" | "website">;

/** Rows of one company on a sheet. */
export interface RowsOf<T> {
  companyId: string;
  rows: T[];
}

const unread = {
  ...{ checkedAt: null, canSee: null, lastPostText: null, postsCounted: null },
  ...{ windowFrom: null, windowTo: null, followers: null, coder: null, note: null },
};

/**
 * The accounts of a company that a person should look at.
 *
 * @param on platforms whose accounts are asked for; all when empty
 * @returns its rows, and the platforms left out of them whose accounts leave its status open
 */
export function readingRows(
  unit: Unit,
  company: Named,
  { on, ...question }: Question & { on: readonly string[] },
): RowsOf<ReadingRow> & { leftOut: string[] } {
  const { accounts, wholeSite: isSiteOpen } = toLookAt(unit, question);
  const isAsked = ({ platform }: Account) => on.length === 0 || on.includes(platform);
  const about = { companyId: company.companyId, company: company.name };
  const rows = accounts.filter(isAsked).map(({ accountId, platform, url }) => ({
    ...{ ...about, account: accountId, url, instruction: lookAt(platform, question.thetaDays), ...unread },
  }));
  const site = { ...about, account: wholeSite, url: company.website, instruction: lookAround, ...unread };
  return {
    companyId: company.companyId,
    rows: isSiteOpen ? [...rows, site] : rows,
    leftOut: accounts.filter((account) => !isAsked(account)).map(({ platform }) => platform),
  };
}

const nameOf = (id: string) => platforms.find((each) => each.id === id)?.name ?? id;

const lookAt = (platform: string, thetaDays: number) =>
  `Open it on ${nameOf(platform)}. Newest post that is not pinned: copy its label (3w), or write its date or its link; where the label can lie on either side of ${thetaDays} days (2mo), its date or link. No post at all: none`;

const lookAround =
  "The program could not read the whole site. Look at every social account that the company's own pages name beside those on this sheet, and write the newest post of all of them; can_see is yes once you saw all. No further account, or no post: none";

/** The accounts of a company that a person should check against its site, and the question which are missing. */
export function checkRows(accounts: readonly Account[], company: Named): RowsOf<CheckRow> {
  const about = { companyId: company.companyId, company: company.name };
  const unchecked = { checkedAt: null, right: null, missing: null, coder: null, note: null };
  const rows = accounts.map(({ accountId, url }) => ({
    ...{ ...about, account: accountId, url, ...unchecked },
    instruction: "Is it the company's own account? Write yes, no or unsure in right",
  }));
  const site = {
    ...{ ...about, account: wholeSite, url: company.website, ...unchecked },
    instruction:
      "Look through the company's own pages. Own accounts that are not on this sheet: write their addresses in missing, or none",
  };
  return { companyId: company.companyId, rows: [...rows, site] };
}

/** Outcomes of sites that a person's browser may well be shown. */
const turnedAway: readonly SiteOutcome[] = [
  ...(["blocked", "challenge", "login_wall", "rate_limited", "http_error", "timeout", "tls_error"] as const),
  ...(["protocol_error", "too_large", "empty"] as const),
];

/** The page of a company to save, where its site turned the crawler away; null for others. */
export function saveRow({ companyId, name, website, outcome, reason }: CompanyRow): SaveRow | null {
  const isOpen = turnedAway.includes(outcome) || (outcome === "partial" && reason === "needs_browser");
  if (!isOpen || website === null) return null;
  return {
    ...{ companyId, company: name, url: website, outcome },
    instruction:
      "Open it in your browser, save the whole page (HTML or MHTML) into one folder with the others, then: presence-audit import DIR FOLDER",
    note: null,
  };
}

/**
 * Shares companies out among coders: a part goes to every one of them, the others are dealt in turn. A company's rows stay together;
 * each coder has the companies in an order of their own.
 *
 * @param overlap share of the companies that every coder gets, 0 to 1
 * @returns the rows of each coder
 */
export function dealRows<T>(
  companies: readonly RowsOf<T>[],
  { coders, overlap, seed }: { coders: number; overlap: number; seed: number },
): T[][] {
  const sorted = [...companies].sort((a, b) => byCodeUnit(a.companyId, b.companyId));
  const shuffled = inRandomOrder(sorted, ({ companyId }) => `${seed} overlap ${companyId}`);
  const shared = coders > 1 ? Math.round(overlap * shuffled.length) : 0;
  return Array.from({ length: coders }, (_, coder) => {
    const own = shuffled.filter((_each, index) => index < shared || index % coders === coder);
    return inRandomOrder(own, ({ companyId }) => `${seed} coder ${coder} ${companyId}`).flatMap(
      ({ rows }) => rows,
    );
  });
}
