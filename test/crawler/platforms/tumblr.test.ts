import { expect, test } from "vitest";
import { tumblr } from "../../../crawler/platforms/tumblr.ts";
import { read } from "./read.ts";

test.each([
  ["https://acme.tumblr.com/archive", "acme"],
  ["https://www.tumblr.com/blog/view/Acme", "acme"],
  ["https://assets.tumblr.com/", "!service_host"],
  ["https://api.tumblr.com/", "!service_host"],
  ["https://embed.tumblr.com/", "!service_host"],
  ["https://static.tumblr.com/", "!service_host"],
  ["https://media.tumblr.com/", "!service_host"],
  ["https://64.media.tumblr.com/", "!service_host"],
  ["https://px.tumblr.com/", "!service_host"],
  ["https://www.tumblr.com/acme/123/title", "!post"],
  ["https://www.tumblr.com/blog/view/acme/123", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(tumblr, url)).toBe(expected);
});

test.each(
  "share widgets tagged dashboard explore search login register privacy policy likes following inbox settings new docs".split(
    " ",
  ),
)("www.tumblr.com/%s is no account", (word) => {
  expect(read(tumblr, `https://www.tumblr.com/${word}`)).toMatch(/^!/);
});
