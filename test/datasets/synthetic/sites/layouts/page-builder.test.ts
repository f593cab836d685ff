import { expect, test } from "vitest";
import { pageBuilder } from "../../../../../datasets/synthetic/sites/layouts/page-builder.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(pageBuilder)).toEqual(sound);
});

test("the accounts stand in a bar of boxes, named by label and picture", () => {
  const { dom, hrefs } = look(pageBuilder(page()));
  expect(hrefs(".link-bar a")).toEqual(shownHrefs);
  expect(
    dom(".link-bar a")
      .toArray()
      .map((link) => link.attribs["aria-label"]),
  ).toContain("YouTube");
});

test("parts of the page are told by roles and ids, never by elements", () => {
  const { dom } = look(pageBuilder(page()));
  expect(dom("header, main, nav, aside, footer").length).toBe(0);
  expect(dom("#SITE_FOOTER").attr("role")).toBe("contentinfo");
  expect(dom('[role="main"] #middle').length).toBe(1);
});
