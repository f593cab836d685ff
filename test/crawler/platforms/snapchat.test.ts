import { expect, test } from "vitest";
import { snapchat } from "../../../crawler/platforms/snapchat.ts";
import { read } from "./read.ts";

test.each([
  ["https://snapchat.com/add/Acme", "acme"],
  ["https://www.snapchat.com/@acme?locale=de", "acme"],
  ["https://www.snapchat.com/add/ab", "!grammar"],
  ["https://www.snapchat.com/add/1abc", "!grammar"],
  ["https://www.snapchat.com/acme", "!no_at_sign"],
  ["https://www.snapchat.com/add/aaaaaaaaaaaaaaaa", "!grammar"],
  ["https://www.snapchat.com/add/@acme", "acme"],
  ["https://www.snapchat.com/@acme/spotlight/W7", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(snapchat, url)).toBe(expected);
});
