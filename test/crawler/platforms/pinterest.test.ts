import { expect, test } from "vitest";
import { pinterest } from "../../../crawler/platforms/pinterest.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.pinterest.de/acme/", "acme"],
  ["https://www.pinterest.fr/acme/", "acme"],
  ["https://www.pinterest.ca/acme/", "acme"],
  ["https://www.pinterest.com.au/acme/", "acme"],
  ["https://www.pinterest.jp/acme/", "acme"],
  ["https://www.pinterest.it/acme/", "acme"],
  ["https://www.pinterest.es/acme/", "acme"],
  ["https://www.pinterest.at/acme/", "acme"],
  ["https://www.pinterest.ch/acme/", "acme"],
  ["https://uk.pinterest.com/acme/", "acme"],
  ["https://www.pinterest.com/acme/_created", "acme"],
  ["https://www.pinterest.com/acme/_saved", "acme"],
  ["https://www.pinterest.com/acme/pins", "acme"],
  ["https://www.pinterest.com/acme/boards", "acme"],
  ["https://www.pinterest.com/acme/feed.rss", "acme"],
  ["https://www.pinterest.com/acme/a-board/", "!post"],
  ["https://business.pinterest.com/acme", "!service_host"],
  ["https://www.pinterest.com/acme/a-board.rss", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(pinterest, url)).toBe(expected);
});

test.each(
  "pin search explore ideas login business today categories settings topics source videos shopping _".split(
    " ",
  ),
)("www.pinterest.com/%s/ is no account", (word) => {
  expect(read(pinterest, `https://www.pinterest.com/${word}/`)).toMatch(/^!/);
});
