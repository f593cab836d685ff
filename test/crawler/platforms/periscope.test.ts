import { expect, test } from "vitest";
import { periscope } from "../../../crawler/platforms/periscope.ts";
import { read } from "./read.ts";

test.each([
  ["https://pscp.tv/Acme", "acme"],
  ["https://www.periscope.tv/w/1abc", "!post"],
  ["https://www.periscope.tv/Acme/", "acme"],
  ["https://pscp.tv/acme", "acme"],
  ["https://www.periscope.tv/acme/1yNGaQzbLAvJj", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(periscope, url)).toBe(expected);
});
