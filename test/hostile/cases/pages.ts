import { html, page, paths } from "../answers.ts";
import type { HostileCase, Http } from "../server.ts";

const says = (title: string, body = "") =>
  html(`<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`);
const status = (code: number, body = "no"): Http => html(body, {}, code);
const binary = Buffer.from(Array.from({ length: 60_000 }, (_, i) => (i * 7919 + (i >> 3)) % 256));
const calendar: Http = (request, response) => {
  const month = Number(/\d+/.exec(request.url ?? "")?.[0] ?? 0);
  const links = Array.from(
    { length: 50 },
    (_, i) =>
      `<a href="/news/calendar/${month + i}">news of month ${month + i}</a> <a href="/about?month=${month + i}">about</a>`,
  );
  html(page(links.join("")))(request, response);
};
const sessions: Http = (request, response) => {
  const id = Math.random().toString(36).slice(2);
  const links = ["about", "contact", "news"].map(
    (path) =>
      `<a href="/${path}?PHPSESSID=${id}">${path}</a> <a href="/${path};jsessionid=${id}">${path}</a>`,
  );
  html(page(links.join("")))(request, response);
};
const deeper: Http = (request, response) =>
  html(page('<a href="about/">about us</a> <a href="contact/">contact</a>'))(request, response);

/** Pages that are no page, not the site, or made to exhaust whoever reads them. */
export const pageCases: readonly HostileCase[] = [
  { name: "pdf-as-html", expected: "not_html", http: html("%PDF-1.7\n<html><p>not really") },
  { name: "binary-as-html", expected: "not_html", http: html(binary) },
  {
    name: "picture-as-html",
    expected: "not_html",
    http: html(Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), binary])),
  },
  {
    name: "zip-as-html",
    expected: "not_html",
    http: html(Buffer.concat([Buffer.from("PK\x03\x04"), binary])),
  },
  { name: "pdf", expected: "not_html", http: html("%PDF-1.4 x", { "content-type": "application/pdf" }) },
  {
    name: "json",
    expected: "not_html",
    http: html('{"html":"<p>hello</p>"}', { "content-type": "application/json" }),
  },
  { name: "json-as-html", expected: "not_html", http: html('[{"html":"<p>hello</p>"}]') },
  {
    name: "feed-as-html",
    expected: "not_html",
    http: html(
      '<?xml version="1.0"?><rss><channel><title>News</title><item><title>x</title></item></channel></rss>',
    ),
  },
  { name: "plain-text", expected: "not_html", http: html("hello world", { "content-type": "text/plain" }) },
  { name: "no-type", expected: "visited", http: (_, response) => void response.writeHead(200).end(page()) },
  {
    name: "wrong-type",
    expected: "visited",
    http: html(page(), { "content-type": "application/octet-stream" }),
  },
  { name: "broken-type", expected: "visited", http: html(page(), { "content-type": ";;;charset=,," }) },
  { name: "nested-tags", expected: "visited", http: html(page("<div>".repeat(200_000))) },
  {
    name: "links-100000",
    expected: "visited",
    http: paths({
      "/": html(page(Array.from({ length: 100_000 }, (_, i) => `<a href="/p${i}">page ${i}</a>`).join(""))),
    }),
  },
  {
    name: "accounts-100000",
    expected: "visited",
    http: html(
      page(Array.from({ length: 60_000 }, (_, i) => `<a href="https://twitter.com/u${i}">x</a>`).join("")),
    ),
  },
  {
    name: "attribute-1mb",
    expected: "visited",
    http: html(
      page(
        `<a href="https://twitter.com/${"a".repeat(1_000_000)}">x</a><a href="/about${"a".repeat(1_000_000)}">about</a>`,
      ),
    ),
  },
  {
    name: "json-ld-huge",
    expected: "visited",
    http: html(page(`<script type="application/ld+json">${"[".repeat(3_000_000)}</script>`)),
  },
  {
    name: "json-ld-deep",
    expected: "visited",
    http: html(
      page(`<script type="application/ld+json">${"[".repeat(2_000_000)}${"]".repeat(2_000_000)}</script>`),
    ),
  },
  { name: "comment-open", expected: "visited", http: html(`${page()}${"<!--".repeat(1_000_000)}`) },
  { name: "angle-brackets", expected: "visited", http: html(`${page()}${"<".repeat(4_000_000)}`) },
  { name: "entities", expected: "visited", http: html(page("&amp".repeat(1_000_000))) },
  { name: "calendar", expected: "visited", http: calendar },
  { name: "sessions", expected: "visited", http: sessions },
  { name: "deeper", expected: "visited", http: deeper },
  {
    name: "scripts-only",
    expected: "partial/needs_browser",
    http: says("Acme", '<div id="root"></div><script src="/app.js"></script>'),
  },
  { name: "soft-404", expected: "not_found/soft", http: says("Page not found", "Sorry") },
  {
    name: "soft-404-heading",
    expected: "not_found/soft",
    http: says("Acme", "<h1>404 - Page not found</h1><p>Sorry.</p>"),
  },
  {
    name: "parked-sale",
    expected: "parked",
    http: says("parked-sale.test is for sale", "<p>This domain is for sale! Buy this domain.</p>"),
  },
  {
    name: "parked-lander",
    expected: "parked",
    http: html(
      '<html><head><script>window.onload=function(){window.location.href="/lander"}</script></head></html>',
    ),
  },
  {
    name: "nginx-default",
    expected: "parked/default_page",
    http: says("Welcome to nginx!", "<h1>Welcome to nginx!</h1>"),
  },
  {
    name: "challenge-page",
    expected: "challenge",
    http: says("Just a moment...", "Enable JavaScript and cookies to continue"),
  },
  {
    name: "challenge-403",
    expected: "challenge",
    http: html("<html><title>Just a moment...</title>", { "cf-mitigated": "challenge" }, 403),
  },
  {
    name: "challenge-503",
    expected: "challenge",
    http: html("<html><title>Attention Required! | Cloudflare</title>", { "retry-after": "9999" }, 503),
  },
  { name: "challenge-waf", expected: "challenge", http: html("", { "x-amzn-waf-action": "challenge" }, 202) },
  {
    name: "login-page",
    expected: "login_wall",
    http: says("Client login", '<form><input name="user"><input type="password" name="p"></form>'),
  },
  {
    name: "login-redirect",
    expected: "login_wall",
    http: paths({
      "/": (_, response) => void response.writeHead(302, { location: "/login?next=/" }).end(),
      "/login?next=/": says("Acme", '<form>E-mail <input><input type="password"></form>'),
    }),
  },
  {
    name: "consent-page",
    expected: "partial/consent_wall",
    http: says(
      "Before you continue",
      "<p>We use cookies. Accept to continue to the site.</p><button>Accept all</button>",
    ),
  },
  { name: "status-400", expected: "http_error", http: status(400) },
  { name: "status-401", expected: "blocked", http: status(401) },
  { name: "status-403", expected: "blocked", http: status(403) },
  { name: "status-404", expected: "not_found", http: status(404) },
  { name: "status-407", expected: "blocked", http: status(407) },
  { name: "status-410", expected: "gone", http: status(410) },
  { name: "status-429", expected: "rate_limited", http: html("", { "retry-after": "86400" }, 429) },
  { name: "status-451", expected: "blocked", http: status(451) },
  { name: "status-500", expected: "http_error", http: status(500) },
  { name: "status-503", expected: "http_error", http: html("", { "retry-after": "86400" }, 503) },
  { name: "status-999", expected: "blocked", http: status(999) },
];
