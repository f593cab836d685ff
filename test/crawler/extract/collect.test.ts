import { expect, test } from "vitest";
import { collectPage } from "../../../crawler/extract/collect.ts";
import { mayBeAccount } from "../../../crawler/platforms/may-be-account.ts";

const collect = (html: string) => collectPage(html, mayBeAccount);
const findingsIn = (html: string) => collect(html).findings.map(({ kind, href, role }) => [kind, href, role]);

test.each([
  ['<link rel="me" href="https://social.example/@acme">', [["relme", "https://social.example/@acme", null]]],
  [
    '<link rel="publisher" href="https://plus.google.com/+acme">',
    [["link", "https://plus.google.com/+acme", "publisher"]],
  ],
  ['<link rel="stylesheet" href="https://x.com/style.css">', []],
  ['<link rel="alternate" type="application/rss+xml" title="News" href="/feed">', [["feed", "/feed", null]]],
  ['<link rel="alternate" hreflang="de" href="/de">', []],
  ['<meta name="twitter:site" content="@acme">', [["meta", "https://x.com/acme", "publisher"]]],
  [
    '<iframe src="https://www.facebook.com/plugins/page.php?href=x"></iframe>',
    [["iframe", "https://www.facebook.com/plugins/page.php?href=x", null]],
  ],
  [
    '<iframe data-src="https://www.youtube.com/embed/x" src=""></iframe>',
    [["iframe", "https://www.youtube.com/embed/x", null]],
  ],
  ['<iframe src="https://maps.example/"></iframe>', []],
  [
    '<a class="twitter-timeline" href="https://x.com/acme">Posts</a>',
    [["widget", "https://x.com/acme", null]],
  ],
  [
    '<div class="fb-page" data-href="https://facebook.com/acme"></div>',
    [["widget", "https://facebook.com/acme", null]],
  ],
  ['<a itemprop="sameAs" href="https://x.com/acme">X</a>', [["microdata", "https://x.com/acme", null]]],
  ['<link property="schema:sameAs" href="https://x.com/acme">', [["microdata", "https://x.com/acme", null]]],
  ['<meta itemprop="sameAs" content="https://x.com/acme">', [["microdata", "https://x.com/acme", null]]],
  ['<script>a = {twitter: "https://x.com/acme"}</script>', [["script", "https://x.com/acme", "twitter"]]],
  [
    '<script type="application/json">{"a":{"x":"https://x.com/acme"}}</script>',
    [["state", "https://x.com/acme", ".a.x"]],
  ],
  [
    '<script type="application/ld+json">{"@type":"Organization","sameAs":"https://x.com/acme"}</script>',
    [["jsonld", "https://x.com/acme", "organization"]],
  ],
  ['<noscript><a href="https://x.com/acme">X</a></noscript>', [["link", "https://x.com/acme", null]]],
])("%s", (html, findings) => {
  expect(findingsIn(html)).toEqual(findings);
});

test("title, names, base, refresh and scripts are noted, the first title and base alone", () => {
  const page = collect(`<html><head><base href="/en/"><base href="/de/"><title> Acme
    &amp; Co </title><meta property="og:site_name" content="Acme"><meta http-equiv="refresh" content="0;url=/start">
    <script></script></head><body><svg><title>Icon</title></svg><title>Second</title><script src="a.js"></script>`);
  expect(page).toMatchObject({
    title: "Acme & Co",
    names: ["Acme"],
    baseHref: "/en/",
    metaRefresh: "/start",
    scriptCount: 2,
  });
});

test("links that name no account are kept apart, with their texts", () => {
  const { links, findings } = collect('<a href="/about">About us</a><a href="https://x.com/acme">X</a>');
  expect(links.map(({ href, text }) => [href, text])).toEqual([["/about", "About us"]]);
  expect(findings).toHaveLength(1);
});
