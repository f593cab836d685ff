import { collect } from "../datasets/collect.ts";
import { AuditError } from "../datasets/error.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { type CompanyRow, tables } from "../datasets/tables.ts";

/**
 * The company of an audit that a user means by its id or its name, whatever case.
 *
 * @throws AuditError when there is none, or when the name is that of several
 */
export async function findCompany(given: string, snapshot: Snapshot): Promise<CompanyRow> {
  const named = await collect(
    snapshot.read(tables.companies),
    ({ companyId, name }) => companyId === given || name.toLowerCase() === given.toLowerCase(),
  );
  const [first, ...others] = named;
  const exact = named.find(({ companyId }) => companyId === given);
  if (exact) return exact;
  if (first && others.length === 0) return first;
  if (first) {
    const ids = named.map(({ companyId }) => companyId).join(", ");
    throw new AuditError("bad_input", `${given}: is the name of ${ids}. Give one of these ids`);
  }
  throw new AuditError("bad_input", `${given}: no company of ${snapshot.folder} has this id or name`);
}
