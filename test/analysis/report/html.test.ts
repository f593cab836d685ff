import { expect, test } from "vitest";
import { escapeHtml, html, link, outside, rowId, shortened } from "../../../analysis/report/html.ts";

test.each([
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  [`" onmouseover='x' &`, "&quot; onmouseover=&#39;x&#39; &amp;"],
  ["a\u0000b\u001Bc", "a\uFFFDb\uFFFDc"],
])("%j cannot leave its place", (text, markup) => {
  expect(escapeHtml(text)).toBe(markup);
  expect(html`<p title="${text}">${text}</p>`.markup).toBe(`<p title="${markup}">${markup}</p>`);
});

test("templates nest, lists join, null is nothing, and only texts are escaped", () => {
  const names = ["a", "b&c"].map((name) => html`<li>${name}</li>`);
  expect(html`<ul>${names}${null}${0}</ul>`.markup).toBe("<ul><li>a</li><li>b&amp;c</li>0</ul>");
});

test("a name that turns the direction of text is isolated", () => {
  expect(outside("\u202Eevil").markup).toBe("<bdi>\u202Eevil</bdi>");
});

test("a name of a megabyte is shortened and never cut inside a character", () => {
  expect(shortened("x".repeat(1_000_000))).toHaveLength(200);
  expect(shortened(`${"x".repeat(198)}😀😀`)).toBe(`${"x".repeat(198)}…`);
  expect(shortened("short")).toBe("short");
});

test.each([
  ["https://x.com/acme", '<a href="https://x.com/acme" rel="noopener noreferrer nofollow">x</a>'],
  ['https://a.example/"><script>', "x"],
  ["javascript:alert(1)", "x"],
  ["data:text/html,x", "x"],
  ["https://", "x"],
])("%s becomes a link only where that is safe", (url, markup) => {
  const made = link(url, html`x`).markup;
  expect(made).not.toContain("<script");
  if (!url.includes("<")) expect(made).toBe(markup);
});

test("a row's id holds no space, whatever its key", () => {
  expect(rowId("benchmarks", "share_inactive", "Health Care", null, 90)).toBe(
    "benchmarks%2Fshare_inactive%2FHealth%20Care%2F%2F90",
  );
  expect(rowId("companies", "\uD800")).toBe("companies%2F%EF%BF%BD");
});
