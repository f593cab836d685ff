import { expect, test } from "vitest";
import { jsonLd } from "../../../../../datasets/synthetic/sites/layouts/json-ld.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(jsonLd)).toEqual(sound);
});

test("no account can be seen: they stand in structured data, slashes escaped", () => {
  const { dom, html, hrefs } = look(jsonLd(page()));
  for (const href of shownHrefs) expect(hrefs()).not.toContain(href);
  const organisation = JSON.parse(dom('script[type="application/ld+json"]').text());
  expect(organisation).toMatchObject({ "@type": "Organization", sameAs: shownHrefs });
  expect(html).toContain("https:\\/\\/x.com\\/acme");
});

test("an address without scheme gets one in structured data", () => {
  const { site } = page();
  const own = site.own.slice(0, 1).map((icon) => ({ ...icon, href: "//www.linkedin.com/company/acme/" }));
  const { dom } = look(jsonLd(page({ site: { ...site, own, parents: [] } })));
  expect(JSON.parse(dom("script").text()).sameAs).toEqual(["https://www.linkedin.com/company/acme/"]);
});

test("an account on a server of any name is claimed by rel=me, since its address alone says nothing", () => {
  expect(look(jsonLd(page())).hrefs('link[rel="me"]')).toEqual(["https://social.trialists.test/@acme"]);
});
