import { ratio, sum } from "./estimates/interval.ts";
import { median } from "./estimates/quantiles.ts";

/** How one host was asked. */
export interface Asked {
  /** Whose site it is; null for platforms and for hosts that are nobody's. */
  companyId: string | null;
  requests: number;
  /** Rules of politeness that were broken there. */
  broken: number;
}

/** How a crawler treated an industry. */
export interface Manners {
  requests: number;
  broken: number;
  /** Companies whose site was asked at all. */
  companies: number;
  /** Requests to a company's own hosts; null where none was asked. */
  meanPerCompany: number | null;
  medianPerCompany: number | null;
  mostPerCompany: number | null;
}

/** Sums up how hosts were treated, by company. */
export function mannersOf(hosts: readonly Asked[]): Manners {
  const byCompany = new Map<string, number>();
  for (const { companyId, requests } of hosts) {
    if (companyId !== null) byCompany.set(companyId, (byCompany.get(companyId) ?? 0) + requests);
  }
  const counts = [...byCompany.values()];
  return {
    requests: sum(hosts.map(({ requests }) => requests)),
    broken: sum(hosts.map(({ broken }) => broken)),
    companies: counts.length,
    meanPerCompany: ratio(sum(counts), counts.length),
    medianPerCompany: median(counts),
    mostPerCompany: counts.length === 0 ? null : Math.max(...counts),
  };
}
