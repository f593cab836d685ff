import { drawAccounts, inOrderOf, withEvents } from "./accounts.ts";
import { drawCompanies } from "./companies.ts";
import { frameOf } from "./frame.ts";
import type { Industry } from "./industry.ts";
import type { Scenario } from "./scenario.ts";
import { drawSlips, formerAccounts } from "./slips.ts";
import { throughWaves } from "./waves.ts";

/**
 * Generates an industry. Pure: the same scenario gives the same industry at the same instant, byte for byte.
 *
 * @param now instant at which to look at it, UTC; posts and changes after it have not happened yet
 */
export function generateIndustry(scenario: Scenario, now = scenario.now): Industry {
  const drawn = drawCompanies(scenario);
  const current = withEvents(scenario, drawn, drawAccounts(scenario, drawn));
  const slipped = drawSlips(scenario, drawn, current);
  const former = formerAccounts(scenario, slipped);
  const begun = { companies: slipped, accounts: inOrderOf(slipped, [...current, ...former]) };
  const { companies, accounts, changes } = throughWaves(scenario, begun, now);
  return { scenario, now, frame: frameOf(companies), companies, accounts: until(now, accounts), changes };
}

/** Accounts as they are at an instant; those of a later day are not there yet. */
function until(now: string, accounts: Industry["accounts"]): Industry["accounts"] {
  const instant = Date.parse(now);
  return accounts.flatMap((account) => {
    if (account.createdAt > instant) return [];
    const isAlive = account.endsAt >= account.until;
    return [
      { ...account, until: instant, endsAt: isAlive ? Math.max(account.endsAt, instant) : account.endsAt },
    ];
  });
}
