import { expect, test } from "vitest";
import { medium } from "../../../crawler/platforms/medium.ts";
import { read } from "./read.ts";

test.each([
  ["https://acme.medium.com", "@acme"],
  ["https://acme.medium.com/feed", "@acme"],
  ["https://medium.com/feed/@acme", "@acme"],
  ["https://acme.medium.com/about", "@acme"],
  ["https://medium.com/feed/acme/tagged/trials", "publication/acme"],
  ["https://medium.com/acme/about", "publication/acme"],
  ["https://help.medium.com/acme", "!service_host"],
  ["https://blog.medium.com/acme", "!service_host"],
  ["https://policy.medium.com/acme", "!service_host"],
  ["https://miro.medium.com/acme", "!service_host"],
  ["https://cdn-images-1.medium.com/acme", "!service_host"],
  ["https://link.medium.com/acme", "!service_host"],
  ["https://api.medium.com/acme", "!service_host"],
  ["https://medium.com/@acme/a-story-348d3439ed67", "!post"],
  ["https://acme.medium.com/a-story-348d3439ed67", "!post"],
  ["https://medium.com/a-story-348d3439ed67", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(medium, url)).toBe(expected);
});

test.each(
  "m p tag tags topic topics search about me new-story membership creators feed u policy jobs-at-medium".split(
    " ",
  ),
)("medium.com/%s is no account", (word) => {
  expect(read(medium, `https://medium.com/${word}`)).toMatch(/^!/);
});
