import { AuditError } from "../datasets/error.ts";
import { byCodeUnit } from "../datasets/order.ts";

/** How many companies of each stratum were drawn, a line a stratum; a row that does not say was drawn. */
export function strataLines(
  rows: readonly { stratum: string; stratumSize: number; drawn?: boolean }[],
): string[] {
  const strata = new Map<string, { size: number; chosen: number }>();
  for (const { stratum, stratumSize, drawn = true } of rows)
    strata.set(stratum, { size: stratumSize, chosen: (strata.get(stratum)?.chosen ?? 0) + Number(drawn) });
  return [...strata]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([stratum, { size, chosen }]) => `${stratum}: ${chosen} of ${size} drawn`);
}

/**
 * Goes on with the draw that people already work on.
 *
 * @param before what it was drawn for, of how many companies, and what they do with them
 * @throws AuditError where another number is asked for
 */
export function checkSameDraw(
  n: number | undefined,
  before: { drawnFor: string; size: number; done: string },
): void {
  if (n === undefined || n === before.size) return;
  const hint = `Ask for as many, or say --fresh to draw anew and give up what was ${before.done} for it`;
  throw new AuditError(
    "bad_usage",
    `${before.size} companies were drawn for ${before.drawnFor} before. ${hint}`,
  );
}
