import type { BillLine } from "./bill.ts";
import type { Platform, Range } from "./platforms/platform.ts";
import { policy } from "./platforms/policy.ts";

/** How the accounts of one platform can be read, and what that takes. */
export interface ReadingStep {
  platform: string;
  name: string;
  /** Own accounts found on it. */
  accounts: number;
  /** `open`: nobody has to ask; `token`: with a token of the user; `by_hand`: by the user's export or eyes. */
  way: "open" | "token" | "by_hand";
  /** Name of the token. */
  token: string | null;
  /** What a token is billed for; null for the other ways. */
  bill: Pick<BillLine, "observer" | "accounts" | "requests" | "units" | "unit" | "usd"> | null;
  /** Days until the platform's quota has sufficed; 0 where it sets none. */
  quotaDays: Range;
  /** Minutes of a person; 0 where a program reads. */
  minutes: number;
}

/** Minutes in which a person finds an account's newest post and writes its date down. Own assumption. */
const minutesByHand = 2;

/**
 * The steps of reading some accounts: open interfaces first, then tokens by what they cost, then by hand.
 *
 * @param counts own accounts by platform id
 * @param lines what reading those that were not read yet would take with every token
 */
export function readingSteps(
  platforms: readonly Platform[],
  counts: ReadonlyMap<string, number>,
  lines: readonly BillLine[],
): ReadingStep[] {
  const found = platforms.filter(({ id, group }) => counts.has(id) && group === "social");
  const steps = found.map((platform) => stepOf(platform, counts.get(platform.id) ?? 0, lines));
  const rank = ({ way }: ReadingStep) => ["open", "token", "by_hand"].indexOf(way);
  return steps.sort((a, b) => rank(a) - rank(b) || (b.bill?.usd[1] ?? 0) - (a.bill?.usd[1] ?? 0));
}

function stepOf(
  { id, name, observers }: Platform,
  accounts: number,
  lines: readonly BillLine[],
): ReadingStep {
  const own = lines.filter(({ platform }) => platform === id);
  const isOpen = observers.some((observer) => policy.observers[observer.name]?.onByDefault);
  const reader = observers.find(({ access }) => access === "token");
  const way = isOpen ? "open" : reader ? "token" : "by_hand";
  const quota = policy.observers[reader?.name ?? ""]?.quota;
  const bill = own.length > 0 ? own.reduce(joined) : null;
  const days = (units: number) => (quota ? Math.ceil((units / quota.units) * quota.days) : 0);
  return {
    ...{ platform: id, name, accounts, way, bill },
    token: policy.observers[reader?.name ?? ""]?.token ?? null,
    quotaDays: bill ? [days(bill.units[0]), days(bill.units[1])] : [0, 0],
    minutes: way === "by_hand" ? accounts * minutesByHand : 0,
  };
}

/** Several rungs of one platform as one bill; units are those of the first, dollars and requests of all. */
function joined(a: BillLine, b: BillLine): BillLine {
  const sum = (x: Range, y: Range): Range => [x[0] + y[0], x[1] + y[1]];
  return { ...a, requests: sum(a.requests, b.requests), usd: sum(a.usd, b.usd) };
}
