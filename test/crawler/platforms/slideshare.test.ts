import { expect, test } from "vitest";
import { slideshare } from "../../../crawler/platforms/slideshare.ts";
import { read } from "./read.ts";

test.each([
  ["https://fr.slideshare.net/acme/presentations", "acme"],
  ["https://fr.slideshare.net/acme/documents", "acme"],
  ["https://fr.slideshare.net/acme/infographics", "acme"],
  ["https://fr.slideshare.net/acme/videos", "acme"],
  ["https://www.slideshare.net/acme/a-deck", "!post"],
  ["https://www.slideshare.net/upload", "!reserved"],
])("%s is read as %s", (url, expected) => {
  expect(read(slideshare, url)).toBe(expected);
});
