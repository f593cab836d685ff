import { expect, test } from "vitest";
import { framePaths, frames } from "../../../../../datasets/synthetic/sites/layouts/frames.ts";
import { plainSite } from "../../small.ts";
import { basics, look, page, shownHrefs, sound } from "./looks.ts";

const framed = (path: string) => page({ url: plainSite.origin + path });

test("the start page shows two frames, and nothing of its own but a way out", () => {
  const { dom, hrefs } = look(frames(page()));
  const sources = dom("frame")
    .toArray()
    .map((frame) => frame.attribs["src"]);
  expect(sources).toEqual(Object.values(framePaths));
  expect(hrefs()).toEqual([framePaths.menu]);
});

test("the menu's frame has the menu, the accounts and the agency's line; the other one the middle", () => {
  const menu = look(frames(framed(framePaths.menu)));
  for (const href of shownHrefs) expect(menu.hrefs()).toContain(href);
  const parts = basics((given) => frames({ ...given, url: plainSite.origin + framePaths.menu }));
  expect({ ...parts, title: sound.title, middle: 1 }).toEqual(sound);
  expect(look(frames(framed(framePaths.middle))).dom("#middle").length).toBe(1);
});

test("further pages are the middle alone", () => {
  const about = look(frames(page({ role: "about", url: `${plainSite.origin}/about-us/` })));
  expect(about.dom("#middle").length).toBe(1);
  expect(about.hrefs()).toEqual([]);
});
