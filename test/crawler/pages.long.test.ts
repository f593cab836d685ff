import { expect, test } from "vitest";
import { choosePages } from "../../crawler/pages.ts";
import { growth, linear } from "../cost.ts";

const start = "https://www.acme.test/";
const links = (count: number) =>
  ["/about", ...Array.from({ length: count }, (_, i) => `/about?page=${i}`)].map((path) => ({
    href: new URL(path, start).href,
    text: null,
  }));

test("of very many links the plain one is chosen, in linear time", () => {
  expect(choosePages(links(10_000), start, 1)).toEqual(["https://www.acme.test/about"]);
  expect(growth(links, (all) => void choosePages(all, start, 1), 100_000)).toBeLessThan(linear);
});
