import { expect, test } from "vitest";
import {
  cleanText,
  dropMiddle,
  hasWord,
  keepFinding,
  noteFinding,
  openNotes,
} from "../../../crawler/extract/notes.ts";

const element = {
  tag: "a",
  attributes: {},
  parent: null,
  isBlock: false,
  textLength: 0,
  linkCount: 1,
  headingCount: 0,
};

test.each([
  ["  Follow\n us ", 200, "Follow us"],
  ["A &amp; B", 200, "A & B"],
  ["abcdef", 3, "abc"],
  [" \n ", 200, null],
  ["", 200, null],
])("the text %j in %i characters is %j", (raw, length, text) => {
  expect(cleanText(raw, length)).toBe(text);
});

test.each([
  ["me", "me", true],
  ["nofollow me noopener", "me", true],
  ["home", "me", false],
  ["some menu", "me", false],
  ["", "me", false],
])("the list %j holds %j: %j", (list, word, isHeld) => {
  expect(hasWord(list, word)).toBe(isHeld);
});

test("a finding without an address is not noted", () => {
  const notes = openNotes(() => true);
  noteFinding(notes, { kind: "meta", href: null, role: null, element });
  noteFinding(notes, { kind: "meta", href: "https://x.com/acme", role: "publisher", element });
  expect(notes.findings).toEqual([
    { kind: "meta", href: "https://x.com/acme", role: "publisher", text: null, element },
  ]);
});

test("of very many findings the first and the last stay, where header and footer are", () => {
  const notes = openNotes(() => true);
  for (let index = 0; index < 8_001; index += 1)
    keepFinding(notes, { kind: "link", href: String(index), role: null, text: null, element });
  dropMiddle(notes);
  expect(notes.findings.length).toBe(4_000);
  expect([notes.findings[0]?.href, notes.findings.at(-1)?.href]).toEqual(["0", "8000"]);
});
