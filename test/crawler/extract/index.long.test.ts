import { expect, test } from "vitest";
import { growth, linear } from "../../cost.ts";
import { read } from "../site.ts";

const numbered = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => piece(n)).join("");

test.each([
  ["tags nested", 200_000, (n: number) => `${"<div>".repeat(n)}${"</div>".repeat(n)}`],
  ["inline tags that nothing closes", 200_000, (n: number) => `${"<b>".repeat(n)}${"</i>".repeat(n)}`],
  ["links", 100_000, (n: number) => numbered(n, (i) => `<a href="/p${i}">page</a>`)],
  ["links to accounts", 50_000, (n: number) => numbered(n, (i) => `<a href="https://x.com/u${i}">u</a>`)],
  [
    "words of an attribute",
    500_000,
    (n: number) => `<a class="${"x ".repeat(n)}" href="https://x.com/a">X</a>`,
  ],
  [
    "tags in a quote that never ends",
    40_000,
    (n: number) => `<a href="${"<a href='https://x.com/a'>".repeat(n)}`,
  ],
  ["addresses in a script", 400_000, (n: number) => `<script>${'"https://x.com/acme",'.repeat(n)}</script>`],
])("%s: %d are read in linear time, without running out of stack", (_, count, page) => {
  expect(growth(page, (html) => void read(html), count)).toBeLessThan(linear);
});
