import { expectedWidths, findingsOf } from "../analysis/index.ts";
import { billOf } from "../crawler/bill.ts";
import { ownAccounts, pendingAccounts } from "../crawler/observe.ts";
import { named, platforms } from "../crawler/platforms/index.ts";
import type { Range } from "../crawler/platforms/platform.ts";
import { policy } from "../crawler/platforms/policy.ts";
import { type ReadingStep, readingSteps } from "../crawler/reading-plan.ts";
import { tokenSources, type XRung } from "../crawler/sources.ts";
import type { Account } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";

/** A step with what it is expected to do to the bounds of the share inactive. */
export interface PlannedStep extends ReadingStep {
  /** Widths of the bounds before and after it: on the platform alone, and on any with all steps before it done. */
  width: { platform: readonly [number, number] | null; any: readonly [number, number] | null };
}

/** Threshold at which widths are given. */
const thetaDays = 90;

/** What reading the accounts of an audit would take, platform by platform, if the user had every token. Sends nothing. */
export async function planReading(snapshot: Snapshot, x: XRung | undefined): Promise<PlannedStep[]> {
  const sources = tokenSources(Object.keys(policy.tokens), { x });
  const { pending, now } = await pendingAccounts(snapshot, sources);
  const lines = billOf(pending, now, { lookback: snapshot.config.lookback, sources });
  const steps = readingSteps(platforms, countsOf(await ownAccounts(snapshot)), lines);
  const findings = await findingsOf(snapshot, named);
  // What was read already and stayed unknown, as a protected account does, stays so.
  const left = new Set(pending.map(({ account }) => account.platform));
  const ids = steps.map(({ platform, way }) => (way === "by_hand" || left.has(platform) ? [platform] : []));
  const any = expectedWidths(findings, findings.sets.any, { steps: ids, thetaDays });
  return steps.map((step, at) => {
    const set = findings.sets.single.find(({ label }) => label === step.platform);
    const alone = set && expectedWidths(findings, set, { steps: [ids[at] ?? []], thetaDays });
    const before = at === 0 ? any?.now : any?.after[at - 1];
    const after = any?.after[at];
    return {
      ...step,
      width: {
        platform: alone ? [alone.now, alone.after[0] ?? alone.now] : null,
        any: before === undefined || after === undefined ? null : [before, after],
      },
    };
  });
}

/** What each rung of X would cost for the accounts that were not read at it yet, cheapest first; least and most in US dollars. */
export async function rungCosts(snapshot: Snapshot): Promise<{ rung: XRung; usd: Range }[]> {
  const costs: { rung: XRung; usd: Range }[] = [];
  for (const rung of ["lookup", "counts", "timeline"] as const) {
    const sources = tokenSources(["x"], { x: rung });
    const { pending, now } = await pendingAccounts(snapshot, sources);
    const lines = billOf(pending, now, { lookback: snapshot.config.lookback, sources });
    const total = (end: 0 | 1) => lines.reduce((sum, { usd }) => sum + usd[end], 0);
    costs.push({ rung, usd: [total(0), total(1)] });
  }
  return costs;
}

function countsOf(accounts: readonly Account[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { platform } of accounts) counts.set(platform, (counts.get(platform) ?? 0) + 1);
  return counts;
}

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
const range = ([least, most]: Range, digits = 0) =>
  least === most ? least.toFixed(digits) : `${least.toFixed(digits)} to ${most.toFixed(digits)}`;

/** An amount in US dollars, or from what to what. */
export const dollars = (usd: Range): string =>
  usd[1] === 0 ? "free" : `$${range(usd, 2).replace(" to ", " to $")}`;

/** The plan as lines of text, a step a line, with what the tokens at hand would cost. */
export function readingLines(steps: readonly PlannedStep[], tokens: readonly string[]): string[] {
  const head = [
    ...["platform", "accounts", "how", "requests", "dollars", "quota days", "minutes by hand"],
    ...["bounds on it", "bounds on any"],
  ];
  const rows = steps.map((step) => {
    const { bill, token, way, width } = step;
    const arrow = (widths: readonly [number, number] | null) =>
      widths ? `${percent(widths[0])} -> ${percent(widths[1])}` : "-";
    return [
      step.name,
      String(step.accounts),
      way === "token"
        ? `token ${token}${tokens.includes(token ?? "") ? "" : " (you have none)"}`
        : wayWords[way],
      bill ? range(bill.requests) : way === "open" ? `${step.accounts} or more` : "-",
      bill ? range(bill.usd, 2) : "-",
      step.quotaDays[1] === 0 ? "-" : range(step.quotaDays),
      step.minutes === 0 ? "-" : String(step.minutes),
      arrow(width.platform),
      arrow(width.any),
    ];
  });
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const table = [head, ...rows].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const usable = steps.flatMap(({ bill, token }) => (bill && tokens.includes(token ?? "") ? [bill] : []));
  const usd = [0, 1].map((end) => usable.reduce((sum, bill) => sum + (bill.usd[end] ?? 0), 0));
  return [
    ...table,
    "",
    "Bounds: expected width of the share without a post in 90 days, before and after the step; all steps above it done for `any`.",
    usable.length === 0
      ? "You have no token that would be used: observing costs nothing. `presence-audit tokens` says where to get one."
      : `With your tokens this audit costs $${range([usd[0] ?? 0, usd[1] ?? 0], 2)}; --max-cost DOLLARS keeps it within a limit.`,
  ];
}

const wayWords = { open: "open", by_hand: "by hand or your export" };
