import { expect, test } from "vitest";
import { newsHeavy } from "../../../../../datasets/synthetic/sites/layouts/news-heavy.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(newsHeavy)).toEqual(sound);
});

test("the company's own accounts are follow buttons in the footer", () => {
  expect(look(newsHeavy(page())).hrefs("footer .btn-follow")).toEqual(shownHrefs);
});

test("the publisher's and an author's X account stand in the head, told apart by their tag", () => {
  const { dom } = look(newsHeavy(page()));
  expect(dom('meta[name="twitter:site"]').attr("content")).toBe("@acme");
  expect(dom('meta[name="twitter:creator"]').attr("content")).toBe("@dana_okafor_md");
});

test("a company without an X account has no such tag", () => {
  const { site } = page();
  const { dom } = look(newsHeavy(page({ site: { ...site, own: [] } })));
  expect(dom('meta[name="twitter:site"]').length).toBe(0);
});

test("authors, share buttons and embedded posts crowd every page", () => {
  const { dom, hrefs } = look(newsHeavy(page()));
  expect(dom(".author-box").length).toBeGreaterThan(2);
  expect(hrefs().some((href) => href.includes("sharer.php"))).toBe(true);
  expect(hrefs().some((href) => href.includes("/status/"))).toBe(true);
});
