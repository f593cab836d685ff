import { expect, test } from "vitest";
import { judge } from "../site.ts";

/** Kinds by accountId of what a footer links, each with its label. */
function kindsIn(...links: readonly (readonly [url: string, label: string])[]): Record<string, string> {
  const list = links.map(([url, label]) => `<li><a href="https://${url}">${label}</a></li>`).join("");
  const own = [...judge(`<footer><ul class="social">${list}</ul></footer>`).values()].filter(
    ({ own }) => own === "true",
  );
  return Object.fromEntries(own.map(({ accountId, kind }) => [accountId, kind]));
}

test("the only account on a platform is its primary one, even if it names a country", () => {
  expect(kindsIn(["x.com/acme_de", "X"])).toEqual({ "x:acme_de": "primary" });
});

test("beside the primary one a regional account is known by handle or label", () => {
  expect(kindsIn(["x.com/acme_de", "X"], ["x.com/acme", "X"], ["x.com/acmelatinos", "Mexico"])).toEqual({
    "x:acme": "primary",
    "x:acme_de": "regional",
    "x:acmelatinos": "regional",
  });
});

test("a call to follow us, an icon's file name and the company's own name are no region", () => {
  expect(
    kindsIn(["x.com/acmeuk", "X"], ["x.com/acme", "Follow us"], ["facebook.com/acme", "IN TOUCH WITH US"]),
  ).toEqual({ "x:acme": "primary", "x:acmeuk": "regional", "facebook:acme": "primary" });
});

test("who speaks by office is secondary", () => {
  expect(kindsIn(["x.com/acmeceo", "X"], ["x.com/acme", "X"])).toEqual({
    "x:acme": "primary",
    "x:acmeceo": "secondary",
  });
});

test("an account by number beside one by name shares its kind, since it may be the same", () => {
  expect(kindsIn(["plus.google.com/+acme", "G"], ["plus.google.com/103456643590339257853", "G"])).toEqual({
    "googleplus:+acme": "primary",
    "googleplus:103456643590339257853": "primary",
  });
});

test("careers and support accounts are what they say, even alone", () => {
  expect(
    kindsIn(
      ["x.com/acmecareers", "X"],
      ["facebook.com/acme", "Acme Jobs"],
      ["instagram.com/acmesupport", "Instagram"],
      ["tiktok.com/@lifeatacme", "TikTok"],
      ["youtube.com/@lifeatacme", "YouTube"],
      ["youtube.com/@acme", "YouTube"],
    ),
  ).toEqual({
    "x:acmecareers": "careers",
    "facebook:acme": "careers",
    "instagram:acmesupport": "product",
    "tiktok:lifeatacme": "primary",
    "youtube:@acme": "primary",
    "youtube:@lifeatacme": "careers",
  });
});

test("another account of the same kind is secondary, and so is a community", () => {
  expect(kindsIn(["x.com/acme", "X"], ["x.com/acmelabs", "X"], ["www.reddit.com/r/acme", "Reddit"])).toEqual({
    "x:acme": "primary",
    "x:acmelabs": "secondary",
    "reddit:r/acme": "secondary",
  });
});

test("the profile of the person whose site it is is a person's", () => {
  expect(kindsIn(["www.linkedin.com/in/acme", "LinkedIn"])).toEqual({ "linkedin:in/acme": "person" });
});

test("an account that is not own has no kind of the company's", () => {
  const judged = judge('<div class="author-box"><a href="https://x.com/jane">Jane</a></div>');
  expect(judged.get("x:jane")).toMatchObject({ own: "false", kind: "other" });
});
