import { expect, test } from "vitest";
import { decoded, hashbang, hostOf, pathOf, trimInvisible } from "../../../crawler/platforms/url-parts.ts";

const path = (text: string) => pathOf(new URL(text, "https://network.example"));

test.each([
  ["/a///b/", ["a", "b"]],
  ["/%20a%E2%80%8B/b%20", ["a", "b"]],
  ["/caf%C3%A9/cafe%CC%81", ["café", "café"]],
  ["/a%255Fb", ["a%5Fb"]],
  ["/a%2Fb", ["a/b"]],
  ["/%E9", ["%E9"]],
  ["/acme),;:!%3F]}/x", ["acme", "x"]],
  ["/acme%22%3E", ["acme"]],
  ["/acme%E2%80%99%E2%80%9D", ["acme"]],
  ["/acme.", ["acme."]],
  ["/)", []],
])("the path %s has the segments %j", (text, segments) => {
  expect(path(text)).toEqual(segments);
});

test("a final dot goes with the punctuation around it where it is dropped", () => {
  expect(pathOf(new URL("https://network.example/acme.).,"), "dropped")).toEqual(["acme"]);
});

test("text is decoded once, and left alone where it is no UTF-8", () => {
  expect(decoded("%2525")).toBe("%25");
  expect(decoded("%E9t%E9")).toBe("%E9t%E9");
});

test.each(["\u200b acme\u00a0\u200b ", "\ufeff\u2060acme", "acme\u200f\n", "acme"])(
  "nothing invisible stays around a word: %j",
  (text) => {
    expect(trimInvisible(text)).toBe("acme");
  },
);

test("what is invisible inside a word stays", () => {
  expect(trimInvisible("ac\u200bme")).toBe("ac\u200bme");
  expect(trimInvisible("\u200b")).toBe("");
});

test.each([
  ["https://x.com/#!/acme", "https://x.com/acme"],
  ["https://x.com/home#%21acme/lists", "https://x.com/acme/lists"],
  ["https://x.com/#!//evil.example/acme", "https://x.com/evil.example/acme"],
  ["https://x.com/acme#top", "https://x.com/acme#top"],
])("the hashbang of %s stands for %s", (text, expected) => {
  expect(hashbang(new URL(text)).href).toBe(expected);
});

test("only www. is left out of a host", () => {
  expect(hostOf(new URL("https://www.x.com/"))).toBe("x.com");
  expect(hostOf(new URL("https://m.x.com/"))).toBe("m.x.com");
  expect(hostOf(new URL("https://www.www.x.com/"))).toBe("www.x.com");
});
