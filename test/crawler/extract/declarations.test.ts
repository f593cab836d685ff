import { expect, test } from "vitest";
import { maxDeclarations } from "../../../crawler/extract/declarations.ts";
import { onlyDeclaration, read } from "../site.ts";

const hrefsIn = (html: string) => read(html).declares.map(({ href }) => href);

test("a declaration says how, where, what, under which label and among what", () => {
  const html =
    '<footer><ul id="net" class="social"><li><a href="//x.com/acme" title="Follow us">&nbsp;</a></ul></footer>';
  expect(onlyDeclaration(html)).toEqual({
    kind: "link",
    region: "footer",
    locator: "ul#net > li > a",
    href: "https://x.com/acme",
    text: "Follow us",
    context: ["social"],
    list: null,
    leadsTo: null,
  });
});

test("links of one list carry its ordinal", () => {
  const { declares } = read(
    '<div><a href="https://x.com/acme">X</a> <a href="https://facebook.com/acme">F</a></div>',
  );
  expect(declares.map(({ list, context }) => [list, context])).toEqual([
    [1, ["icon_list"]],
    [1, ["icon_list"]],
  ]);
});

test("what is not displayed has no region and no surroundings", () => {
  const html = '<header class="social"><meta name="twitter:site" content="@acme"></header>';
  expect(onlyDeclaration(html)).toMatchObject({ kind: "meta", region: "unknown", context: ["publisher"] });
});

test("addresses of platforms are kept even where they name no account, others are not", () => {
  const html = `<a href="https://twitter.com/">X</a><a href="https://twitter.com/share?url=a">Share</a>
    <a href="https://acme.example/@jane">Jane</a><a href="https://news.example/?u=https://acme.example/">News</a>`;
  expect(hrefsIn(html)).toEqual(["https://twitter.com/", "https://twitter.com/share?url=a"]);
});

test("a Mastodon server of any host is known by rel=me, by its label, and by sameAs", () => {
  const account = "https://social.acme.example/@acme";
  expect(hrefsIn(`<a rel="me" href="${account}">us</a>`)).toEqual([account]);
  expect(hrefsIn(`<a href="${account}">Mastodon</a>`)).toEqual([account]);
  expect(
    hrefsIn(`<script type="application/ld+json">{"@type":"Organization","sameAs":"${account}"}</script>`),
  ).toEqual([account]);
  expect(hrefsIn(`<a href="${account}">our blog</a>`)).toEqual([]);
});

test("feeds are kept with their titles", () => {
  const html = '<link rel="alternate" type="application/atom+xml" title="News" href="/news.atom">';
  expect(onlyDeclaration(html)).toMatchObject({
    kind: "feed",
    href: "https://www.acme.example/news.atom",
    text: "News",
  });
});

test("the same declaration twice is one; in another region it is another", () => {
  const link = '<a href="https://x.com/acme">X</a>';
  expect(
    read(`<header>${link}${link}</header><footer>${link}</footer>`).declares.map(({ region }) => region),
  ).toEqual(["header", "footer"]);
});

test("of too many declarations those outside the text stay, in the order of the page", () => {
  const many = Array.from(
    { length: 3_000 },
    (_, n) => `<main><p><a href="https://x.com/user${n}">user ${n}</a></p></main>`,
  ).join("");
  const page = `<meta name="twitter:site" content="@first">${many}<footer><a href="https://x.com/last">X</a></footer>`;
  const hrefs = hrefsIn(page);
  expect(hrefs).toHaveLength(maxDeclarations);
  expect(hrefs[0]).toBe("https://x.com/first");
  expect(hrefs.at(-1)).toBe("https://x.com/last");
});
