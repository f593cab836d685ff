import { html, page } from "../answers.ts";
import type { HostileCase } from "../server.ts";

const ascii = (text: string) => Buffer.from(text, "latin1");
const titled = (title: Uint8Array, head = "") => {
  const [before = "", after = ""] = page("", "|").split("|");
  return Buffer.concat([ascii(before.replace("<title>", `${head}<title>`)), title, ascii(after)]);
};
const wide = (text: string) => Buffer.from(text, "utf16le");
const declared = (charset: string) => ({ "content-type": `text/html; charset=${charset}` });
const japanese = Buffer.from([0x8e, 0x8e, 0x8c, 0xb1]);
const chinese = Buffer.from([0xc1, 0xd9, 0xb4, 0xb2]);

/** Pages whose letters are read right only by the WHATWG rules. */
export const charsetCases: readonly HostileCase[] = [
  {
    name: "windows-1252",
    expected: "visited",
    title: "caf\u00e9 \u201cx\u201d",
    http: html(titled(ascii("caf\xe9 \x93x\x94"))),
  },
  {
    name: "latin1-header",
    expected: "visited",
    title: "caf\u00e9 \u20ac",
    http: html(titled(ascii("caf\xe9 \x80")), declared("iso-8859-1")),
  },
  {
    name: "shift-jis",
    expected: "visited",
    title: "\u8a66\u9a13",
    http: html(titled(japanese, '<meta charset="shift_jis">')),
  },
  {
    name: "gb18030",
    expected: "visited",
    title: "\u4e34\u5e8a",
    http: html(titled(chinese), declared("gb18030")),
  },
  {
    name: "gb2312",
    expected: "visited",
    title: "\u4e34\u5e8a",
    http: html(titled(chinese, '<meta http-equiv="content-type" content="text/html; charset=gb2312">')),
  },
  {
    name: "utf-8-unsaid",
    expected: "visited",
    title: "\u8a66\u9a13",
    http: html(titled(Buffer.from("\u8a66\u9a13"))),
  },
  {
    name: "utf-8-bom",
    expected: "visited",
    title: "\u8a66\u9a13",
    http: html(
      Buffer.concat([Buffer.from("\ufeff"), titled(Buffer.from("\u8a66\u9a13"))]),
      declared("windows-1252"),
    ),
  },
  {
    name: "utf-16-bom",
    expected: "visited",
    title: "\u8a66\u9a13",
    http: html(wide(`\ufeff${page("", "\u8a66\u9a13")}`)),
  },
  {
    name: "utf-16-header",
    expected: "visited",
    title: "\u8a66\u9a13",
    http: html(wide(page("", "\u8a66\u9a13")), declared("utf-16le")),
  },
  {
    name: "header-wins",
    expected: "visited",
    title: "caf\u00e9",
    http: html(titled(ascii("caf\xe9"), '<meta charset="utf-8">'), declared("windows-1252")),
  },
  {
    name: "charset-unknown",
    expected: "visited",
    title: "caf\u00e9",
    http: html(titled(ascii("caf\xe9")), declared("x-klingon")),
  },
  {
    name: "utf-8-broken",
    expected: "visited",
    title: "caf\ufffd",
    http: html(titled(ascii("caf\xe9")), declared("utf-8")),
  },
];
