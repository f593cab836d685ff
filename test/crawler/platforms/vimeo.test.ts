import { expect, test } from "vitest";
import { vimeo } from "../../../crawler/platforms/vimeo.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.vimeo.com/Acme", "acme"],
  ["https://vimeo.com/acme/videos/rss", "acme"],
  ["https://vimeo.com/acme/about", "acme"],
  ["https://vimeo.com/acme/review/1/2", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(vimeo, url)).toBe(expected);
});

test.each(
  "search showcase album channels groups categories ondemand watch blog features upgrade about help terms privacy log_in join event manage settings solutions enterprise".split(
    " ",
  ),
)("vimeo.com/%s/abc is no account", (word) => {
  expect(read(vimeo, `https://vimeo.com/${word}/abc`)).toMatch(/^!/);
});
