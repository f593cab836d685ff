import { expect, test } from "vitest";
import { parseUrl } from "../../datasets/url.ts";

test("a URL is read, relative ones on their base, and what is none is null", () => {
  expect(parseUrl("https://acme.test/a")?.pathname).toBe("/a");
  expect(parseUrl("../b?c", "https://acme.test/a/d/")?.href).toBe("https://acme.test/a/b?c");
  for (const text of ["", "/b", "acme.test", "http://[broken/", "http://a b/"])
    expect(parseUrl(text)).toBeNull();
});

test("letters beyond ASCII are read the same the thousandth time as the first", () => {
  const read = Array.from({ length: 20_000 }, () => parseUrl("http://bücher.test/über")?.href);
  expect(new Set(read)).toEqual(new Set(["http://xn--bcher-kva.test/%C3%BCber"]));
});
