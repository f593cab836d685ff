import { expect, test } from "vitest";
import { appState } from "../../../../../datasets/synthetic/sites/layouts/app-state.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(appState)).toEqual(sound);
});

test("the accounts stand in the page's settings alone, below keys that say what they are", () => {
  const { dom, hrefs } = look(appState(page()));
  for (const href of shownHrefs) expect(hrefs()).not.toContain(href);
  const state: unknown = JSON.parse(dom("#__NEXT_DATA__").text());
  const socialLinks = shownHrefs.map((url) => expect.objectContaining({ url }));
  expect(state).toMatchObject({ props: { pageProps: { settings: { footer: { socialLinks } } } } });
});

test("the Mastodon account is the site's own identity", () => {
  expect(look(appState(page())).dom('link[rel="me"]').attr("href")).toContain("social.trialists.test");
});
