import { expect, test } from "vitest";
import { contactPage } from "../../../../../datasets/synthetic/sites/layouts/contact-page.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(contactPage)).toEqual(sound);
});

test("only the contact page names accounts, in words", () => {
  const contact = look(contactPage(page({ role: "contact" })));
  expect(contact.hrefs("main .channels a")).toEqual(shownHrefs);
  expect(contact.dom("main .channels").text()).toContain("LinkedIn");
  for (const role of ["home", "about", "news", "article"] as const) {
    const { hrefs } = look(contactPage(page({ role })));
    for (const href of shownHrefs) expect(hrefs()).not.toContain(href);
  }
});
