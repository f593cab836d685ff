import { expect, test } from "vitest";
import {
  crawlDelaySeconds,
  disallowedPrefixes,
  robotsText,
} from "../../../../datasets/synthetic/sites/robots.ts";
import { industry, someCompany } from "../small.ts";

const textOf = (mishap: string) =>
  robotsText(
    someCompany((company) => company.mishap === mishap),
    "https://a.test",
  );

test("what robots.txt says is what counts as forbidden", () => {
  for (const company of industry.companies) {
    const text = robotsText(company, "https://a.test") ?? "";
    const said = [...text.matchAll(/^Disallow: (.+)$/gm)].map(([, prefix]) => prefix);
    expect(said).toEqual(disallowedPrefixes(company));
  }
});

test("a site closed to robots says so for all of them", () => {
  expect(textOf("robots_all")).toMatch(/^User-agent: \*\nDisallow: \/\n/);
});

test("a part can be closed, and time can be asked for", () => {
  expect(textOf("robots_path")).toContain("Disallow: /investors/");
  expect(textOf("crawl_delay")).toContain("Crawl-delay: 1");
  expect(crawlDelaySeconds({ mishap: "crawl_delay" })).toBe(1);
  expect(crawlDelaySeconds({ mishap: "none" })).toBe(0);
});

test("some sites have no robots.txt, and those forbid nothing", () => {
  const without = industry.companies.filter((company) => robotsText(company, "https://a.test") === null);
  expect(without.length).toBeGreaterThan(3);
  for (const company of without) expect(disallowedPrefixes(company)).toEqual([]);
});

test("systems that close their administration do so by their usual paths", () => {
  const wordpress = someCompany(({ siteKind, mishap }) => siteKind === "wordpress" && mishap === "none");
  expect(disallowedPrefixes(wordpress)).toEqual(["/wp-admin/"]);
});

test("robots.txt names the sitemap", () => {
  expect(textOf("robots_path")).toContain("Sitemap: https://a.test/sitemap.xml");
});
