import { expect, test } from "vitest";
import { naverblog } from "../../../crawler/platforms/naverblog.ts";
import { read } from "./read.ts";

test.each([
  ["https://rss.blog.naver.com/Acme.xml", "acme"],
  ["https://blog.naver.com/PostList.naver?blogId=Acme", "acme"],
  ["https://m.blog.naver.com/PostList.nhn?blogId=acme", "acme"],
  ["https://blog.naver.com/acme/223456789012", "!post"],
  ["https://m.blog.naver.com/PostView.naver?blogId=acme&logNo=1", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(naverblog, url)).toBe(expected);
});
