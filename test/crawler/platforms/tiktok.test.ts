import { expect, test } from "vitest";
import { tiktok } from "../../../crawler/platforms/tiktok.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.tiktok.com/@acme.inc.,", "acme.inc"],
  ["https://www.tiktok.com/@Acme/live", "acme"],
  ["https://www.tiktok.com/@acme?_t=1", "acme"],
  ["https://www.tiktok.com/@acme/photo/1", "!post"],
  ["https://www.tiktok.com/acme", "!no_at_sign"],
  ["https://www.tiktok.com/music/x-1", "!reserved"],
  ["https://www.tiktok.com/@a", "!grammar"],
  ["https://www.tiktok.com/@acme-inc", "!grammar"],
])("%s is read as %s", (url, expected) => {
  expect(read(tiktok, url)).toBe(expected);
});
