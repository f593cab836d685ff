import { expect, test } from "vitest";
import { headerLinks } from "../../../../../datasets/synthetic/sites/layouts/header-links.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(headerLinks)).toEqual(sound);
});

test("the accounts stand above the menu, named by the class of an icon font alone", () => {
  const { dom, hrefs } = look(headerLinks(page()));
  expect(hrefs("header .top-social a")).toEqual(shownHrefs);
  expect(dom("header .top-social").text().trim()).toBe("");
  expect(
    dom("header i")
      .toArray()
      .map((icon) => icon.attribs["class"]),
  ).toContain("fab fa-linkedin");
});

test("the footer names no account of the company", () => {
  for (const href of shownHrefs) expect(look(headerLinks(page())).hrefs("footer a")).not.toContain(href);
});
