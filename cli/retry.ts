import { AuditError } from "../datasets/error.ts";
import { siteOutcomes } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";

/**
 * The audit as if sites with one of these outcomes had not been visited yet: they are visited again, and the newer visit counts.
 *
 * @throws AuditError naming each outcome that does not exist
 */
export function retrying(snapshot: Snapshot, outcomes: readonly string[]): Snapshot {
  const known = new Set<string>(siteOutcomes);
  const unknown = outcomes.filter((outcome) => !known.has(outcome));
  if (unknown.length > 0) {
    const message = `--retry ${unknown.join(",")}: no such outcome. Outcomes are ${siteOutcomes.join(", ")}`;
    throw new AuditError("bad_usage", message);
  }
  const { visits } = snapshot;
  const isToRetry = (key: string) => visits.get(key).some(({ outcome }) => outcomes.includes(outcome));
  return { ...snapshot, visits: { ...visits, has: (key) => visits.has(key) && !isToRetry(key) } };
}
