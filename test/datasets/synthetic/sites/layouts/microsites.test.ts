import { expect, test } from "vitest";
import {
  microsite,
  micrositeLabels,
  microsites,
} from "../../../../../datasets/synthetic/sites/layouts/microsites.ts";
import { plainSite } from "../../small.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(microsites)).toEqual(sound);
});

test("the main site leads to its microsites, which stand under its own domain", () => {
  const { hrefs } = look(microsites(page()));
  const wanted = micrositeLabels.map((label) => `https://${label}.${plainSite.company.domain}/`);
  expect(hrefs(".our-sites a")).toEqual(wanted);
});

test("the main site and each microsite show the same accounts", () => {
  expect(look(microsites(page())).hrefs(".follow a")).toEqual(shownHrefs);
  const small = look(microsite(plainSite, "patients"));
  expect(small.hrefs(".follow a")).toEqual(shownHrefs);
  expect(small.hrefs("header a")).toEqual([`${plainSite.origin}/`]);
});
