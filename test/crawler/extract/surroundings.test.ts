import { expect, test } from "vitest";
import { read } from "../site.ts";

/** The declaration of the link to x.com/acme in some HTML. */
function linkIn(html: string) {
  const found = read(html).declares.find(({ href }) => href === "https://x.com/acme");
  if (found === undefined) throw new Error("no link to x.com/acme");
  return found;
}

const link = '<a href="https://x.com/acme">X</a>';
const tenLinks = Array.from({ length: 10 }, (_, n) => `<a href="/${n}">${n}</a>`).join("");

test.each([
  ["header", `<header>${link}</header>`],
  ["header", `<div class="siteHeader-top">${link}</div>`],
  ["header", `<div role="banner"><nav>${link}</nav></div>`],
  ["nav", `<nav>${link}</nav>`],
  ["nav", `<div id="mobile-menu">${link}</div>`],
  ["main", `<main>${link}</main>`],
  ["main", `<div class="entry">${link}</div>`],
  ["aside", `<aside>${link}</aside>`],
  ["aside", `<div class="widget-area">${link}</div>`],
  ["footer", `<footer>${link}</footer>`],
  ["footer", `<div id="colophon"><div class="widget"><p>${link}</p></div></div>`],
  ["footer", `<div id="main"><div class="footer">${link}</div></div>`],
  ["main", `<article><footer>${link}</footer></article>`],
  ["main", `<main><article class="post"><header>${link}</header></article></main>`],
  ["footer", `<footer><article>${link}</article></footer>`],
  ["header", `<div class="topBar">${link}</div>`],
  ["header", `<div class="site-top">${link}</div>`],
  ["unknown", `<section class="builder-top-section builder-widget">${link}</section>`],
  ["unknown", `<p><a class="btn-secondary" href="https://x.com/acme">X</a></p>`],
  ["unknown", `<div>${link}</div>`],
  ["unknown", `<body class="footer-dark header-big">${link}</body>`],
  ["unknown", `<div id="top">${tenLinks}${link}</div>`],
])("the region is %s in %s", (region, html) => {
  expect(linkIn(html).region).toBe(region);
});

test.each([
  ["share", `<div class="social-share">${link}</div>`],
  ["author", `<div class="authorBox">${link}</div>`],
  ["comment", `<ol id="comments">${link}</ol>`],
  ["comment", `<div class="signature">${link}</div>`],
  ["embed", `<ul class="tweets">${link}</ul>`],
  ["team", `<div class="staffItem--2OA">${link}</div>`],
  ["partner", `<div class="our-partners">${link}</div>`],
  ["credit", `<p class="credits">${link}</p>`],
  ["blogroll", `<ul class="blogroll">${link}</ul>`],
  ["social", `<ul class="menu-social">${link}</ul>`],
  ["article", `<article>${link}</article>`],
  ["article", `<div class="entry-content">${link}</div>`],
  ["article", `<div itemprop="articleBody">${link}</div>`],
  ["prose", `<p>${"Many words of running text. ".repeat(5)}${link}</p>`],
])("the context says %s in %s", (word, html) => {
  expect(linkIn(html).context).toContain(word);
});

test.each([
  [
    "the class of an article, which names its subjects",
    "social",
    `<article class="category-social">${link}</article>`,
  ],
  ["the class of the body", "author", `<body class="author">${link}</body>`],
  ["what holds most of the page", "team", `<div class="members">${tenLinks}${link}</div>`],
  ["a word inside a word", "share", `<div class="shareholders">${link}</div>`],
  ["an article around a footer's content", "article", `<footer><article>${link}</article></footer>`],
  ["a short line of icons", "prose", `<p>Follow us: ${link}</p>`],
])("%s says nothing: no %s", (_, word, html) => {
  expect(linkIn(html).context).not.toContain(word);
});

test.each([
  [`<div id="foot"><p class="a b">${link}</p></div>`, "div#foot > p.a > a"],
  [`<p>${link}</p>`, "#root > p > a"],
])("the locator of %s is %s", (html, locator) => {
  expect(linkIn(html).locator).toBe(locator);
});
