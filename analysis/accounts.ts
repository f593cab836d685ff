import type { Cadence } from "../datasets/schema.ts";
import type { Cell, Estimate } from "./cells.ts";
import type { Findings } from "./findings.ts";
import type { PlatformSet } from "./platform-sets.ts";
import { cadenceOf, countedAccounts, type Draw, identityOf } from "./units.ts";

/** One distinct account as a unit of its own, with every company of the cell that it counts for. */
export interface AccountUnit {
  /** What is known of its activity. */
  recency: Cadence;
  cadences: readonly Cadence[];
  companyIds: string[];
  /** Of the first company that it counts for. */
  draw: Draw;
}

/** The accounts of a cell by platform. */
export type CellAccounts = ReadonlyMap<string, readonly AccountUnit[]>;

/**
 * Figures about accounts, cell by cell and platform by platform.
 *
 * @param estimatesOf gets the distinct accounts that count for the cell's companies; never an empty list
 */
export function byPlatform(
  { cells, sets, accountsOf }: Findings,
  estimatesOf: (cell: Cell, set: PlatformSet, accounts: readonly AccountUnit[]) => readonly Estimate[],
): Estimate[] {
  return cells.flatMap((cell) =>
    sets.single.flatMap((set) => {
      const accounts = accountsOf.get(cell)?.get(set.label);
      return accounts ? estimatesOf(cell, set, accounts) : [];
    }),
  );
}

/** The cell's own accounts that count, each once, by platform. */
export function accountsIn({ units }: Cell, kinds: readonly string[]): CellAccounts {
  const distinct = new Map<string, AccountUnit>();
  const platforms = new Map<string, AccountUnit[]>();
  for (const unit of units) {
    for (const owned of countedAccounts(unit, kinds)) {
      const recency = cadenceOf(owned);
      if (!owned.isOwn || !recency) continue;
      const identity = identityOf(owned.account);
      const known = distinct.get(identity);
      if (known) {
        known.companyIds.push(...unit.companyIds);
        continue;
      }
      const account = {
        recency,
        cadences: owned.cadences,
        companyIds: [...unit.companyIds],
        draw: unit.draw,
      };
      distinct.set(identity, account);
      const others = platforms.get(owned.account.platform);
      if (others) others.push(account);
      else platforms.set(owned.account.platform, [account]);
    }
  }
  return platforms;
}
