import fc from "fast-check";
import { expect, test } from "vitest";
import { maxDeclarations } from "../../../crawler/extract/declarations.ts";
import { readPage } from "../../../crawler/extract/index.ts";
import { Declaration } from "../../../datasets/schema.ts";
import { read } from "../site.ts";

test("a page is read: encoding, title, names, declarations, links, text", () => {
  const page = read(`<!doctype html><title>Acme</title><meta property="og:site_name" content="Acme">
    <meta property="og:site_name" content="Acme"><p>Some text</p><a href="https://x.com/acme">X</a><a href="/about">About</a>`);
  expect(page).toMatchObject({
    charset: "utf-8",
    title: "Acme",
    names: ["Acme"],
    links: [{ href: "https://www.acme.example/about", text: "About" }],
    isEmptyWithoutScripts: false,
    textLength: "Some textXAbout".length,
    isHtml: true,
    baseUrl: "https://www.acme.example/",
    metaRefresh: null,
  });
  expect(page.declares.map(({ href }) => href)).toEqual(["https://x.com/acme"]);
});

test("links are those to the same host, absolute, each once, with www. and without alike", () => {
  const html = `<a href="/a">one</a><a href="a">two</a><a href="https://acme.example/b#x">three</a><a href="//www.acme.example/c">four</a>
    <a href="https://other.example/">five</a><a href="mailto:a@acme.example">six</a><a href="https://notacme.example/">seven</a>
    <a href="#top">eight</a><a href="https://other.example/?from=acme.example">nine</a><a href="http://[">ten</a>`;
  expect(read(html).links.map(({ href }) => href)).toEqual([
    "https://www.acme.example/a",
    "https://acme.example/b#x",
    "https://www.acme.example/c",
  ]);
});

test("a base tag moves all addresses", () => {
  const page = read(
    '<base href="/en/"><a href="about">About</a><meta http-equiv="refresh" content="0;url=start">',
  );
  expect(page.baseUrl).toBe("https://www.acme.example/en/");
  expect(page.links.map(({ href }) => href)).toEqual(["https://www.acme.example/en/about"]);
  expect(page.metaRefresh).toBe("https://www.acme.example/en/start");
});

test.each([
  ["a shell that scripts fill", '<div id="root"></div><script src="app.js"></script>', true],
  [
    "a shell with a long note on cookies",
    `<p>${"We use cookies. ".repeat(40)}</p><div id="__next"></div><script src="app.js"></script>`,
    true,
  ],
  [
    "a page whose root is filled",
    `<div id="root"><p>${"text ".repeat(60)}</p></div><script src="app.js"></script>`,
    false,
  ],
  [
    "a long page with an empty place for dialogs",
    `<p>${"text ".repeat(400)}</p><div id="app"></div><script src="app.js"></script>`,
    false,
  ],
  ["a page with text", `<p>${"text ".repeat(99)}</p><script src="app.js"></script>`, false],
  [
    "a short page with a menu",
    "<a href=1>a</a><a href=2>b</a><a href=3>c</a><a href=4>d</a><a href=5>e</a><script></script>",
    false,
  ],
  ["a short page without scripts", "<p>Hello</p>", false],
])("%s is empty without scripts: %s", (_, html, isEmpty) => {
  expect(read(html).isEmptyWithoutScripts).toBe(isEmpty);
});

test.each([
  ["<p>text</p>", true],
  ["  <!DOCTYPE HTML>", true],
  ["%PDF-1.7", false],
  ['{"a": 1}', false],
  ["", false],
])("%j is HTML: %j", (body, isHtml) => {
  expect(read(body).isHtml).toBe(isHtml);
});

test("any bytes under any header and address are read without a throw, within bounds", {
  timeout: 30_000,
}, () => {
  const source = fc.record({
    body: fc.uint8Array({ maxLength: 300 }),
    url: fc.oneof(fc.webUrl(), fc.string()),
    contentType: fc.option(fc.string()),
  });
  fc.assert(fc.property(source, (page) => readPage(page).declares.length <= maxDeclarations));
});

test("any soup of the tags that are read gives declarations that keep to the schema", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "<a ",
      "href=",
      '"',
      "'",
      ">",
      "</a>",
      "<div class=",
      "<script>",
      "</script>",
      "<!--",
      "-->",
      "<li>",
      "</ul>",
      "&amp;",
    ),
    fc.constantFrom(
      "https://x.com/",
      "https://facebook.com/acme",
      "//t.me/",
      "<meta name=twitter:site content=@",
      '{"sameAs":["',
      "<svg>",
    ),
    fc.constantFrom(
      "<link rel=me href=",
      "<title>",
      "</title>",
      "<base href=",
      "<script type=application/ld+json>",
      "<td>",
      "</p>",
    ),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const declaration of read(pieces.join("")).declares) Declaration.parse(declaration);
    }),
  );
});

test("links of a page are made absolute in whatever way they are written, each once", () => {
  const hrefs = [
    "/about",
    "/en/about-us/",
    "/",
    "/a.b",
    "//www.acme.example/c",
    "d",
    "/x/../y",
    "/about",
    "//other.example/z",
  ];
  const page = read(hrefs.map((href) => `<a href="${href}">x</a>`).join(""), "https://www.acme.example/en/");
  const paths = ["about", "en/about-us/", "", "a.b", "c", "en/d", "y"];
  expect(page.links.map(({ href }) => href).sort()).toEqual(
    paths.map((path) => `https://www.acme.example/${path}`).sort(),
  );
});
