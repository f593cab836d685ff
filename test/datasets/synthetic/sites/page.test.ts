import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { pathsOf, renderPage } from "../../../../datasets/synthetic/sites/page.ts";
import { siteOf } from "../../../../datasets/synthetic/sites/site.ts";
import { directory, industry, scenario, siteWithNews } from "../small.ts";

const sound = industry.companies.filter(({ mishap }) => mishap === "none");

test("every page of every sound site is a page: a title, a heading, a language or none, and text", () => {
  for (const company of sound) {
    const site = siteOf(company, directory);
    for (const path of pathsOf(site, scenario.seed)) {
      const page = load(renderPage(site, path, scenario.seed) ?? "");
      expect(page("title").text().length, site.origin + path).toBeGreaterThan(3);
      expect(page("h1").length, site.origin + path).toBeGreaterThan(0);
      expect(page("body").text().trim().length).toBeGreaterThan(200);
    }
  }
});

test("every link of a site to itself leads to a page, unless robots are kept from it", () => {
  for (const company of sound) {
    const site = siteOf(company, directory);
    const known = new Set(pathsOf(site, scenario.seed));
    const start = load(renderPage(site, "/", scenario.seed) ?? "");
    const inner = start("a")
      .toArray()
      .map((link) => link.attribs["href"] ?? "")
      .filter((href) => /^\/(?!\/)/.test(href));
    expect(inner.length).toBeGreaterThan(5);
    for (const href of inner) expect(known).toContain(href);
  }
});

test("a path that is no page is none", () => {
  const { site } = siteWithNews(({ mishap }) => mishap === "none");
  expect(renderPage(site, "/nowhere/", scenario.seed)).toBeNull();
  expect(renderPage(site, "/about-us", scenario.seed)).toBeNull();
});

test("a page is the same whenever it is asked for", () => {
  const { site } = siteWithNews(({ mishap }) => mishap === "none");
  expect(renderPage(site, "/", scenario.seed)).toBe(renderPage(site, "/", scenario.seed));
});

test("pages are of the size of small real ones", () => {
  const sizes = sound.map(
    (company) => renderPage(siteOf(company, directory), "/", scenario.seed)?.length ?? 0,
  );
  expect(Math.min(...sizes)).toBeGreaterThan(1_000);
  expect(Math.max(...sizes)).toBeLessThan(20_000);
});
