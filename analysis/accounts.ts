import { grouped } from "../datasets/grouping.ts";
import type { Cadence } from "../datasets/schema.ts";
import { type Cell, type Estimate, spanOf } from "./cells.ts";
import type { Findings } from "./findings.ts";
import type { PlatformSet } from "./platform-sets.ts";
import { type Counted, type Population, populationOf } from "./shares.ts";
import { cadenceOf, countedAccounts, identityOf, type OwnedAccount, type Unit } from "./units.ts";

/** One distinct account as a unit of its own, with every company of the cell that it counts for. */
export interface AccountUnit extends Counted {
  platform: string;
  /** What is known of its activity. */
  recency: Cadence;
  cadences: readonly Cadence[];
  companyIds: string[];
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

/** The cell's own accounts that count, each once, by platform; one that counts for several companies is drawn with the first. */
export function accountsIn({ units }: Cell, kinds: readonly string[]): CellAccounts {
  const distinct = new Map<string, AccountUnit>();
  for (const unit of units) {
    for (const owned of countedAccounts(unit, kinds)) {
      const recency = cadenceOf(owned);
      if (!owned.isOwn || !recency) continue;
      const identity = identityOf(owned.account);
      const known = distinct.get(identity);
      if (known) known.companyIds.push(...unit.companyIds);
      else distinct.set(identity, accountUnit(owned, recency, unit));
    }
  }
  const platforms = grouped(distinct.values(), ({ platform }) => platform);
  return new Map([...platforms].map(([platform, accounts]) => [platform, populationOf(accounts)]));
}

const accountUnit = ({ account, cadences }: OwnedAccount, recency: Cadence, { companyIds, draw }: Unit) => ({
  platform: account.platform,
  recency,
  cadences,
  isTwoSided: recency.sided === "two",
  companyIds: [...companyIds],
  draw,
  seen: spanOf([recency.observedAt]),
});
