import { expect, test } from "vitest";
import { iconList } from "../../../../../datasets/synthetic/sites/layouts/icon-list.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(iconList)).toEqual(sound);
});

test("the accounts are drawings in the footer, named by the title inside each", () => {
  const { dom, hrefs } = look(iconList(page()));
  expect(hrefs("footer .footer__social-icon")).toEqual(shownHrefs);
  const names = dom("footer svg title")
    .toArray()
    .map((title) => dom(title).text());
  expect(names).toEqual(["LinkedIn", "X (Twitter)", "YouTube", "Mastodon", "Facebook"]);
});

test("a cookie banner stands before everything else", () => {
  expect(look(iconList(page())).dom("body > *").first().attr("role")).toBe("dialog");
});
