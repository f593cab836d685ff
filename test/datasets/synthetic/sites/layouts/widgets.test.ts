import { expect, test } from "vitest";
import { widgets } from "../../../../../datasets/synthetic/sites/layouts/widgets.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

test("the page has its title, its middle, its menu and the agency's line", () => {
  expect(basics(widgets)).toEqual(sound);
});

const { dom, hrefs } = look(widgets(page()));

test("X is a follow button, Facebook a page plug-in, YouTube a subscribe button", () => {
  expect(hrefs("aside .twitter-follow-button")).toEqual(["https://twitter.com/acme"]);
  expect(dom("aside .fb-page").attr("data-href")).toBe("https://www.facebook.com/mother");
  expect(dom("aside .g-ytsubscribe").attr("data-channelid")).toBe("UCa");
});

test("platforms without a plug-in are plain links", () => {
  const plain = hrefs("aside a:not(.twitter-follow-button)");
  expect(plain).toEqual(["https://www.linkedin.com/company/acme", "https://social.trialists.test/@acme"]);
  expect(shownHrefs).toEqual(expect.arrayContaining(plain));
});

test("a YouTube handle, which no subscribe button takes, is a link too", () => {
  const { site } = page();
  const own = site.own
    .filter(({ platform }) => platform === "youtube")
    .map((icon) => ({ ...icon, accountId: "youtube:@acme", href: "https://www.youtube.com/@acme" }));
  const other = look(widgets(page({ site: { ...site, own, parents: [] } })));
  expect(other.hrefs("aside a")).toEqual(["https://www.youtube.com/@acme"]);
});
