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

test("careers and support accounts are what they say, even alone", () => {
  expect(
    kindsIn(
      ["x.com/acmecareers", "X"],
      ["facebook.com/acme", "Acme Jobs"],
      ["instagram.com/acmesupport", "Instagram"],
    ),
  ).toEqual({
    "x:acmecareers": "careers",
    "facebook:acme": "careers",
    "instagram:acmesupport": "product",
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
