import { expect, test } from "vitest";
import { handMade } from "../../../../../datasets/synthetic/sites/layouts/hand-made.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(handMade)).toEqual(sound);
});

test("the accounts are pictures in a table cell, named by their alternative text", () => {
  const { dom } = look(handMade(page()));
  const pictures = dom("td img").toArray();
  expect(pictures.map((picture) => picture.attribs["alt"])).toContain("LinkedIn");
  expect(pictures.map((picture) => dom(picture).parent().attr("href"))).toEqual(shownHrefs);
});

test("nothing tells the parts of the page: no header, main, nav, aside or footer", () => {
  expect(look(handMade(page())).dom("header, main, nav, aside, footer").length).toBe(0);
});
