import { AuditError } from "../datasets/error.ts";
import { type Asked, readersOf } from "./observe.ts";
import type { Bill, Range } from "./platforms/platform.ts";
import { policy, usdOf } from "./platforms/policy.ts";
import { openSources, type Sources } from "./sources.ts";

/** What one observer takes for the accounts it will be asked about. */
export interface BillLine extends Bill {
  observer: string;
  platform: string;
  accounts: number;
  /** US dollars; 0 where the platform does not bill. */
  usd: Range;
}

/** What reading some accounts takes, one line an observer that bills or meters; the rest is free. */
export function billOf(
  asked: readonly Asked[],
  now: string,
  options: { lookback: number; sources?: Sources },
): BillLine[] {
  return [...readersOf(asked, now, options)].flatMap(([observer, accounts]) => {
    const bill = observer.bill?.(accounts, options.lookback);
    if (!bill) return [];
    const usd = (units: number) => usdOf({ observer: observer.name, unit: bill.unit, units });
    const platform = policy.observers[observer.name]?.platform ?? "";
    const about = { observer: observer.name, platform, accounts: accounts.length };
    return [{ ...about, ...bill, usd: [usd(bill.units[0]), usd(bill.units[1])] as const }];
  });
}

/**
 * Keeps a run within what the user is ready to pay.
 *
 * @throws AuditError before anything is sent, when reading these accounts could cost more than `sources.mostUsd`
 */
export function checkCost(
  asked: readonly Asked[],
  now: string,
  options: { lookback: number; sources?: Sources },
): void {
  const { mostUsd } = options.sources ?? openSources;
  if (mostUsd === null) return;
  const lines = billOf(asked, now, options).filter(({ usd }) => usd[1] > 0);
  const total = lines.reduce((sum, { usd }) => sum + usd[1], 0);
  if (total <= mostUsd) return;
  const told = lines.map(
    ({ observer, accounts, usd }) => `${observer}: ${accounts} accounts, up to $${usd[1].toFixed(2)}`,
  );
  throw new AuditError(
    "bad_usage",
    [
      `--max-cost ${mostUsd}: reading these accounts can cost up to $${total.toFixed(2)}. Nothing was sent for it`,
      ...told,
      "Raise --max-cost, choose a cheaper --x, or say --x none",
    ].join("\n"),
  );
}
