import { expect, test } from "vitest";
import { wordpress } from "../../../../../datasets/synthetic/sites/layouts/wordpress.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(wordpress)).toEqual(sound);
});

test("the accounts stand in the footer, each with a label for those who cannot see the icon", () => {
  const { dom, hrefs } = look(wordpress(page()));
  expect(hrefs("footer .wp-block-social-link-anchor")).toEqual(shownHrefs);
  expect(
    dom("footer .screen-reader-text")
      .toArray()
      .map((label) => dom(label).text()),
  ).toEqual(["LinkedIn", "X (Twitter)", "YouTube", "Mastodon", "Facebook"]);
});

test("the theme's own accounts stay in a widget that nobody sees, and only where they were left", () => {
  const { hrefs } = look(wordpress(page()));
  expect(hrefs("aside a")).toEqual(["https://www.facebook.com/envato", "https://twitter.com/envato"]);
  const { site } = page();
  expect(look(wordpress(page({ site: { ...site, hasThemeDefaults: false } }))).hrefs("aside a")).toEqual([]);
});

test("the structured data names the organisation without accounts", () => {
  const { dom } = look(wordpress(page()));
  const graph = JSON.parse(dom('script[type="application/ld+json"]').text());
  expect(graph["@graph"][1]).toMatchObject({ "@type": "Organization", name: page().site.name });
  expect(JSON.stringify(graph)).not.toContain("sameAs");
});
