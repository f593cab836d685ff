import { expect, test } from "vitest";
import { readNames } from "../../../crawler/attribution/company-names.ts";
import { viewClaim } from "../../../crawler/attribution/view.ts";
import type { Declaration } from "../../../datasets/schema.ts";
import { captureOf, declaration } from "../site.ts";

function viewOf(account: string, url = "https://www.acme.example/", evidence: Partial<Declaration> = {}) {
  const claim = {
    claimId: "acme#01/001",
    companyId: "acme",
    platform: "x",
    account,
    url: `https://x.com/${account}`,
    captureId: "acme#01",
    evidence: declaration(evidence),
  };
  return viewClaim(claim, readNames(["Acme"]), captureOf("", url));
}

test("a view compares the handle with the company's names", () => {
  expect(viewOf("acme")).toMatchObject({
    accountId: "x:acme",
    handle: "acme",
    likeness: 1,
    listId: null,
    company: null,
  });
  expect(viewOf("jane").likeness).toBe(0);
  expect(viewOf("4711").likeness).toBeNull();
});

test("lists of two pages are two lists", () => {
  expect(viewOf("acme", undefined, { list: 2 }).listId).toBe("acme#01/2");
});

test("a template's account is a placeholder unless the company bears that name", () => {
  expect(viewOf("wordpress").isPlaceholder).toBe(true);
  const claim = viewOf("wordpress").claim;
  expect(viewClaim(claim, readNames(["WordPress"]), undefined).isPlaceholder).toBe(false);
});

test.each([
  ["https://www.acme.example/", true],
  ["https://www.acme.example/en/", true],
  ["https://www.acme.example/en/contact-us.html", true],
  ["https://www.acme.example/kontakt", true],
  ["https://www.acme.example/about/", true],
  ["https://www.acme.example/news/about-social-media", false],
  ["https://www.acme.example/2024/05/contact", false],
  ["nonsense", false],
])("%s is about the company: %s", (url, isAboutPage) => {
  expect(viewOf("acme", url).isAboutPage).toBe(isAboutPage);
});
