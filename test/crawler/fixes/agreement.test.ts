import { expect, test } from "vitest";
import { footer, mended } from "./mend.ts";

const old = footer().replaceAll("x.com/acme", "x.com/acme_old");

test("a page that names another account than the others disagrees with them", () => {
  expect(mended({ "/": footer(), "/about/": footer(), "/contact/": old })).toEqual([
    ["pages_disagree", "x:acme_old", "https://x.com/acme, as 2 other pages do; or this one on every page"],
  ]);
});

test.each([
  ["pages that name both accounts", { "/": footer(), "/contact/": footer() + old }],
  [
    "an account for applicants",
    { "/": footer(), "/jobs/": footer().replace("x.com/acme", "x.com/acmecareers") },
  ],
  ["an account for a country", { "/": footer(), "/de/": footer().replace("x.com/acme", "x.com/acme_de") }],
  [
    "an account named in running text",
    {
      "/": footer(),
      "/news/": `<main><p>${"Text. ".repeat(40)}<a href="https://x.com/acme_old">X</a></p></main>`,
    },
  ],
])("%s do not disagree", (_, pages) => {
  expect(mended(pages)).toEqual([]);
});

test("an id and a name may be one account", () => {
  const tube = (path: string) =>
    footer(`<li><a href="https://www.youtube.com/${path}" title="YouTube"></a></li>`);
  const pages = { "/": tube("@acme"), "/contact/": tube("channel/UCabcdefghijklmnopqrstuv") };
  expect(mended(pages)).toEqual([]);
});

const data = (...sameAs: string[]) =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "Organization", name: "Acme Research", sameAs })}</script>`;

test("an account that the structured data leaves out is told with the line to add", () => {
  expect(mended({ "/": data("https://x.com/acme") + footer() })).toEqual([
    [
      "not_in_jsonld",
      "instagram:acme",
      '"https://www.instagram.com/acme" in sameAs of the organisation\'s JSON-LD, for Instagram',
    ],
  ]);
});

test("what any page's structured data lists is listed", () => {
  const all = data("https://twitter.com/acme", "https://instagram.com/acme");
  expect(mended({ "/": data("https://x.com/acme") + footer(), "/about/": all })).toEqual([]);
});

test("a site without structured data about itself leaves nothing out", () => {
  expect(mended({ "/": footer() })).toEqual([]);
  expect(mended({ "/": data() + footer() })).toEqual([]);
  const author = `<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","sameAs":["https://x.com/jane"]}}</script>`;
  expect(mended({ "/": author + footer() })).toEqual([]);
});

test("an account that may be listed under its id is not called missing", () => {
  const listed = data(
    "https://x.com/acme",
    "https://www.instagram.com/acme",
    "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
  );
  const tube = '<li><a href="https://www.youtube.com/@acme" title="YouTube"></a></li>';
  expect(mended({ "/": listed + footer(tube) })).toEqual([]);
});

test("dots in a name on Facebook make no other account", () => {
  const page = (name: string) =>
    footer(`<li><a href="https://www.facebook.com/${name}" title="Facebook"></a></li>`);
  expect(mended({ "/": page("acmeresearch"), "/contact/": page("acme.research") })).toEqual([]);
});
