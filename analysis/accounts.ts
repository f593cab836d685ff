import { grouped } from "../datasets/grouping.ts";
import type { Cadence } from "../datasets/schema.ts";
import type { Cell, Estimate } from "./cells.ts";
import type { Findings } from "./findings.ts";
import type { PlatformSet } from "./platform-sets.ts";
import { type Counted, type Population, populationOf } from "./shares.ts";
import { cadenceOf, countedAccounts, identityOf, type OwnedAccount, type Unit } from "./units.ts";

/** One distinct account as a unit of its own, with every company of the cell that it counts for. */
export interface AccountUnit extends Counted {
  /** What makes rows of several companies one account. */
  identity: string;
  platform: string;
  /** What is known of its activity. */
  recency: Cadence;
  cadences: readonly Cadence[];
}

/** The accounts of a cell by platform. */
export type CellAccounts = ReadonlyMap<string, Population<AccountUnit>>;

/**
 * Figures about accounts, cell by cell and platform by platform.
 *
 * @param estimatesOf gets the distinct accounts that count for the cell's companies; never an empty list
 */
export function byPlatform(
  { cells, sets, accountsOf }: Findings,
  estimatesOf: (cell: Cell, set: PlatformSet, accounts: Population<AccountUnit>) => readonly Estimate[],
): Estimate[] {
  return cells.flatMap((cell) =>
    sets.single.flatMap((set) => {
      const accounts = accountsOf.get(cell)?.get(set.label);
      return accounts ? estimatesOf(cell, set, accounts) : [];
    }),
  );
}

/**
 * The own accounts of cells that count, each once, by platform; one that counts for several companies is drawn with the first.
 *
 * @param units all units of the cells, in the order of their places
 */
export function accountsIn(
  cells: readonly Cell[],
  units: readonly Unit[],
  kinds: readonly string[],
): Map<Cell, CellAccounts> {
  const accounts = units.map((unit) => ownAccounts(unit, kinds));
  const shared = sharedAmong(accounts);
  return new Map(
    cells.map((cell) => {
      const own = distinct(
        cell.units.flatMap(({ place }) => accounts[place] ?? []),
        shared,
      );
      const platforms = grouped(own, ({ platform }) => platform);
      return [cell, new Map(Array.from(platforms, ([id, members]) => [id, populationOf(members)]))];
    }),
  );
}

function ownAccounts(unit: Unit, kinds: readonly string[]): AccountUnit[] {
  return countedAccounts(unit, kinds).flatMap((owned) => {
    const recency = owned.isOwn ? cadenceOf(owned) : undefined;
    return recency ? [accountUnit(owned, recency, unit)] : [];
  });
}

const accountUnit = (
  { account, cadences }: OwnedAccount,
  recency: Cadence,
  { companyIds, draw }: Unit,
): AccountUnit => ({
  identity: identityOf(account),
  platform: account.platform,
  recency,
  cadences,
  isTwoSided: recency.sided === "two",
  companyIds,
  draw,
  seen: { observedAtMin: recency.observedAt, observedAtMax: recency.observedAt },
});

/** Identities of the accounts that count for more than one unit. */
function sharedAmong(accounts: readonly (readonly AccountUnit[])[]): Set<string> {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const { identity } of accounts.flat()) {
    if (seen.has(identity)) shared.add(identity);
    seen.add(identity);
  }
  return shared;
}

/** Each account once, with its companies among these. */
function distinct(accounts: readonly AccountUnit[], shared: ReadonlySet<string>): readonly AccountUnit[] {
  if (shared.size === 0) return accounts;
  const companies = new Map<string, string[]>();
  return accounts.flatMap((account) => {
    if (!shared.has(account.identity)) return [account];
    const known = companies.get(account.identity);
    if (known) {
      known.push(...account.companyIds);
      return [];
    }
    const companyIds = [...account.companyIds];
    companies.set(account.identity, companyIds);
    return [{ ...account, companyIds }];
  });
}
