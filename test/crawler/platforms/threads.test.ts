import { expect, test } from "vitest";
import { threads } from "../../../crawler/platforms/threads.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.threads.net/@Acme", "acme"],
  ["https://threads.net/@acme/media", "acme"],
  ["https://www.threads.com/@acme/reposts", "acme"],
  ["https://www.threads.net/@acme/post/C1", "!post"],
  ["https://www.threads.net/acme", "!no_at_sign"],
  ["https://www.threads.net/share/C1", "!share"],
  ["https://www.threads.com/search?q=acme", "!reserved"],
])("%s is read as %s", (url, expected) => {
  expect(read(threads, url)).toBe(expected);
});
