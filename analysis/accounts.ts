import type { Cadence } from "../datasets/schema.ts";
import type { Cell, Estimate } from "./cells.ts";
import type { Findings } from "./findings.ts";
import type { PlatformSet } from "./platform-sets.ts";
import { cadenceOf, countedAccounts, identityOf } from "./units.ts";

/** One distinct account as a unit of its own, with every company of the cell that it counts for. */
export interface AccountUnit {
  /** What is known of its activity. */
  recency: Cadence;
  cadences: readonly Cadence[];
  companyIds: string[];
}

/**
 * Figures about accounts, cell by cell and platform by platform.
 *
 * @param estimatesOf gets the distinct accounts that count for the cell's companies; never an empty list
 */
export function byPlatform(
  { cells, sets, settings }: Findings,
  estimatesOf: (cell: Cell, set: PlatformSet, accounts: readonly AccountUnit[]) => readonly Estimate[],
): Estimate[] {
  return cells.flatMap((cell) => {
    const platforms = accountsIn(cell, settings.kinds);
    return sets.single.flatMap((set) => {
      const accounts = platforms.get(set.label);
      return accounts ? estimatesOf(cell, set, [...accounts.values()]) : [];
    });
  });
}

/** The cell's own accounts by platform and identity. */
function accountsIn({ units }: Cell, kinds: readonly string[]): Map<string, Map<string, AccountUnit>> {
  const platforms = new Map<string, Map<string, AccountUnit>>();
  for (const unit of units) {
    for (const owned of countedAccounts(unit, kinds)) {
      const recency = cadenceOf(owned);
      if (!owned.isOwn || !recency) continue;
      const { platform } = owned.account;
      const accounts = platforms.get(platform) ?? new Map<string, AccountUnit>();
      platforms.set(platform, accounts);
      const identity = identityOf(owned.account);
      const known = accounts.get(identity);
      if (known) known.companyIds.push(...unit.companyIds);
      else accounts.set(identity, { recency, cadences: owned.cadences, companyIds: [...unit.companyIds] });
    }
  }
  return platforms;
}
