import type { AuditConfig } from "../datasets/config.ts";
import type { Company } from "../datasets/schema.ts";
import { readWebsite } from "../datasets/website.ts";
import { siteOf } from "./pages.ts";
import { oncePerSite } from "./sites.ts";

/** What visiting a frame will take. Nothing is sent to find out. */
export interface Plan {
  companies: number;
  /** Companies that are eligible and have a website. */
  sites: number;
  /** Lanes: registrable domains, each asked one request at a time. */
  lanes: number;
  /** Requests at most: robots.txt and every page, redirects not counted. */
  requests: number;
  /** Least time at the delay that is kept, in seconds: the longest lane, since lanes do not wait for one another. */
  leastSeconds: number;
}

/** Plans the visits of a frame. */
export function planVisits(companies: readonly Company[], config: AuditConfig): Plan {
  const eligible = oncePerSite(companies).filter(
    ({ status, website }) => website && (status === "active" || config.include.includes(status)),
  );
  const perLane = new Map<string, number>();
  for (const { website } of eligible) {
    const { host = "" } = readWebsite(website ?? "") ?? {};
    const lane = siteOf(new URL(`https://${host}/`));
    perLane.set(lane, (perLane.get(lane) ?? 0) + 1 + config.pagesPerSite);
  }
  const counts = [...perLane.values()];
  const longest = counts.reduce((most, each) => Math.max(most, each), 0);
  return {
    companies: companies.length,
    sites: eligible.length,
    lanes: counts.length,
    requests: counts.reduce((sum, each) => sum + each, 0),
    leastSeconds: (Math.max(0, longest - 1) * config.delayMs) / 1_000,
  };
}
