import { expect, test } from "vitest";
import { aem } from "../../../../../datasets/synthetic/sites/layouts/aem.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(aem)).toEqual(sound);
});

test("the accounts stand in the fragment that is the footer of all pages", () => {
  expect(look(aem(page())).hrefs("footer .cmp-experiencefragment--footer .cmp-socialmedia a")).toEqual(
    shownHrefs,
  );
});

test("what the page tells the tag manager is JSON in an attribute", () => {
  const layer =
    look(aem(page({ role: "about" })))
      .dom("body")
      .attr("data-cmp-data-layer") ?? "";
  expect(JSON.parse(layer)).toEqual({
    "page-about": { "@type": "acme/components/page", "dc:title": "Start & more" },
  });
});
