import { grouped } from "../../datasets/grouping.ts";
import type { AccountClaim } from "../../datasets/schema.ts";
import type { ClaimView } from "./view.ts";
import { type Verdict, weighClaim, weighTogether } from "./weigh.ts";

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
  const weighed = views.map((view) => ({ view, verdict: weighClaim(view) }));
  const byAccount = grouped(weighed, ({ view }) => view.accountId);
  const companies = new Map<string, ClaimView["company"]>();
  const knownAccounts = { byAccount, established: establishedAccounts(byAccount) };
  for (const [listId, listed] of byList) companies.set(listId, companyOf(listId, listed, knownAccounts));
  return views.map((view) => ({
    ...view,
    company: (view.listId === null ? null : companies.get(view.listId)) ?? companyAlone(view, knownAccounts),
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

/** A claim, and what it says by itself. */
interface Weighed {
  view: ClaimView;
  verdict: Verdict;
}

function companyOf(
  listId: string,
  listed: readonly ClaimView[],
  { byAccount, established }: Known,
): ClaimView["company"] {
  const accounts = new Set(listed.map(({ accountId }) => accountId));
  const isKnownElsewhere = (accountId: string) =>
    isEstablished((byAccount.get(accountId) ?? []).filter(({ view }) => view.listId !== listId));
  if ([...accounts].filter(isKnownElsewhere).length >= 2) return "own";
  const rivals = listed.filter(
    ({ likeness, claim }) =>
      likeness === 0 && established.get(claim.platform)?.some((id) => !accounts.has(id)),
  );
  return new Set(rivals.map(({ claim }) => claim.platform)).size >= 2 ? "rivals" : null;
}

interface Known {
  byAccount: ReadonlyMap<string, readonly Weighed[]>;
  /** By platform, the accounts known as the company's own. */
  established: ReadonlyMap<string, readonly string[]>;
}

/** What tells a company's own account apart from that of another one which a page presents just as well. */
function isEstablished(claims: readonly Weighed[]): boolean {
  return (
    claims.some(({ view }) => (view.likeness ?? 0) >= 0.8 || isOfSite(view.claim.evidence)) &&
    weighTogether(claims.map(({ verdict }) => verdict)).logOdds >= known
  );
}

function isOfSite({ kind, region, context }: AccountClaim["evidence"]): boolean {
  return siteRegions.has(region) || (unseenKinds.has(kind) && context.some((word) => siteWords.has(word)));
}

const siteRegions = new Set(["header", "nav", "footer"]);
const unseenKinds = new Set(["jsonld", "meta", "relme"]);
const siteWords = new Set(["publisher", "organization", "website"]);

function establishedAccounts(byAccount: ReadonlyMap<string, readonly Weighed[]>): Map<string, string[]> {
  const ids = [...byAccount].filter(([, claims]) => isEstablished(claims)).map(([accountId]) => accountId);
  return grouped(ids, (accountId) => accountId.slice(0, accountId.indexOf(":")));
}
