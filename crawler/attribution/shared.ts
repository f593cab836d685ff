import { getDomain } from "tldts";
import { grouped } from "../../datasets/grouping.ts";
import type { Company, Ownership } from "../../datasets/schema.ts";
import { frameNames, readNames } from "./company-names.ts";
import { handleOf } from "./handle.ts";
import { similarity } from "./names.ts";

/**
 * What only the whole frame can tell, in one pass over ownerships. A site that moved to its parent's or successor's host speaks for
 * the company after all. An account that several companies declare belongs to the one whose name it bears, else to their common
 * parent; for the others it is `linked_parent`. Where neither can be told, it is nobody's for sure: `shared_undecided`.
 *
 * @returns the same ownerships in the same order, and after them those of parents that declare an account only through companies below
 */
export function settleShared(ownerships: readonly Ownership[], companies: readonly Company[]): Ownership[] {
  const frame = new Map(companies.map((company) => [company.companyId, company]));
  const settled = ownerships.map((ownership) => settleOffsite(ownership, frame));
  const byAccount = grouped(settled.filter(isOwn), ({ accountId }) => accountId);
  const shared = [...byAccount.values()].flatMap((sharers) => (isShared(sharers) ? [sharers] : []));
  const owners = new Map(shared.map((sharers) => [sharers[0].accountId, ownerOf(sharers, frame)]));
  return [
    ...settled.map((ownership) => settle(ownership, owners.get(ownership.accountId))),
    ...shared.flatMap((sharers) => inherit(sharers, owners.get(sharers[0].accountId) ?? null)),
  ];
}

type Sharers = readonly [Ownership, Ownership, ...Ownership[]];

const isOwn = ({ own }: Ownership) => own === "true";

function isShared(ownerships: readonly Ownership[]): ownerships is Sharers {
  return ownerships.length > 1;
}

type Frame = ReadonlyMap<string, Company>;

function settle(ownership: Ownership, owner: string | null | undefined): Ownership {
  if (!isOwn(ownership) || owner === undefined || owner === ownership.companyId) return ownership;
  const reason = owner === null ? "shared_undecided" : "linked_parent";
  return { ...ownership, own: owner === null ? "unknown" : "false", reasons: [reason, ...ownership.reasons] };
}

/** The ownership of a parent that declares an account only through the companies below it. */
function inherit(sharers: Sharers, owner: string | null): Ownership[] {
  if (owner === null || sharers.some(({ companyId }) => companyId === owner)) return [];
  const [first] = sharers;
  const claimIds = sharers.flatMap((sharer) => sharer.claimIds);
  return [{ ...first, companyId: owner, reasons: ["declared_by_subsidiaries", ...first.reasons], claimIds }];
}

function settleOffsite(ownership: Ownership, frame: Frame): Ownership {
  const [reason, host] = ownership.reasons;
  if (ownership.own !== "unknown" || reason !== "redirected_offsite") return ownership;
  const company = frame.get(ownership.companyId);
  const relatives = [company?.parentId, company?.successorId].flatMap((id) => frame.get(id ?? "") ?? []);
  const isRelated = relatives.some(
    ({ website }) => website !== null && host === `host_${getDomain(website)}`,
  );
  return isRelated ? { ...ownership, own: "true" } : ownership;
}

function ownerOf(sharers: Sharers, frame: Frame): string | null {
  const [{ accountId }] = sharers;
  const companies = sharers.flatMap(({ companyId }) => frame.get(companyId) ?? []);
  return namesake(accountId, companies) ?? commonParent(companies, frame);
}

/** The one company whose names an account resembles more than any other's. */
function namesake(accountId: string, companies: readonly Company[]): string | null {
  const colon = accountId.indexOf(":");
  const handle = handleOf(accountId.slice(0, colon), accountId.slice(colon + 1), "");
  if (handle === null) return null;
  const ranked = companies
    .map((company) => ({
      id: company.companyId,
      likeness: similarity(handle, readNames(frameNames(company))),
    }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best, next] = ranked;
  return best !== undefined && best.likeness > (next?.likeness ?? 0) ? best.id : null;
}

/** The nearest company that is, or is above, every one of these. */
function commonParent(companies: readonly Company[], frame: Frame): string | null {
  const [first, ...others] = companies.map((company) => lineOf(company, frame));
  return first?.find((id) => others.every((line) => line.includes(id))) ?? null;
}

/** A company and those above it, nearest first; a circle in the frame ends it. */
function lineOf(company: Company, frame: Frame): string[] {
  const line: string[] = [];
  let at: Company | undefined = company;
  while (at !== undefined && !line.includes(at.companyId)) {
    line.push(at.companyId);
    at = at.parentId === null ? undefined : frame.get(at.parentId);
  }
  return line;
}
