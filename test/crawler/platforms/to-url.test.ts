import { expect, test } from "vitest";
import { toUrl } from "../../../crawler/platforms/to-url.ts";

const base = "https://www.acme.example/about/";

test.each([
  ["/news", "https://www.acme.example/news"],
  ["team.html", "https://www.acme.example/about/team.html"],
  ["//x.com/acme", "https://x.com/acme"],
  [" \u200bhttps://x.com/a\tc\nme\ufeff ", "https://x.com/acme"],
  ["http://https://x.com/acme", "https://x.com/acme"],
  ["https://http://https://x.com/acme", "https://x.com/acme"],
  ["X.com/acme", "https://x.com/acme"],
  ["x.com:443/acme", "https://x.com/acme"],
  ["bit.ly/acme", "https://bit.ly/acme"],
  ["acme.bsky.social", "https://acme.bsky.social/"],
  ["other.example/acme", "https://www.acme.example/about/other.example/acme"],
  ["HTTPS://WWW.X.COM./Acme", "https://www.x.com/Acme"],
  ["https://x.com:8080/acme", "https://x.com:8080/acme"],
  ["https://tw\u0456tter.com/acme", "https://xn--twtter-qvf.com/acme"],
])("%j means %s", (href, expected) => {
  expect(toUrl(href, base)?.href).toBe(expected);
});

test.each([
  "",
  " \u200b ",
  "mailto:press@x.com",
  "javascript:void(0)",
  "data:text/html,https://x.com/acme",
  "tg://resolve?domain=acme",
  "http://[::1",
  "https://twitter .com/acme",
])("%j is no web address", (href) => {
  expect(toUrl(href, base)).toBeNull();
});

test("an absolute link needs no base, a relative one needs a good one", () => {
  expect(toUrl("https://x.com/acme", "nonsense")?.href).toBe("https://x.com/acme");
  expect(toUrl("/acme", "nonsense")).toBeNull();
});
