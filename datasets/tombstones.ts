import { createHash } from "node:crypto";
import { barelyKnown } from "./company.ts";
import type { Audit, Company } from "./schema.ts";

/** The id of the row that stands for a forgotten company: derived from its own, which cannot be told from it. */
export function standInOf(companyId: string, { auditId }: Pick<Audit, "auditId">): string {
  return `forgotten-${createHash("sha256").update(`${auditId} ${companyId}`).digest("hex").slice(0, 12)}`;
}

/**
 * Companies of a frame as an audit may know them. Of one that was forgotten there is a row that says no more than how many there
 * were: its segment and stratum, so that shares of the others stay what they are.
 */
export function withoutForgotten(
  companies: readonly Company[],
  manifest: Pick<Audit, "auditId" | "tombstones">,
): Company[] {
  const standIns = new Set(manifest.tombstones.flatMap(({ companyId }) => companyId ?? []));
  if (standIns.size === 0) return [...companies];
  const lost = new Map(
    companies.flatMap(({ companyId }) => {
      const standIn = standInOf(companyId, manifest);
      return standIns.has(standIn) ? [[companyId, standIn] as const] : [];
    }),
  );
  const known = (companyId: string | null) => (lost.has(companyId ?? "") ? null : companyId);
  return companies.map((company) => {
    const standIn = lost.get(company.companyId);
    if (standIn !== undefined) return blank(company, standIn);
    return { ...company, parentId: known(company.parentId), successorId: known(company.successorId) };
  });
}

function blank({ segment, stratum, stratumSize }: Company, companyId: string): Company {
  const known = { companyId, name: "forgotten", website: null, status: "forgotten" };
  return { ...barelyKnown, ...known, segment, stratum, stratumSize };
}
