import { byCodeUnit } from "../datasets/order.ts";
import type { Account, Ownership } from "../datasets/schema.ts";
import type { Findings } from "./findings.ts";
import { allSets } from "./platform-sets.ts";
import { statusOf } from "./segments.ts";
import { identityOf, type OwnedAccount, type Unit } from "./units.ts";

/** One account a person should look at. */
export interface Doubt {
  ownership: Ownership;
  account: Account;
  /** Published statuses, over all platform sets and thresholds, that another verdict would change. */
  changes: number;
}

/** What doubts are found in: the findings of an audit and the tables they come from. */
export interface Doubtful {
  findings: Findings;
  ownerships: readonly Ownership[];
  accounts: readonly Account[];
}

/** Verdicts less sure than this are worth a look. Own choice: about one in ten of them is wrong. */
const surely = 0.9;

/**
 * Accounts whose owner is in doubt, the most valuable first: by how many published statuses another verdict would change, then by how
 * unsure the verdict is. What the user has corrected, feeds, people and closed platforms are left out.
 */
export function doubtfulAccounts({ findings, ownerships, accounts }: Doubtful): Doubt[] {
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  const units = new Map(findings.units.map((unit) => [unit.unitId, unit]));
  const doubts = ownerships.filter(isDoubtful).flatMap((ownership) => {
    const account = byId.get(ownership.accountId);
    const unit = units.get(ownership.companyId);
    if (account === undefined || (account.group !== "social" && account.group !== "developer")) return [];
    return [
      {
        ownership,
        account,
        changes: unit === undefined ? 0 : changesOf(unit, { ownership, account, findings }),
      },
    ];
  });
  return doubts.sort(
    (a, b) =>
      b.changes - a.changes ||
      a.ownership.confidence - b.ownership.confidence ||
      byCodeUnit(a.ownership.companyId, b.ownership.companyId) ||
      byCodeUnit(a.ownership.accountId, b.ownership.accountId),
  );
}

function isDoubtful({ own, kind, confidence, corrected }: Ownership): boolean {
  return corrected !== true && kind !== "person" && (own === "unknown" || confidence < surely);
}

function changesOf(
  unit: Unit,
  { ownership, account, findings }: { ownership: Ownership; account: Account; findings: Findings },
): number {
  const others = unit.accounts.filter((owned) => identityOf(owned.account) !== identityOf(account));
  const known = unit.accounts.find((owned) => identityOf(owned.account) === identityOf(account));
  const kind = ownership.kind === "other" ? "primary" : ownership.kind;
  const asOwn: OwnedAccount = { ...(known ?? blank(account)), isOwn: true, kind };
  const now = statusesOf(unit, findings);
  const rivals = [
    ...(ownership.own === "true" ? [] : [{ ...unit, accounts: [...others, asOwn] }]),
    ...(ownership.own === "false" ? [] : [{ ...unit, accounts: others }]),
  ].map((rival) => statusesOf(rival, findings));
  return now.filter((status, at) => rivals.some((rival) => rival[at] !== status)).length;
}

function statusesOf(unit: Unit, { sets, settings }: Findings): string[] {
  const { thetas, kinds } = settings;
  return allSets(sets).flatMap((set) =>
    thetas.map((thetaDays) => statusOf(unit, { set, thetaDays, kinds }).status),
  );
}

/** An account that was never observed, since nobody took it for the company's. */
const blank = (account: Account) => ({ account, isLinked: true, cadences: [] });
