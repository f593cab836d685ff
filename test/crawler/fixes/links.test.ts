import { expect, test } from "vitest";
import { fixesOf, footer, mended } from "./mend.ts";

const kinds = (pages: Record<string, string>) => mended(pages).map(([kind]) => kind);

test("an icon that leads to a platform's front page is an empty link, and the own account is named instead", () => {
  const icon = (href: string, title: string) => footer(`<li><a href="${href}" title="${title}"></a></li>`);
  expect(mended({ "/": icon("https://www.facebook.com/", "Facebook") })).toEqual([
    ["empty_platform_link", "facebook", "your own account on Facebook, or nothing where you have none"],
  ]);
  expect(mended({ "/": icon("https://twitter.com", "Twitter") })).toEqual([
    ["empty_platform_link", "x", "https://x.com/acme"],
  ]);
});

test.each([
  [
    "a policy that names platforms",
    `<main><p>${"We use cookies. ".repeat(20)}<a href="https://www.facebook.com/">Facebook</a></p></main>`,
  ],
  [
    "a list of other companies",
    '<main><ul><li><a href="https://www.linkedin.com/">LinkedIn Ireland</a></li></ul></main>',
  ],
  [
    "a credit",
    '<footer><div class="credits">Theme by <a href="https://www.tumblr.com/">Tumblr</a></div></footer>',
  ],
  [
    "text that is not the platform's name",
    '<footer><a href="https://www.youtube.com/">How cookies work</a></footer>',
  ],
])("%s is no empty link", (_, html) => {
  expect(kinds({ "/": html + footer() })).toEqual([]);
});

test("a bare platform link in no known region counts when every page repeats it", () => {
  const html =
    '<table><tr><td class="a"><a href="https://www.youtube.com/"><img alt="YouTube"></a></td></tr></table>';
  expect(kinds({ "/": html })).toEqual([]);
  const [fix] = fixesOf({ "/": html, "/contact/": html });
  expect(fix).toMatchObject({ kind: "empty_platform_link", pages: 2, captureId: "acme#01" });
});

test("a person under the icon of a platform is a personal profile, and is not named", () => {
  const pages = {
    "/": footer('<li><a href="https://www.linkedin.com/in/jane-doe-1a2b/" title="LinkedIn"></a></li>'),
  };
  expect(mended(pages)).toEqual([
    ["personal_profile", "linkedin", "the company's own page on LinkedIn, or nothing"],
  ]);
  expect(fixesOf(pages)[0]?.evidence.href).toBe("https://www.linkedin.com/in/…");
  expect(JSON.stringify(fixesOf(pages))).not.toContain("jane");
});

test("a person is told from the company beside whose page on the same platform the profile stands, not from a team", () => {
  const list = (
    name: string,
  ) => `<footer><div class="${name}"><a href="https://www.linkedin.com/company/acme">LinkedIn</a>
    <a href="https://x.com/acme">X</a><a href="https://www.linkedin.com/in/jane-doe-1a2b/">LinkedIn</a></div></footer>`;
  expect(mended({ "/": list("follow") })).toEqual([
    ["personal_profile", "linkedin", "https://www.linkedin.com/company/acme"],
  ]);
  expect(kinds({ "/": list("team") })).toEqual([]);
});

test("a person whom the organisation's structured data calls the same as itself is a personal profile", () => {
  const data = {
    "@type": "Organization",
    name: "Acme Research",
    sameAs: ["https://www.linkedin.com/in/jane-doe"],
  };
  const html = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  expect(fixesOf({ "/": html })).toMatchObject([
    { kind: "personal_profile", evidence: { kind: "jsonld", href: "https://www.linkedin.com/in/…" } },
  ]);
});

test.each([
  ["a team", '<main><div class="team"><a href="https://www.linkedin.com/in/jane">LinkedIn</a></div></main>'],
  [
    "an author's box",
    '<footer class="author-box"><a href="https://www.linkedin.com/in/jane">LinkedIn</a></footer>',
  ],
  [
    "a name in the footer",
    '<footer>Managing director: <a href="https://www.linkedin.com/in/jane">Jane Doe</a></footer>',
  ],
])("%s may link people", (_, html) => {
  expect(kinds({ "/": html + footer() })).toEqual([]);
});

const sharer =
  '<li><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Facme.example" title="Facebook"></a></li>';

test("a share link among the icons of own accounts stands where the account should", () => {
  expect(mended({ "/": footer(sharer) })).toEqual([
    ["share_link_as_profile", "facebook", "your own account on Facebook, or nothing"],
  ]);
});

test("share buttons are share buttons: in a bar of their own, or beside the platform's account", () => {
  const tweet = '<li><a href="https://twitter.com/intent/tweet?url=x" title="X"></a></li>';
  expect(kinds({ "/": footer(tweet) })).toEqual([]);
  expect(kinds({ "/": `<div class="share-bar"><ul>${sharer}${tweet}</ul></div>${footer()}` })).toEqual([]);
  const one = `<footer><ul class="social">${sharer}${tweet}<li><a href="https://www.instagram.com/acme/"></a></li></ul></footer>`;
  expect(kinds({ "/": one })).toEqual([]);
});

test("a link to a platform that has closed says when", () => {
  const plus = '<li><a href="https://plus.google.com/+acme" title="Google+"></a></li>';
  expect(mended({ "/": footer(plus) })).toEqual([
    ["closed_platform", "googleplus:+acme", "nothing: Google+ closed on 2019-04-02"],
  ]);
  const article = `<article><p>${"Long ago. ".repeat(30)}<a href="https://plus.google.com/+other">G+</a></p></article>`;
  expect(kinds({ "/": article + footer() })).toEqual([]);
});

test("a problem on four pages is one problem", () => {
  const page = footer('<li><a href="https://www.pinterest.com/" title="Pinterest"></a></li>');
  const fixes = fixesOf({ "/": page, "/a": page, "/b": page, "/c": page });
  expect(fixes.map(({ fixId, pages, url }) => [fixId, pages, url])).toEqual([
    ["acme!001", 4, "https://www.acme.example/"],
  ]);
});
