import type { Cadence } from "../datasets/schema.ts";
import { benjaminiHochberg } from "./estimates/multiplicity.ts";

/**
 * The cadences with the false discovery rate of each silence beside its chance: among a thousand accounts ten are silent by
 * chance at p = 0.01. One test an account, however many rows it has.
 */
export function withSilenceQ(cadences: readonly Cadence[]): Cadence[] {
  const chances = new Map<string, number>();
  for (const { accountId, silenceP } of cadences) if (silenceP !== null) chances.set(accountId, silenceP);
  const rates = benjaminiHochberg([...chances.values()]);
  const rateOf = new Map([...chances.keys()].map((accountId, index) => [accountId, rates[index] ?? null]));
  return cadences.map((cadence) => ({ ...cadence, silenceQ: rateOf.get(cadence.accountId) ?? null }));
}
