import type { Company, Observation, Ownership, SiteVisit } from "../datasets/schema.ts";
import { siteDomain } from "./site-domain.ts";

/** What the newest view of each account's profile links to, by accountId; accounts whose profile nobody saw are absent. */
export type ProfileLinks = ReadonlyMap<string, ProfileView>;
type ProfileView = Pick<Observation, "observedAt" | "linksTo">;

/** Gathers from observations in any order. */
export function profileLinks(observations: Iterable<Observation>): ProfileLinks {
  const newest = new Map<string, ProfileView>();
  for (const { accountId, observedAt, linksTo } of observations) {
    const known = newest.get(accountId);
    if (linksTo === null || (known !== undefined && known.observedAt >= observedAt)) continue;
    newest.set(accountId, { observedAt, linksTo });
  }
  return newest;
}

/** A company and where its site was found to be. */
export type SitedCompany = Pick<Company, "companyId" | "website"> & Pick<SiteVisit, "finalUrl">;

/**
 * Says of each ownership whether the account's profile links back to the company. The domain that the frame gives counts, and for
 * an account that is the company's own the domain that it leads to as well.
 *
 * @returns the same ownerships in the same order, with `reciprocal` filled where a profile was seen
 */
export function verified(
  ownerships: readonly Ownership[],
  companies: Iterable<SitedCompany>,
  links: ProfileLinks,
): Ownership[] {
  const sites = new Map([...companies].map((company) => [company.companyId, company]));
  return ownerships.map((ownership) => {
    const linksTo = links.get(ownership.accountId)?.linksTo;
    if (!linksTo) return { ...ownership, reciprocal: null };
    const { website = null, finalUrl = null } = sites.get(ownership.companyId) ?? {};
    const addresses = ownership.own === "true" ? [website, finalUrl] : [website];
    const domains = addresses.flatMap((address) => (address === null ? [] : (siteDomain(address) ?? [])));
    return { ...ownership, reciprocal: domains.some((domain) => linksTo.includes(domain)) };
  });
}
