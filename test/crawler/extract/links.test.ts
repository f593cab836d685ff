import { expect, test } from "vitest";
import { collectPage } from "../../../crawler/extract/collect.ts";
import { mayBeAccount } from "../../../crawler/platforms/may-be-account.ts";

const linksIn = (html: string) => collectPage(html, mayBeAccount).findings;
const labelIn = (html: string) => linksIn(html)[0]?.text;

test.each([
  ["its text", '<a href="https://x.com/acme">Acme on <b>X</b></a>', "Acme on X"],
  [
    "its label where it has no text",
    '<a href="https://x.com/acme" aria-label="Acme on X"><i></i></a>',
    "Acme on X",
  ],
  ["its title", '<a href="https://x.com/acme" title="Acme on X"></a>', "Acme on X"],
  [
    "its picture's description",
    '<a href="https://x.com/acme"><img alt="Acme on X" src="x.png"></a>',
    "Acme on X",
  ],
  ["its icon's title", '<a href="https://x.com/acme"><svg><title>Acme on X</title></svg></a>', "Acme on X"],
  [
    "its icon's class after a dot",
    '<a href="https://x.com/acme"><i class="fa fa-twitter"></i></a>',
    ".fa fa-twitter",
  ],
  [
    "its picture's file name",
    '<a href="https://x.com/acme"><img src="/img/twitter_32.png"></a>',
    ".twitter_32.png",
  ],
  [
    "its sprite's name",
    '<a href="https://x.com/acme"><svg><use xlink:href="#icon-x"/></svg></a>',
    ".#icon-x",
  ],
  ["nothing where there is nothing", '<a href="https://x.com/acme"></a>', null],
])("a link is called by %s", (_, html, text) => {
  expect(labelIn(html)).toBe(text);
});

test("a link ends at its end tag, at the next link, and at the end of its block", () => {
  const html =
    '<a href="https://x.com/a">one</a> two <p><a href="https://x.com/b">three</p><p>four</p><a href="https://x.com/c">five<a href="/x">six</a>';
  expect(linksIn(html).map(({ text }) => text)).toEqual(["one", "three", "five"]);
});

test.each([
  ["an area of an image map", '<map><area href="https://x.com/acme" alt="X"></map>', "https://x.com/acme"],
  ["a button's data attribute", '<button data-href="https://x.com/acme">X</button>', "https://x.com/acme"],
  ["a link's data attribute", '<a href="#" data-url="https://x.com/acme">X</a>', "https://x.com/acme"],
  [
    "a click handler",
    `<a href="javascript:void(0)" onclick="window.open('https://x.com/acme')">X</a>`,
    "https://x.com/acme",
  ],
  [
    "the code of a link",
    `<a href="javascript:window.open('https://x.com/acme')">X</a>`,
    "https://x.com/acme",
  ],
  [
    "a picture that opens it",
    `<img onclick="window.open('https://x.com/acme')" alt="X">`,
    "https://x.com/acme",
  ],
  ["a hidden link", '<span data-href="https://x.com/acme" role="link">X</span>', "https://x.com/acme"],
  ["an address with spaces around it", '<a href=" https://x.com/acme ">X</a>', "https://x.com/acme"],
])("%s is a link", (_, html, href) => {
  expect(linksIn(html).map((link) => link.href)).toEqual([href]);
});

test.each([
  ["a commented link", '<!-- <a href="https://x.com/acme">X</a> -->'],
  ["a link without address", '<a name="top">X</a>'],
  ["a like button", '<div class="fb-like" data-href="https://www.facebook.com/acme"></div>'],
  ["what a link holds", `<p onclick="track('click')">X</p>`],
  ["a button that submits", "<button type=submit>Send</button>"],
  ["an address in a text field", '<textarea><a href="https://x.com/acme">X</a></textarea>'],
])("%s is no finding", (_, html) => {
  expect(linksIn(html)).toEqual([]);
});

test.each([
  ["me noopener", "relme", null],
  ["nofollow", "link", null],
  ["publisher", "link", "publisher"],
  ["author", "link", "author"],
])("rel=%j makes it %s with the role %s", (rel, kind, role) => {
  expect(linksIn(`<a rel="${rel}" href="https://x.com/acme">X</a>`)[0]).toMatchObject({ kind, role });
});

test("a link remembers the texts before it and where they stood", () => {
  const [link] = linksIn(
    '<p>Website by <a href="https://studio.example">Studio</a> <a href="https://x.com/studio">f</a></p>',
  );
  expect(link?.before?.map(({ text, parent }) => [parent.tag, text])).toEqual([
    ["p", "Website by "],
    ["a", "Studio"],
  ]);
});
