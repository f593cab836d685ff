import { expect, test } from "vitest";
import { whatsapp } from "../../../crawler/platforms/whatsapp.ts";
import { read } from "./read.ts";

test.each([
  ["https://wa.me/message/ABC", "!contact"],
  ["https://whatsapp.com/channel/", "!grammar"],
  ["https://chat.whatsapp.com/x", "!contact"],
  [
    "https://www.whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp12?utm_source=a",
    "channel/0029VaAbCdEfGhIjKlMnOp12",
  ],
  ["https://api.whatsapp.com/send?phone=49151", "!contact"],
])("%s is read as %s", (url, expected) => {
  expect(read(whatsapp, url)).toBe(expected);
});
