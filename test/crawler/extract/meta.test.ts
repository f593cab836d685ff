import { expect, test } from "vitest";
import { readMeta } from "../../../crawler/extract/meta.ts";

test.each([
  [{ name: "twitter:site", content: "@acme" }, "account", "https://x.com/acme", "publisher"],
  [{ property: "twitter:site", content: "acme" }, "account", "https://x.com/acme", "publisher"],
  [
    { name: "TWITTER:SITE", content: "https://twitter.com/acme" },
    "account",
    "https://twitter.com/acme",
    "publisher",
  ],
  [
    { name: "twitter:site", content: "@https://twitter.com/acme" },
    "account",
    "https://twitter.com/acme",
    "publisher",
  ],
  [{ name: "twitter:creator", content: "@jane" }, "account", "https://x.com/jane", "author"],
  [
    { property: "article:publisher", content: "https://facebook.com/acme" },
    "account",
    "https://facebook.com/acme",
    "publisher",
  ],
  [
    { property: "article:author", content: "https://facebook.com/jane" },
    "account",
    "https://facebook.com/jane",
    "author",
  ],
  [
    { property: "og:see_also", content: "https://facebook.com/acme" },
    "account",
    "https://facebook.com/acme",
    "see_also",
  ],
  [{ property: "og:site_name", content: "Acme &amp; Sons" }, "name", "Acme & Sons", "og:site_name"],
  [{ name: "application-name", content: "Acme" }, "name", "Acme", "application-name"],
  [{ "http-equiv": "Refresh", content: "0; url='/en/'" }, "refresh", "/en/", "refresh"],
  [
    { "http-equiv": "refresh", content: "5;URL=https://acme.example/" },
    "refresh",
    "https://acme.example/",
    "refresh",
  ],
])("%j is read", (attributes, kind, value, role) => {
  expect(readMeta(attributes)).toEqual({ kind, value, role });
});

test.each([
  [{ name: "twitter:site", content: "httpstwittercomacmeresearch" }],
  [{ name: "twitter:site", content: "{at}acme" }],
  [{ name: "twitter:site", content: "" }],
  [{ name: "twitter:site" }],
  [{ name: "description", content: "https://x.com/acme" }],
  [{ property: "fb:admins", content: "4711" }],
  [{ "http-equiv": "refresh", content: "600" }],
  [{ "http-equiv": "refresh", content: "1800; url=/session-ended" }],
])("%j says nothing", (attributes) => {
  expect(readMeta(attributes)).toBeNull();
});
