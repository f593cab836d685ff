import { expect, test } from "vitest";
import { isCalledChallenge, isChallenge, type PageLook, recogniseDisguise } from "../../crawler/page-kind.ts";
import { growth, linear } from "../cost.ts";

const ordinary: PageLook = {
  url: "https://acme.test/",
  title: "Acme",
  textLength: 200,
  linkCount: 2,
  declaredCount: 0,
  source: "",
};
const look = (said: Partial<PageLook>) => recogniseDisguise({ ...ordinary, ...said });

test.each<[string, Partial<PageLook>]>([
  ["challenge", { title: "Just a moment..." }],
  [
    "challenge",
    { source: '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>' },
  ],
  ["challenge", { source: "<p>Verifying you are human. This may take a few seconds.</p>" }],
  ["parked", { title: "acme.test - this domain is for sale" }],
  ["parked", { source: '<script src="https://www.sedoparking.com/x.js">' }],
  ["parked", { source: '<script>window.onload=function(){window.location.href="/lander"}</script>' }],
  ["login_wall", { title: "Log in | Acme intranet" }],
  ["login_wall", { title: "Acme - Client Login" }],
  ["login_wall", { url: "https://acme.test/users/sign-in?next=%2F" }],
  ["login_wall", { source: '<form><input name="p" type="password">' }],
])("a %s page is not the site", (outcome, said) => {
  expect(look(said)).toEqual({ outcome, reason: null });
});

test.each<[string, Partial<PageLook>]>([
  ["blocked", { title: "Request Rejected" }],
  ["blocked", { source: "Please consult with your administrator. Your support ID is: 1" }],
  ["http_error", { title: "Error establishing a database connection" }],
  ["http_error", { title: "503 Service Temporarily Unavailable" }],
  ["http_error", { source: "<br />\n<b>Fatal error</b>: Uncaught" }],
])("a refusal or an error (%s) that answers 200 is told from content", (outcome, said) => {
  expect(look(said)).toEqual({ outcome, reason: "soft" });
});

test.each<string>([
  "Security Checkpoint Systems GmbH",
  "Access Denied Security Consultants",
  "404 Labs",
  "Maintenance of trial supplies",
  "Forbidden Foods",
])("a company may be called %s", (title) => expect(look({ title })).toBeNull());

test("a gate for professionals or adults is a consent wall", () => {
  const wall = { outcome: "partial", reason: "consent_wall" };
  expect(look({ title: "Age verification" })).toEqual(wall);
  expect(look({ source: "intended for healthcare professionals only" })).toEqual(wall);
  expect(look({ source: "intended for healthcare professionals only", textLength: 4_000 })).toBeNull();
});

test.each<[string, Partial<PageLook>]>([
  ["suspended", { title: "Account Suspended" }],
  ["default_page", { title: "Welcome to nginx!" }],
  ["default_page", { title: "Apache2 Ubuntu Default Page: It works" }],
])("a server without a site (%s) counts as parked", (reason, said) => {
  expect(look(said)).toEqual({ outcome: "parked", reason });
});

test.each<Partial<PageLook>>([
  { title: "Page not found - Acme" },
  { title: "Error 404 (Not Found)" },
  { title: "Página no encontrada" },
  { source: '<h1 class="big">Oops! That page can&rsquo;t be found.</h1><h2>404</h2>' },
  { source: "<h1>The page you requested was not found</h1>" },
  { url: "https://acme.test/404.html" },
])("an error page that answers 200 is not found: %j", (said) => {
  expect(look(said)).toEqual({ outcome: "not_found", reason: "soft" });
});

test.each<Partial<PageLook>>([
  { title: "Before you continue" },
  { url: "https://consent.acme.test/collect" },
  { source: "<p>You must accept our cookies to continue to the site.</p>" },
  { source: '<p>We and our 812 partners store data.</p><button class="all">Accept all</button>' },
])("a page that asks for consent and offers nothing else was not read: %j", (said) => {
  expect(look(said)).toEqual({ outcome: "partial", reason: "consent_wall" });
});

test.each<Partial<PageLook>>([
  { title: "Acme Clinical Research", source: "<p>We run trials</p>" },
  { title: null },
  { source: '<button>Accept all</button><a href="https://x.com/acme">X</a>', declaredCount: 1 },
  { source: "<button>Accept all</button>", linkCount: 12 },
  { source: '<form><input type="password"></form>', linkCount: 12 },
  { source: '<form><input type="password"></form>', declaredCount: 1 },
  { source: "/cdn-cgi/challenge-platform/scripts/jsd/main.js" },
  { title: "Page not foundation of Acme" },
  { url: "https://acme.test/login-free-trials" },
])("an ordinary page is none of these: %j", (said) => {
  expect(look(said)).toBeNull();
});

test("a long page that only speaks of such things is content", () => {
  expect(look({ title: "Why 404 pages matter", textLength: 20_000 })).toBeNull();
  expect(look({ source: "sgcaptcha in a protected form", textLength: 20_000 })).toBeNull();
});

test("a refusal with a challenge in it is one, a bare refusal is not", () => {
  expect(isChallenge("<html><head><title>Attention Required! | Cloudflare</title>")).toBe(true);
  expect(isChallenge("<html><head><title>403 Forbidden</title></head><h1>Forbidden</h1>")).toBe(false);
  expect(isChallenge("")).toBe(false);
});

test("the servers' own word for a challenge counts whatever the page shows", () => {
  expect(isCalledChallenge({ "cf-mitigated": "challenge" })).toBe(true);
  expect(isCalledChallenge({ "x-amzn-waf-action": "captcha" })).toBe(true);
  expect(isCalledChallenge({ "x-amzn-waf-action": "count" })).toBe(false);
  expect(isCalledChallenge({})).toBe(false);
});

test("marks are looked for in time proportional to the page", () => {
  const marks = (count: number) => "<a<input<h1<title".repeat(count);
  const search = (source: string) => {
    look({ source });
    isChallenge(source);
  };
  expect(growth(marks, search, 16_000)).toBeLessThan(linear);
});
