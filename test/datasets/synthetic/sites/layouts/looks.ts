import { load } from "cheerio/slim";
import type { Page } from "../../../../../datasets/synthetic/sites/site.ts";
import { plainSite } from "../../small.ts";

/** A page of a site of which everything is known. */
export const page = (changes: Partial<Page> = {}): Page => ({
  site: plainSite,
  role: "home",
  url: `${plainSite.origin}/`,
  title: "Start & more",
  main: '<h1 id="middle">Middle</h1>',
  ...changes,
});

/** Where the accounts of that site lead: its own and its parent's. */
export const shownHrefs: readonly string[] = [...plainSite.own, ...plainSite.parents].map(({ href }) => href);

/** A laid-out page, ready to be asked; `hrefs` gives where the links found by a selector lead. */
export function look(html: string) {
  const dom = load(html);
  const hrefs = (selector = "a") =>
    dom(selector)
      .toArray()
      .flatMap((link) => dom(link).attr("href") ?? []);
  return { dom, html, hrefs };
}

/** What every layout must do, whatever it looks like. */
export function basics(layout: (page: Page) => string) {
  const { dom, hrefs } = look(layout(page()));
  return {
    title: dom("head > title").text(),
    middle: dom("#middle").length,
    menu: Object.values(plainSite.words.paths).filter((path) => !hrefs().includes(path)),
    credit: hrefs().includes("https://makers.test/"),
  };
}

/** The answer of `basics` that is right. */
export const sound = { title: "Start & more", middle: 1, menu: [], credit: true };
