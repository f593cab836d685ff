import { expect, test } from "vitest";
import { instagram } from "../../../crawler/platforms/instagram.ts";
import { read } from "./read.ts";

test.each([
  ["https://m.instagram.com/acme_inc", "acme_inc"],
  ["https://ig.me/m/acme_inc", "acme_inc"],
  ["https://www.instagram.com/acme_inc/reels", "acme_inc"],
  ["https://www.instagram.com/acme_inc/tagged", "acme_inc"],
  ["https://www.instagram.com/acme_inc/channel", "acme_inc"],
  ["https://www.instagram.com/acme_inc/embed", "acme_inc"],
  ["https://www.instagram.com/acme/reel/C1/", "!post"],
  ["https://www.instagram.com/stories/acme/1/", "!post"],
  ["https://www.instagram.com/.acme", "!grammar"],
  ["https://www.instagram.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "!grammar"],
  ["https://ig.me/acme", "!unknown_path"],
])("%s is read as %s", (url, expected) => {
  expect(read(instagram, url)).toBe(expected);
});

test.each(
  "p reel reels tv stories explore accounts direct directory legal about developer web challenge share s ads emails push session settings your_activity".split(
    " ",
  ),
)("www.instagram.com/%s/ is no account", (word) => {
  expect(read(instagram, `https://www.instagram.com/${word}/`)).toMatch(/^!/);
});
