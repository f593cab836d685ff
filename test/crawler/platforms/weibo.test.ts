import { expect, test } from "vitest";
import { weibo } from "../../../crawler/platforms/weibo.ts";
import { read } from "./read.ts";

test.each([
  ["https://weibo.com/1234567890", "u/1234567890"],
  ["https://www.weibo.com/u/1234567890/home?wvr=5", "u/1234567890"],
  ["https://widget.weibo.com/weiboshow/index.php?uid=1234567890&verifier=a", "u/1234567890"],
  ["https://weibo.com/n/辉瑞", "n/辉瑞"],
  ["https://weibo.com/1234567890/AbCdEfGhI", "!post"],
  ["https://weibo.com/detail/123", "!post"],
  ["https://m.weibo.cn/detail/123", "!post"],
  ["https://weibo.com/login.php", "!reserved"],
])("%s is read as %s", (url, expected) => {
  expect(read(weibo, url)).toBe(expected);
});
