import { expect, test } from "vitest";
import { each, escaped } from "../../../../datasets/synthetic/sites/html.ts";

test.each([
  ["a & b", "a &amp; b"],
  ["<b>", "&lt;b&gt;"],
  ['say "hi"', "say &quot;hi&quot;"],
  ["https://a.test/?u=1&v=2", "https://a.test/?u=1&amp;v=2"],
  ["Über 会社", "Über 会社"],
])("%s becomes %s", (text, expected) => {
  expect(escaped(text)).toBe(expected);
});

test("a list becomes one line an entry, an empty one nothing", () => {
  expect(each(["a", "b"], (entry, at) => `${at}${entry}`)).toBe("0a\n1b");
  expect(each([], () => "never")).toBe("");
});
