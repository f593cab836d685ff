import fc from "fast-check";
import { expect, test } from "vitest";
import { mayBeAccount } from "../../../crawler/platforms/may-be-account.ts";
import { resolve } from "../../../crawler/platforms/resolve.ts";

test.each([
  "https://x.com/acme",
  "//www.facebook.com/acme",
  "  https://t.me/acme",
  "linkedin.com/company/acme",
  "https://guest:guest@x.com/acme",
  "http:\\\\x.com\\acme",
  "https:/x.com/acme",
  "/\t/x.com/acme",
  "\u200bx.com/acme",
  "https://%78.com/acme",
  "https://x.com./acme",
  "/exit?url=https%3A%2F%2Fx.com%2Facme",
  "https://www.google.com/url?q=x.com/acme",
  "https://urldefense.com/v3/__https:/x.com/acme__;!!a",
  "https://social.acme.example/@news",
  "https://social.acme.example/users/news",
  "http://https://x.com/acme",
])("%j may be an account", (href) => {
  expect(mayBeAccount(href)).toBe(true);
});

test.each([
  "",
  "#",
  "#top",
  "/about",
  "team.html",
  "?page=2",
  "../news/2026/11/",
  "mailto:press@acme.example",
  "tel:+49301234",
  "javascript:void(0)",
  "https://www.acme.example/products?id=3#specs",
  "https://cdn.acme.example/app.min.js",
  "https://netflix.com/acme",
])("%j cannot be an account", (href) => {
  expect(mayBeAccount(href)).toBe(false);
});

const hosts = [
  "x.com",
  "www.facebook.com",
  "de.linkedin.com",
  "acme.tumblr.com",
  "www.google.com",
  "acme.example",
];
const paths = [
  "/acme",
  "/company/acme",
  "/@acme",
  "/users/acme",
  "/url?q=x.com/acme",
  "/exit?to=https://x.com/acme",
];
const before = [
  "https://",
  "http://",
  "//",
  "",
  " \n",
  "http://https://",
  "HTTPS://",
  "https:",
  "http:/",
  "\\\\",
  "/",
];

test("no link of which `resolve` makes an account is left out", () => {
  const part = (known: readonly string[]) => fc.oneof(fc.constantFrom(...known), fc.string({ maxLength: 5 }));
  const href = fc.tuple(part(before), part(hosts), part(paths)).map((parts) => parts.join(""));
  const hint = fc.constantFrom({}, { rel: "me" }, { label: "Mastodon" });
  fc.assert(
    fc.property(href, hint, (text, around) => {
      if (resolve(text, "https://www.acme.example/about/", around) !== null)
        expect(mayBeAccount(text)).toBe(true);
    }),
    { numRuns: 2_000, seed: 1 },
  );
});
