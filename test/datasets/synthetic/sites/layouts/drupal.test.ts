import { expect, test } from "vitest";
import { drupal } from "../../../../../datasets/synthetic/sites/layouts/drupal.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(drupal)).toEqual(sound);
});

test("the accounts stand in a list of the last footer region, named by aria-label alone", () => {
  const { dom, hrefs } = look(drupal(page()));
  expect(hrefs("footer .social-media-links--platforms a")).toEqual(shownHrefs);
  const links = dom("footer .platforms a").toArray();
  expect(links.map((link) => link.attribs["aria-label"])).toContain("X (Twitter)");
  expect(links.map((link) => dom(link).text().trim()).join("")).toBe("");
});

test("the Mastodon account is the site's own identity", () => {
  expect(look(drupal(page())).dom('a[rel~="me"]').attr("href")).toContain("social.trialists.test");
});
