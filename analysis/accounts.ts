import type { Cadence } from "../datasets/schema.ts";
import { type Cell, cellsOf, type Estimate } from "./cells.ts";
import type { Findings } from "./findings.ts";
import type { PlatformSet } from "./platform-sets.ts";
import { isOn } from "./segments.ts";
import { cadenceOf, countedAccounts, identityOf } from "./units.ts";

/** One distinct account as a unit of its own, with every company of the cell that it counts for. */
export interface AccountUnit {
  /** What is known of its activity. */
  recency: Cadence;
  cadences: readonly Cadence[];
  companyIds: string[];
}

/**
 * Figures about accounts, platform by platform and cell by cell.
 *
 * @param estimatesOf gets the distinct accounts that count for the cell's companies; never an empty list
 */
export function byPlatform(
  { units, sets, settings }: Findings,
  estimatesOf: (cell: Cell, set: PlatformSet, accounts: readonly AccountUnit[]) => readonly Estimate[],
): Estimate[] {
  const cells = cellsOf(units);
  return sets.single.flatMap((set) =>
    cells.flatMap((cell) => {
      const accounts = accountsIn(cell, set, settings.kinds);
      return accounts.length === 0 ? [] : estimatesOf(cell, set, accounts);
    }),
  );
}

function accountsIn({ units }: Cell, set: PlatformSet, kinds: readonly string[]): AccountUnit[] {
  const accounts = new Map<string, AccountUnit>();
  for (const unit of units) {
    for (const owned of countedAccounts(unit, kinds)) {
      const recency = cadenceOf(owned);
      if (!owned.isOwn || !isOn(owned, set) || !recency) continue;
      const identity = identityOf(owned.account);
      const known = accounts.get(identity);
      if (known) known.companyIds.push(...unit.companyIds);
      else accounts.set(identity, { recency, cadences: owned.cadences, companyIds: [...unit.companyIds] });
    }
  }
  return [...accounts.values()];
}
