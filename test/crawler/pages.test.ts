import { expect, test } from "vitest";
import { choosePages, siteOf } from "../../crawler/pages.ts";

const start = "https://www.acme.test/";
const choose = (paths: readonly string[], most = 3) =>
  choosePages(
    paths.map((path) => ({ href: new URL(path, start).href, text: null })),
    start,
    most,
  ).map((href) => href.replace(start, "/"));

test("one page of each subject comes before a second page of any", () => {
  expect(choose(["/products", "/about", "/about/team", "/news", "/contact-us"])).toEqual([
    "/about",
    "/contact-us",
    "/news",
  ]);
});

test.each([
  ["German", "/ueber-uns", "/kontakt", "/impressum"],
  ["French", "/a-propos", "/contact", "/mentions-legales"],
  ["an umlaut in the path", "/%C3%BCber-uns", "/kontakt", "/impressum"],
])("pages are found in %s", (_, ...paths) => {
  expect(new Set(choose(["/produkte", ...paths]))).toEqual(new Set(paths));
});

test("the link's text tells where the path does not", () => {
  const links = [
    { href: `${start}p/17`, text: "お問い合わせ" },
    { href: `${start}p/18`, text: "Pipeline" },
  ];
  expect(choosePages(links, start, 3)).toEqual([`${start}p/17`]);
});

test("a word inside another word promises nothing", () => {
  expect(choose(["/newsletter-terms", "/companywide", "/pressure-sensors"])).toEqual([]);
});

test("articles, files, searches and other sites are not chosen", () => {
  const paths = [
    "/news/2026/09/a-long-article-about-us",
    "/about/brochure.pdf",
    "/news/search/",
    "https://news.other.test/",
    "mailto:contact@acme.test",
    "/",
    "/#contact",
  ];
  expect(choose(paths)).toEqual([]);
});

test("the same page linked twice is chosen once, whatever its fragment", () => {
  expect(choose(["/about", "/about#team", "/about"])).toEqual(["/about"]);
});

test("a page on another host of the company counts a little less", () => {
  expect(choose(["https://newsroom.acme.test/news", "/press"], 2)).toEqual([
    "/press",
    "https://newsroom.acme.test/news",
  ]);
});

test("a site is a registrable domain; hosting platforms' customers are sites of their own", () => {
  expect(siteOf(new URL("https://news.acme.co.uk/"))).toBe("acme.co.uk");
  expect(siteOf(new URL("https://one.github.io/"))).not.toBe(siteOf(new URL("https://two.github.io/")));
  expect(siteOf(new URL("http://127.0.0.1/"))).toBe("127.0.0.1");
});

test("a page is chosen once, whatever session its links carry", () => {
  const chosen = choosePages(
    [
      "/about?PHPSESSID=1",
      "/about?PHPSESSID=2",
      "/about;jsessionid=3",
      "/contact?sid=4&lang=en",
      "/contact?lang=en",
    ].map((path) => ({
      href: `https://acme.test${path}`,
      text: null,
    })),
    "https://acme.test/",
    9,
  );
  expect(chosen).toEqual(["https://acme.test/about;jsessionid=3", "https://acme.test/contact?sid=4&lang=en"]);
});

test("an address that no server could mean is no page", () => {
  expect(
    choosePages(
      [{ href: `https://acme.test/about${"a".repeat(3_000)}`, text: "About" }],
      "https://acme.test/",
      9,
    ),
  ).toEqual([]);
});
