import type { PeerRule } from "../analysis/index.ts";
import { AuditError } from "../datasets/error.ts";
import type { Company } from "../datasets/schema.ts";

/** The company that an id or a name means; null where none or more than one does. */
export function findCompany<C extends Company>(companies: readonly C[], given: string): C | null {
  const wanted = given.trim().toLowerCase();
  const byId = companies.find(({ companyId }) => companyId.toLowerCase() === wanted);
  const named = companies.filter(({ name, aliases }) =>
    [name, ...aliases].some((each) => each.toLowerCase() === wanted),
  );
  return byId ?? (named.length === 1 ? (named[0] ?? null) : null);
}

/**
 * Reads `--peers`.
 *
 * @throws AuditError naming those that the audit does not know
 */
export function readPeers(given: string, companies: readonly Company[]): PeerRule {
  if (given === "segment" || given === "size" || given === "country") return given;
  const names = given.split(",").flatMap((part) => part.trim() || []);
  const found = names.map((name) => ({ name, company: findCompany(companies, name) }));
  const lost = found.filter(({ company }) => company === null).map(({ name }) => name);
  if (lost.length === 0) return found.flatMap(({ company }) => company?.companyId ?? []);
  throw new AuditError(
    "bad_usage",
    `--peers: no single company of the audit has the id or name ${lost.join(", ")}. Write ids as tables/companies.csv has them, or one of segment, size, country`,
  );
}
