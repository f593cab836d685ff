import { grouped } from "../../datasets/grouping.ts";
import type { AccountClaim } from "../../datasets/schema.ts";
import type { ClaimView } from "./view.ts";
import { weigh } from "./weigh.ts";

/** Log-odds from which an account serves as a known one when others are judged by it. */
const known = 2;

/**
 * Judges claims by the company they keep. A list that holds two accounts known as own by evidence elsewhere is the company's own
 * list. A list of strangers on two platforms where the company's own accounts are known is somebody else's: a template's demo
 * list, or the web agency's.
 *
 * @returns the same views in the same order, with `company` filled
 */
export function judgeLists(views: readonly ClaimView[]): ClaimView[] {
  const byList = grouped(views, ({ listId }) => listId);
  const byAccount = grouped(views, ({ accountId }) => accountId);
  const verdicts = new Map<string, ClaimView["company"]>();
  const knownAccounts = { byAccount, established: establishedAccounts(byAccount) };
  for (const [listId, listed] of byList) verdicts.set(listId, companyOf(listId, listed, knownAccounts));
  return views.map((view) => ({
    ...view,
    company: (view.listId === null ? null : verdicts.get(view.listId)) ?? companyAlone(view, knownAccounts),
  }));
}

/** A stranger on a platform where the company's own account is known, with no list of its own. */
function companyAlone(
  { likeness, accountId, claim }: ClaimView,
  { established }: Known,
): ClaimView["company"] {
  const own = likeness === 0 ? established.get(claim.platform) : undefined;
  return own?.some((id) => id !== accountId) ? "rival" : null;
}

type Views = readonly ClaimView[];

function companyOf(listId: string, listed: Views, { byAccount, established }: Known): ClaimView["company"] {
  const accounts = new Set(listed.map(({ accountId }) => accountId));
  const isKnownElsewhere = (accountId: string) =>
    isEstablished((byAccount.get(accountId) ?? []).filter((view) => view.listId !== listId));
  if ([...accounts].filter(isKnownElsewhere).length >= 2) return "own";
  const rivals = listed.filter(
    ({ likeness, claim }) =>
      likeness === 0 && established.get(claim.platform)?.some((id) => !accounts.has(id)),
  );
  return new Set(rivals.map(({ claim }) => claim.platform)).size >= 2 ? "rivals" : null;
}

interface Known {
  byAccount: ReadonlyMap<string, Views>;
  /** By platform, the accounts known as the company's own. */
  established: ReadonlyMap<string, readonly string[]>;
}

function isKnown(views: Views): boolean {
  return views.length > 0 && weigh(views).logOdds >= known;
}

/** What tells a company's own account apart from that of another one which a page presents just as well. */
function isEstablished(views: Views): boolean {
  return isKnown(views) && views.some((view) => (view.likeness ?? 0) >= 0.8 || isOfSite(view.claim.evidence));
}

function isOfSite({ kind, region, context }: AccountClaim["evidence"]): boolean {
  return siteRegions.has(region) || (unseenKinds.has(kind) && context.some((word) => siteWords.has(word)));
}

const siteRegions = new Set(["header", "nav", "footer"]);
const unseenKinds = new Set(["jsonld", "meta", "relme"]);
const siteWords = new Set(["publisher", "organization", "website"]);

function establishedAccounts(byAccount: ReadonlyMap<string, Views>): Map<string, string[]> {
  const ids = [...byAccount].filter(([, views]) => isEstablished(views)).map(([accountId]) => accountId);
  return grouped(ids, (accountId) => accountId.slice(0, accountId.indexOf(":")));
}
