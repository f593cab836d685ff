import { AuditError } from "../datasets/error.ts";
import { type Asked, readersOf } from "./observe.ts";
import type { Bill, Range } from "./platforms/platform.ts";
import { policy, usdOf } from "./platforms/policy.ts";
import type { Sources } from "./sources.ts";

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

/** The bill in words, a line an observer that bills. */
export function billWords(lines: readonly BillLine[]): string[] {
  return lines.flatMap(({ observer, accounts, usd: [least, most] }) => {
    const cost = least === most ? `$${most.toFixed(2)}` : `$${least.toFixed(2)} to $${most.toFixed(2)}`;
    return most === 0 ? [] : [`${observer}: ${accounts} accounts, ${cost}`];
  });
}

/**
 * Keeps a run within what the user is ready to pay.
 *
 * @throws AuditError before anything is sent, when the bill could come to more
 */
export function checkCost(lines: readonly BillLine[], mostUsd: number | null): void {
  const total = lines.reduce((sum, { usd }) => sum + usd[1], 0);
  if (mostUsd === null || total <= mostUsd) return;
  throw new AuditError(
    "bad_usage",
    [
      `--max-cost ${mostUsd}: reading these accounts can cost up to $${total.toFixed(2)}. Nothing was sent for it`,
      ...billWords(lines),
      "Raise --max-cost, choose a cheaper --x, or say --x none",
    ].join("\n"),
  );
}
