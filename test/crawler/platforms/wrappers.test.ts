import { expect, test } from "vitest";
import { innerUrl, isWrapperHost } from "../../../crawler/platforms/wrappers.ts";

const base = "https://www.acme.example/about/";
const inner = (url: string, page = base) => innerUrl(new URL(url, page), page);

test.each([
  ["https://l.facebook.com/l.php?u=https%3A%2F%2Fx.com%2Facme&h=AT0", "https://x.com/acme"],
  ["https://de-de.facebook.com/v2.3/plugins/page.php?href=facebook.com%2Facme", "facebook.com/acme"],
  ["https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fx.com%2Facme", "https://x.com/acme"],
  ["https://uk.linkedin.com/authwall?sessionRedirect=%2Fcompany%2Facme", "/company/acme"],
  ["https://can01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.com%2Facme", "https://x.com/acme"],
  ["https://urldefense.com/v3/__https:/x.com/a__b__;Iw!!abc$", "https://x.com/a__b"],
  ["https://urldefense.proofpoint.com/v2/url?u=https-3A__x.com_acme-5Finc&d=DwMF", "https://x.com/acme_inc"],
  ["https://x.com/http://x.com/acme?lang=de", "https://x.com/acme?lang=de"],
  ["https://x.com/https%3A%2F%2Fx.com%2Facme", "https://x.com/acme"],
  ["https://www.facebook.com/www.facebook.com/acme", "https://www.facebook.com/acme"],
])("%s holds %s", (url, expected) => {
  expect(inner(url)).toBe(expected);
});

test.each([
  "https://www.facebook.com/sharer.php?u=https%3A%2F%2Fx.com%2Facme",
  "https://x.com/intent/tweet?url=https%3A%2F%2Fx.com%2Facme",
  "https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fwww.facebook.com%2Facme",
  "https://www.youtube.com/watch?q=https%3A%2F%2Fx.com%2Facme",
  "https://l.facebook.com:8443/l.php?u=https%3A%2F%2Fx.com%2Facme",
  "https://google.evil.example/url?q=https%3A%2F%2Fx.com%2Facme",
  "https://www.instagram.com/x.com",
  "https://bsky.app/profile/bsky.app/followers",
  "https://www.google.com/url",
  "https://www.facebook.com/plugins/likebox.php?href=&id=123456789012",
  "https://urldefense.com/v3/acme",
])("%s means itself", (url) => {
  expect(inner(url)).toBeNull();
});

test("an interstitial counts on the page's own registrable domain only", () => {
  const exit = "/exit?lang=de&goto=https%3A%2F%2Fx.com%2Facme";
  expect(inner(exit)).toBe("https://x.com/acme");
  expect(inner(`https://go.acme.example${exit}`)).toBe("https://x.com/acme");
  expect(inner(`https://acme.other.example${exit}`)).toBeNull();
  expect(inner(`https://b.co.uk${exit}`, "https://a.co.uk/")).toBeNull();
  expect(inner(`https://b.github.io${exit}`, "https://a.github.io/")).toBeNull();
  expect(inner(exit, "http://127.0.0.1/")).toBeNull();
});

test.each([
  "/exit?url=%2F%2Fx.com%2Facme",
  "/exit?url=javascript%3Aalert(1)",
  "/page?ref=https%3A%2F%2Fx.com%2Facme",
  "/share?url=https%3A%2F%2Fx.com%2Facme",
])("%s is no interstitial", (url) => {
  expect(inner(url)).toBeNull();
});

test("hosts of wrappers are known in every language", () => {
  const hosts = ["www.google.de", "google.com", "l.instagram.com", "eur04.safelinks.protection.outlook.com"];
  expect(hosts.every(isWrapperHost)).toBe(true);
  expect(["google.evil.example", "acme.example", "safelinks.example"].some(isWrapperHost)).toBe(false);
});
