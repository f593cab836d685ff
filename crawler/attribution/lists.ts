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
  const byList = groupBy(views, ({ listId }) => listId);
  const byAccount = groupBy(views, ({ accountId }) => accountId);
  const verdicts = new Map<string, ClaimView["company"]>();
  for (const [listId, listed] of byList) verdicts.set(listId, companyOf(listId, listed, byAccount));
  return views.map((view) => ({
    ...view,
    company: view.listId === null ? null : (verdicts.get(view.listId) ?? null),
  }));
}

type Views = readonly ClaimView[];

function companyOf(
  listId: string,
  listed: Views,
  byAccount: ReadonlyMap<string, Views>,
): ClaimView["company"] {
  const isKnownElsewhere = (accountId: string) => {
    const elsewhere = (byAccount.get(accountId) ?? []).filter((view) => view.listId !== listId);
    return elsewhere.length > 0 && weigh(elsewhere).logOdds >= known;
  };
  const accounts = new Set(listed.map(({ accountId }) => accountId));
  if ([...accounts].filter(isKnownElsewhere).length >= 2) return "own";
  const rivals = listed.filter((view) => hasRival(view, accounts, byAccount));
  return new Set(rivals.map(({ claim }) => claim.platform)).size >= 2 ? "rivals" : null;
}

/** Whether the company has a well-named account of its own on the platform of a stranger. */
function hasRival(
  view: ClaimView,
  listed: ReadonlySet<string>,
  byAccount: ReadonlyMap<string, Views>,
): boolean {
  if (view.likeness !== 0) return false;
  return [...byAccount].some(([accountId, views]) => {
    const isOther = !listed.has(accountId) && accountId.startsWith(`${view.claim.platform}:`);
    return isOther && views.some(({ likeness }) => (likeness ?? 0) >= 0.8) && weigh(views).logOdds >= known;
  });
}

/** Groups by a key; entries without one are left out. */
export function groupBy<T>(entries: readonly T[], key: (entry: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const name = key(entry);
    if (name === null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  return groups;
}
