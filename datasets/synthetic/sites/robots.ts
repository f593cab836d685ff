import type { SyntheticCompany } from "../industry.ts";
import { hash32 } from "../random.ts";

/** Path prefixes that a site's robots.txt keeps from every crawler; `/` is the whole site. */
export function disallowedPrefixes({ mishap, siteKind }: Policy): readonly string[] {
  if (mishap === "robots_all" || mishap === "robots_error") return ["/"];
  if (mishap === "robots_path") return ["/investors/", "/search"];
  return siteKind === "wordpress" ? ["/wp-admin/"] : siteKind === "drupal" ? ["/core/", "/user/"] : [];
}

type Policy = Pick<SyntheticCompany, "mishap" | "siteKind">;

/** Seconds between two requests that a site's robots.txt asks for; 0 where it asks for nothing. */
export function crawlDelaySeconds({ mishap }: Pick<SyntheticCompany, "mishap">): number {
  return mishap === "crawl_delay" ? 1 : 0;
}

/** The site's robots.txt; null where there is none, which allows everything. */
export function robotsText(company: SyntheticCompany, origin: string): string | null {
  const prefixes = disallowedPrefixes(company);
  const delay = crawlDelaySeconds(company);
  if (prefixes.length === 0 && delay === 0 && hash32(company.companyId) % 4 === 0) return null;
  const rules = prefixes.length === 0 ? ["Disallow:"] : prefixes.map((prefix) => `Disallow: ${prefix}`);
  return [
    "User-agent: *",
    ...rules,
    ...(delay > 0 ? [`Crawl-delay: ${delay}`] : []),
    "",
    `Sitemap: ${origin}/sitemap.xml`,
    "",
  ].join("\n");
}
