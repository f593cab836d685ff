import { expect, test } from "vitest";
import { line } from "../../../crawler/platforms/line.ts";
import { read } from "./read.ts";

test.each([
  ["https://line.me/R/ti/p/%40Acme", "@acme"],
  ["https://page.line.me/?accountId=acme", "@acme"],
  ["https://line.me/ti/p/abcDEF", "!grammar"],
  ["https://line.me/R/msg/text/?x", "!share"],
])("%s is read as %s", (url, expected) => {
  expect(read(line, url)).toBe(expected);
});
