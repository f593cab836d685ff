import { expect, test } from "vitest";
import type { Effects } from "../../crawler/effects.ts";
import { pagesOfSitemap } from "../../crawler/sitemap.ts";
import { quietEffects } from "./quiet-effects.ts";

type Web = NonNullable<Parameters<typeof quietEffects>[0]>;

async function pagesFrom(web: Web, named: readonly string[] = []) {
  const quiet = quietEffects(web);
  const effects: Effects = { ...quiet, sitemaps: async () => named };
  const pages = await pagesOfSitemap("https://www.acme.test/en/", { leftMs: 1_000 }, effects);
  return {
    pages: pages.map(({ href }) => href),
    asked: quiet.asked.map(({ url, kind }) => `${kind} ${url}`),
  };
}

const urlset = (...addresses: string[]) => ({
  text: `<?xml version="1.0"?><urlset>${addresses.map((address) => `<url><loc> ${address} </loc></url>`).join("")}</urlset>`,
});
const index = (...addresses: string[]) => ({
  text: `<sitemapindex>${addresses.map((address) => `<sitemap><loc><![CDATA[${address}]]></loc></sitemap>`).join("")}</sitemapindex>`,
});
const usual = "https://www.acme.test/sitemap.xml";

test("pages of this site are found, those of others are not", async () => {
  const { pages, asked } = await pagesFrom({
    [usual]: urlset(
      "https://www.acme.test/about",
      "https://jobs.acme.test/?a=1&amp;b=2",
      "https://other.test/about",
      "nonsense",
    ),
  });
  expect(pages).toEqual(["https://www.acme.test/about", "https://jobs.acme.test/?a=1&b=2"]);
  expect(asked).toEqual([`sitemap ${usual}`]);
});

test("the sitemap that robots.txt names comes first, if it is on this site", async () => {
  const named = ["http://169.254.169.254/sitemap.xml", "file:///etc/passwd", "https://acme.test/map.xml"];
  const { asked } = await pagesFrom({}, named);
  expect(asked).toEqual(["sitemap https://acme.test/map.xml"]);
  expect((await pagesFrom({}, ["https://cdn.test/map.xml"])).asked).toEqual([`sitemap ${usual}`]);
});

test("of an index one sitemap is read, the one of pages, and nothing below", async () => {
  const posts = "https://www.acme.test/post-sitemap.xml";
  const own = "https://www.acme.test/page-sitemap.xml";
  const { pages, asked } = await pagesFrom({
    [usual]: index(posts, own),
    [own]: urlset("https://www.acme.test/contact"),
  });
  expect(pages).toEqual(["https://www.acme.test/contact"]);
  expect(asked).toEqual([`sitemap ${usual}`, `sitemap ${own}`]);
  const deep = await pagesFrom({ [usual]: index(own), [own]: index(posts) });
  expect([deep.pages, deep.asked.length]).toEqual([[], 2]);
});

test("what is no sitemap, or too much of one, costs little", async () => {
  expect((await pagesFrom({ [usual]: { outcome: "timeout", status: null } })).pages).toEqual([]);
  expect((await pagesFrom({ [usual]: { text: "<html><p>not found" } })).pages).toEqual([]);
  const endless = urlset(...Array.from({ length: 20_000 }, (_, i) => `https://www.acme.test/${i}`));
  expect((await pagesFrom({ [usual]: endless })).pages.length).toBe(5_000);
  expect((await pagesFrom({ [usual]: { text: "<loc>".repeat(1_000_000) } })).pages).toEqual([]);
});
