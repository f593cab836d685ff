import { expect, test } from "vitest";
import { github } from "../../../crawler/platforms/github.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.github.com/Acme/", "acme"],
  ["https://github.com/sponsors/acme", "acme"],
  ["https://github.com/orgs/acme/people", "acme"],
  ["https://github.com/acme?tab=repositories", "acme"],
  ["https://github.com/acme.atom", "acme"],
  ["https://github.com/acme/repo", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(github, url)).toBe(expected);
});

test.each(
  "-acme ac--me aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa features pricing topics explore marketplace login join settings search security enterprise team contact site apps readme events new collections trending notifications".split(
    " ",
  ),
)("github.com/%s is no account", (word) => {
  expect(read(github, `https://github.com/${word}`)).toMatch(/^!/);
});
