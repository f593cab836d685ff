import { expect, test } from "vitest";
import { decodePage } from "../../../crawler/extract/decode.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  [
    "a header names the encoding",
    latin("caf\u00e9"),
    "text/html; charset=ISO-8859-1",
    "windows-1252",
    "café",
  ],
  ["a quoted header does too", latin("caf\u00e9"), 'text/html; charset="latin1"', "windows-1252", "café"],
  [
    "a header wins over a meta tag",
    utf8('<meta charset="iso-8859-1">é'),
    "text/html; charset=utf-8",
    "utf-8",
    "é",
  ],
  [
    "a byte order mark of UTF-16 wins over a header that says UTF-8",
    Uint8Array.of(0xff, 0xfe, 0xe9, 0),
    "text/html; charset=utf-8",
    "utf-16le",
    "é",
  ],
  ["a byte order mark wins over a header", utf8("\ufeffé"), "text/html; charset=iso-8859-1", "utf-8", "é"],
  ["a meta tag names the encoding", latin('<meta charset="windows-1250">\u009a'), null, "windows-1250", "š"],
  [
    "a meta pragma does too",
    latin('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\u00c1'),
    null,
    "koi8-r",
    "а",
  ],
  ["a silent page in UTF-8 is read as UTF-8", utf8("<p>é"), null, "utf-8", "é"],
  [
    "a silent page in another encoding is read as windows-1252",
    latin("<p>\u00e9"),
    null,
    "windows-1252",
    "é",
  ],
  [
    "an unknown label in the header counts for nothing",
    utf8("<p>é"),
    "text/html; charset=nonsense",
    "utf-8",
    "é",
  ],
])("%s", (_, body, contentType, charset, ending) => {
  const page = decodePage(body, contentType);
  expect(page.charset).toBe(charset);
  expect(page.html.endsWith(ending)).toBe(true);
});

test("a meta tag behind a long comment is found", () => {
  const page = decodePage(latin(`<!-- ${"x".repeat(2_000)} --><meta charset="iso-8859-2">`), null);
  expect(page.charset).toBe("iso-8859-2");
});

test("broken bytes are replaced and never thrown", () => {
  expect(decodePage(Uint8Array.of(0x61, 0xff, 0x62), "text/html; charset=utf-8").html).toBe("a\ufffdb");
  expect(decodePage(new Uint8Array(), null).html).toBe("");
});
