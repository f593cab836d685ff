import type { Correction } from "../datasets/mending.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Account, Ownership } from "../datasets/schema.ts";
import type { ResolvedAccounts } from "./accounts.ts";
import type { Said } from "./corrections.ts";

/** Accounts and ownerships as they are with the user's corrections, and what came of each. */
export interface Corrected extends ResolvedAccounts {
  corrections: Correction[];
}

/**
 * Applies what the user said; it is the last word. A correction of a company that is not there, or that takes away an account no page
 * names any more, changes nothing and is told as `no_match`.
 *
 * @param companyIds companies that the audit speaks of
 * @returns accounts, ownerships and corrections in the order of their tables' keys
 */
export function applyCorrections(
  { accounts, ownerships }: ResolvedAccounts,
  corrections: readonly Said[],
  companyIds: ReadonlySet<string>,
): Corrected {
  const known = new Map(accounts.map((account) => [account.accountId, account]));
  const owned = new Map(ownerships.map((ownership) => [keyOf(ownership), ownership]));
  const applied = corrections.map((said) => {
    const effect = companyIds.has(said.companyId) ? applyOne(said, { known, owned }) : "no_match";
    return recordOf(said, effect);
  });
  const touched = new Set(corrections.map(({ companyId }) => companyId));
  return {
    accounts: [...known.values()].sort((a, b) => byCodeUnit(a.accountId, b.accountId)),
    ownerships: withPrimaries([...owned.values()].sort(inOrder), touched),
    corrections: applied.sort(inOrder),
  };
}

type Pair = Pick<Ownership, "companyId" | "accountId">;
const keyOf = ({ companyId, accountId }: Pair) => `${companyId}\n${accountId}`;
const inOrder = (a: Pair, b: Pair) =>
  byCodeUnit(a.companyId, b.companyId) || byCodeUnit(a.accountId, b.accountId);

interface Ledger {
  known: Map<string, Account>;
  owned: Map<string, Ownership>;
}

const ownOf: Readonly<Record<Correction["verdict"], Ownership["own"]>> = {
  own: "true",
  not_own: "false",
  unsure: "unknown",
  moved: "false",
};

function applyOne(said: Said, ledger: Ledger): Correction["effect"] {
  const { companyId, verdict, kind, movedToAccount } = said;
  const before = ledger.owned.get(keyOf(said));
  if (movedToAccount !== null) {
    const follower = { companyId, account: movedToAccount, kind: kind ?? before?.kind ?? null };
    const isNew = own(follower, ledger);
    if (before === undefined) return isNew ? "added" : "confirmed";
  }
  if (before === undefined)
    return verdict === "own" && own({ companyId, account: said.account, kind }, ledger)
      ? "added"
      : "no_match";
  const after = ownOf[verdict];
  const kept = after === "false" ? "other" : (kind ?? before.kind);
  ledger.owned.set(keyOf(said), {
    ...before,
    own: after,
    kind: kept,
    confidence: after === "unknown" ? before.confidence : 1,
    reasons: ["corrected", ...before.reasons],
    corrected: true,
  });
  return before.own === after && before.kind === kept ? "confirmed" : "changed";
}

/** Makes an account the company's own; tells whether no page had named it. */
function own(
  { companyId, account, kind }: { companyId: string; account: Account; kind: Ownership["kind"] | null },
  { known, owned }: Ledger,
): boolean {
  const { accountId } = account;
  const before = owned.get(keyOf({ companyId, accountId }));
  if (!known.has(accountId)) known.set(accountId, account);
  owned.set(keyOf({ companyId, accountId }), {
    companyId,
    accountId,
    claimIds: before?.claimIds ?? [],
    reciprocal: before?.reciprocal ?? null,
    own: "true",
    kind: kind ?? before?.kind ?? "other",
    confidence: 1,
    reasons: ["corrected", ...(before?.reasons ?? [])],
    corrected: true,
  });
  return before === undefined;
}

/**
 * A company's first general account on a platform is its primary one. Where a correction took that away, or added the only one, the
 * surest of the others that say nothing special is.
 */
function withPrimaries(ownerships: readonly Ownership[], touched: ReadonlySet<string>): Ownership[] {
  const chosen = new Map<string, Ownership>();
  const platformOf = ({ companyId, accountId }: Pair) =>
    `${companyId}\n${accountId.slice(0, accountId.indexOf(":"))}`;
  for (const ownership of ownerships) {
    if (ownership.own !== "true" || !touched.has(ownership.companyId) || !(ownership.kind in rank)) continue;
    const best = chosen.get(platformOf(ownership));
    if (best === undefined || rankOf(ownership) > rankOf(best)) chosen.set(platformOf(ownership), ownership);
  }
  return ownerships.map((ownership) => {
    const { own: isOwn, kind, companyId, corrected } = ownership;
    if (chosen.get(platformOf(ownership)) === ownership) return { ...ownership, kind: "primary" };
    const isBlank = isOwn === "true" && kind === "other" && corrected === true && touched.has(companyId);
    return isBlank ? { ...ownership, kind: "secondary" } : ownership;
  });
}

/** Kinds that may become primary, the likeliest last. */
const rank: Readonly<Partial<Record<Ownership["kind"], number>>> = { other: 1, secondary: 2, primary: 3 };
const rankOf = ({ kind, confidence }: Ownership) => (rank[kind] ?? 0) + confidence / 2;

function recordOf(
  { account: _, movedToAccount: __, ...said }: Said,
  effect: Correction["effect"],
): Correction {
  return { ...said, effect };
}
