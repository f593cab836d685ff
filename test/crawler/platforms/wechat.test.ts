import { expect, test } from "vitest";
import { wechat } from "../../../crawler/platforms/wechat.ts";
import { read } from "./read.ts";

test.each([
  ["https://open.weixin.qq.com/qr/code?username=gh_0123456789AB", "gh_0123456789ab"],
  ["https://open.weixin.qq.com/qr/code/?username=AcmeChina", "acmechina"],
  ["https://open.weixin.qq.com/qr/code", "!empty"],
  ["https://open.weixin.qq.com/connect/qrconnect?appid=wx1", "!unknown_path"],
  ["https://mp.weixin.qq.com/s?__biz=MzA5", "!post"],
])("%s is read as %s", (url, expected) => {
  expect(read(wechat, url)).toBe(expected);
});
