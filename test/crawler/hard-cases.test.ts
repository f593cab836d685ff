import { expect, test } from "vitest";
import { ownAccounts } from "./site.ts";

/** Cases that real sites are full of, written anew: what the page holds, and which accounts its publisher owns. */
const article = "https://www.acme.example/news/2024/study-results";
const icons = (...urls: string[]) =>
  urls.map((url) => `<li><a href="${url}"><i class="icon"></i></a></li>`).join("");
const footer = (...urls: string[]) => `<footer><ul class="social">${icons(...urls)}</ul></footer>`;
const linkedData = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const text = "Words that fill a paragraph of running text, and some more. ".repeat(4);

test.each([
  [
    "icons of a template that nobody filled in",
    footer("https://twitter.com/", "https://www.facebook.com/", "https://youtube.com"),
    [],
  ],
  [
    "icons that lead to a search and to one video",
    footer("https://www.youtube.com/watch?v=abcdefghijk", "https://www.pinterest.com/search/pins/?q=acme"),
    [],
  ],
  [
    "share buttons under the icons of platforms",
    `<footer><div class="social">${icons("https://www.facebook.com/sharer.php?u=a", "https://twitter.com/share?url=a")}</div></footer>`,
    [],
  ],
  [
    "an icon inside a comment beside one that is shown",
    `<footer><!-- ${icons("https://x.com/acme")} -->${icons("https://facebook.com/acme")}</footer>`,
    ["facebook:acme"],
  ],
  [
    "the host's default page as publisher",
    '<meta property="article:publisher" content="https://www.facebook.com/WordPresscom">',
    [],
  ],
  [
    "an own account that only a meta tag names",
    '<meta name="twitter:site" content="@acme_trials">',
    ["x:acme_trials"],
  ],
  [
    "a parent named in a meta tag, the company itself in the footer",
    `<meta name="twitter:site" content="@holding">${footer("https://x.com/acme")}`,
    ["x:acme", "x:holding"],
  ],
  ["a malformed twitter:site", '<meta name="twitter:site" content="httpstwittercomacmetrials">', []],
  [
    "old addresses with a hashbang",
    footer("http://twitter.com/#!/acme", "http://twitter.com/#%21/acmelabs"),
    ["x:acme", "x:acmelabs"],
  ],
  [
    "an image map",
    '<map><area href="https://x.com/acme" alt="Twitter"><area href="https://facebook.com/acme" alt="Facebook"></map>',
    ["facebook:acme", "x:acme"],
  ],
  [
    "tabs of an account",
    footer("https://www.youtube.com/user/acme/videos?view=0", "https://www.pinterest.com/acme/_saved/"),
    ["pinterest:acme", "youtube:user/acme"],
  ],
  [
    "a page and its community in one list",
    footer("https://facebook.com/acme", "https://discord.gg/abc123"),
    ["discord:invite/abc123", "facebook:acme"],
  ],
  [
    "a professional group as the LinkedIn account",
    footer("https://www.linkedin.com/groups/Acme-Friends-700001", "https://x.com/acme"),
    ["linkedin:groups/700001", "x:acme"],
  ],
  [
    "the owner's personal profile behind a company's icon",
    footer("https://www.linkedin.com/in/david-owner", "https://x.com/acme"),
    ["x:acme"],
  ],
  [
    "an account linked under the wrong icon",
    '<footer><a href="https://www.instagram.com/acme"><i class="fa fa-linkedin"></i></a></footer>',
    ["instagram:acme"],
  ],
  [
    "own accounts of several offices, each with its icons",
    `<main><table><tr><td>North ${icons("https://x.com/smilesnorth", "https://facebook.com/smilesnorth")}<td>South ${icons("https://x.com/brightsouth", "https://facebook.com/brightsouth")}</table></main>`,
    ["facebook:brightsouth", "facebook:smilesnorth", "x:brightsouth", "x:smilesnorth"],
  ],
  [
    "a lone icon without a word in a table",
    '<table><tr><td><a href="https://www.facebook.com/pages/Research-Ltd/4711"><img src="facebook.gif"></a></table>',
    ["facebook:id/4711"],
  ],
  [
    "a Mastodon account by rel=me in the head",
    '<link rel="me" href="https://social.acme.example/@acme">',
    ["mastodon:acme@social.acme.example"],
  ],
  [
    "pixels and scripts of the platforms",
    '<script src="https://static.ads-twitter.com/uwt.js"></script><img src="https://www.facebook.com/tr?id=1"><script>load("https://connect.facebook.net/en_US/sdk.js")</script>',
    [],
  ],
  [
    "sign-in buttons with platforms' icons",
    `<div class="login">${icons("https://www.facebook.com/dialog/oauth?client_id=1", "https://x.com/oauth/authorize")}</div>`,
    [],
  ],
])("on a home page: %s", (_, html, accounts) => {
  expect(ownAccounts(html)).toEqual(accounts);
});

test.each([
  [
    "the author and the publisher in meta tags",
    '<meta name="twitter:site" content="@acme"><meta name="twitter:creator" content="@jane">',
    ["x:acme"],
  ],
  [
    "a staff list in the footer",
    `<footer><div class="staff">${icons("https://x.com/jane", "https://x.com/john", "https://x.com/mary")}</div></footer>`,
    [],
  ],
  [
    "journalists with several accounts in page state",
    '<script id="__NEXT_DATA__" type="application/json">{"props":{"authors":[{"social":[{"network":"twitter","url":"https://x.com/jane"},{"network":"instagram","url":"https://instagram.com/jane"}]}]}}</script>',
    [],
  ],
  [
    "the site's own settings in a script",
    '<script>Site.config={"twitterItem":"https://x.com/acme","instagramItem":"https://www.instagram.com/acme_official"};Site.run()</script>',
    ["instagram:acme_official", "x:acme"],
  ],
  [
    "an embedded timeline of others with their mentions",
    `<aside><ul class="tweets"><li>${text}<a href="https://x.com/minister">@minister</a></li></ul></aside>`,
    [],
  ],
  [
    "embedded posts behind a consent wall",
    '<textarea><blockquote class="twitter-tweet"><a href="https://x.com/minister">m</a></blockquote></textarea>',
    [],
  ],
  [
    "people and firms an article speaks of",
    `<article><p>${text}<a href="https://x.com/expert">the expert</a> of <a href="https://www.linkedin.com/company/other">Other</a></p></article>`,
    [],
  ],
  [
    "a guest's accounts at the end of an article",
    `<article><div class="entry-content"><p>${text}</p><ul>${icons("https://x.com/guest", "https://instagram.com/guest")}</ul></div></article>`,
    [],
  ],
  [
    "comments with profiles",
    `<ol class="comment-list" id="comments"><li><a href="https://x.com/reader">reader</a></li></ol>`,
    [],
  ],
  [
    "the publisher in JSON-LD, the author beside it",
    linkedData({
      "@type": "NewsArticle",
      author: { "@type": "Person", sameAs: "https://x.com/jane" },
      publisher: { "@type": "Organization", sameAs: ["https://x.com/acme", "https://t.me/acmenews"] },
    }),
    ["telegram:acmenews", "x:acme"],
  ],
  [
    "a subject of the article in JSON-LD",
    linkedData({ "@type": "NewsArticle", about: { "@type": "Organization", sameAs: "https://x.com/other" } }),
    [],
  ],
  [
    "a list of sponsors",
    `<div><h3>Sponsors</h3><ul>${icons("https://x.com/sponsor", "https://facebook.com/sponsor")}</ul></div>`,
    [],
  ],
  [
    "a blogroll of other channels",
    `<aside><h3>Blogroll</h3><ul>${icons("https://youtube.com/@one", "https://youtube.com/@two", "https://youtube.com/@three")}</ul></aside>`,
    [],
  ],
  [
    "the agency that built the site",
    `${footer("https://x.com/acme")}<footer><p>Designed &amp; built by <a href="https://studio.example">Studio</a> <a href="https://x.com/studio">X</a></p></footer>`,
    ["x:acme"],
  ],
])("on an article: %s", (_, html, accounts) => {
  expect(ownAccounts([article, html])).toEqual(accounts);
});
