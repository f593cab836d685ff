import {
  type Account,
  accountKinds,
  type Benchmark,
  type Cadence,
  type Ownership,
} from "../datasets/schema.ts";

/** An account as one company's; those surely not its own are left out. */
export interface OwnedAccount {
  account: Account;
  /** False where it is not known whose it is. */
  isOwn: boolean;
  kind: Ownership["kind"];
  /** Whether a page of the company's site names it; others came from a file or a registry. */
  isLinked: boolean;
  /** The account's rows, all of which say the same of its activity; never empty. */
  cadences: readonly Cadence[];
}

/** How a unit came into a sampled frame. */
export interface Draw {
  /** Null where the frame is no sample. */
  stratum: string | null;
  /** Companies of the whole frame that the unit stands for; 1 where the frame is no sample. */
  weight: number;
}

/** One company, or the companies of one ultimate parent, as a unit that is active or not. */
export interface Unit {
  /** Its place among the units of its kind. */
  place: number;
  unitId: string;
  companyIds: readonly string[];
  segment: string;
  sizeBand: string | null;
  draw: Draw;
  /** Whether its site was completely observed: it has no account beside those found. */
  isVisited: boolean;
  declared: ReadonlySet<string>;
  /** Distinct. */
  accounts: readonly OwnedAccount[];
  /** When its sites were visited. */
  visited: Pick<Benchmark, "observedAtMin" | "observedAtMax">;
}

/**
 * Whether an account counts for its unit.
 *
 * @param kinds kinds that count; accounts of unknown owner are among them, because they may be the company's
 */
export const isCounted = ({ kind }: OwnedAccount, kinds: readonly string[]): boolean => kinds.includes(kind);

/** The accounts that count for a unit. */
export function countedAccounts(unit: Unit, kinds: readonly string[]): OwnedAccount[] {
  return unit.accounts.filter((owned) => isCounted(owned, kinds));
}

/** Each platform account once, however often it is declared and under whatever name; the surest and most general row stays. */
export function distinctAccounts(accounts: readonly OwnedAccount[]): OwnedAccount[] {
  const distinct = new Map<string, OwnedAccount>();
  for (const owned of accounts) {
    const identity = identityOf(owned.account);
    const known = distinct.get(identity);
    if (!known || rank(owned) < rank(known)) distinct.set(identity, owned);
  }
  return [...distinct.values()];
}

const rank = ({ isOwn, kind }: OwnedAccount): number =>
  accountKinds.indexOf(kind) + (isOwn ? 0 : accountKinds.length);

/** What makes two account rows one account: the platform's own id, where it is known. */
export const identityOf = ({ platform, platformId, accountId }: Account): string =>
  platformId === null ? accountId : `${platform}#${platformId}`;

/** Whether a unit has no account on these platforms beside those known. */
export function isCompleteOn(unit: Unit, platformIds: readonly string[]): boolean {
  return unit.isVisited || platformIds.every((id) => unit.declared.has(id));
}

/** What is known of an account's activity; the same on each of its rows. */
export function cadenceOf({ cadences }: OwnedAccount): Cadence | undefined {
  return cadences[0];
}
