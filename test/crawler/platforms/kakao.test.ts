import { expect, test } from "vitest";
import { kakao } from "../../../crawler/platforms/kakao.ts";
import { read } from "./read.ts";

test.each([
  ["https://pf.kakao.com/_xAbC/chat", "_xAbC"],
  ["https://pf.kakao.com/_xAbC/123", "!post"],
  ["https://pf.kakao.com/acme", "!grammar"],
])("%s is read as %s", (url, expected) => {
  expect(read(kakao, url)).toBe(expected);
});
