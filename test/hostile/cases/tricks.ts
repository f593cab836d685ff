import { gzipSync } from "node:zlib";
import { html, keepSending, okHead, page, paths, redirect, send, sendAndEnd } from "../answers.ts";
import type { HostileCase, Http, Raw } from "../server.ts";

const says = (title: string, body = "", status = 200, headers: Readonly<Record<string, string>> = {}): Http =>
  html(
    `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`,
    headers,
    status,
  );

/** More places where no request may ever go, as a redirect writes them. */
const targets: readonly (readonly [name: string, url: string])[] = [
  ["zero", "http://0/"],
  ["hex-short", "http://0x7f.1/"],
  ["circled-digits", "http://①②⑦.⓪.⓪.①/"],
  ["six-compatible", "http://[::127.0.0.1]/"],
  ["six-translated", "http://[::ffff:0:127.0.0.1]/"],
  ["six-nat64-local", "http://[64:ff9b:1::a9fe:a9fe]/"],
  ["six-link", "http://[fe80::1]/"],
  ["benchmarking", "http://198.18.0.1/"],
  ["metadata-oracle", "http://192.0.0.192/opc/v2/"],
  ["metadata-alibaba", "http://100.100.100.200/latest/"],
  ["metadata-name", "http://metadata.google.internal/computeMetadata/v1/"],
  ["metadata-bare-name", "http://instance-data/latest/meta-data/"],
  ["bare-name", "http://intranet/"],
  ["user-name", "http://acme.test@127.0.0.1/"],
  ["broken-slashes", "http:\\\\127.0.0.1\\admin"],
  ["broken-by-tab", "http://127.0.\t0.1/"],
  ["web-socket", "ws://acme.test/"],
  ["blank-page", "about:blank"],
  ["app", "intent://acme.test#Intent;scheme=https;end"],
  ["mail", "mailto:info@acme.test"],
  ["tls-on-22", "https://acme.test:22/"],
];
const guarded = targets.map(
  ([name, url]): HostileCase => ({
    name: `moved-to-${name}`,
    expected: "guarded",
    http: redirect(Buffer.from(url).toString("latin1")),
  }),
);

/** Framing that is odd, endless or against the rules. */
const wires: readonly (readonly [name: string, expected: string, raw: Raw])[] = [
  ["folded-header", "protocol_error/http", sendAndEnd(okHead("X-A: a\r\n\tb\r\n"), page())],
  ["chunk-extension", "visited", sendAndEnd(chunked(`${page().length.toString(16)};x=y`, page()))],
  [
    "chunk-extension-endless",
    "protocol_error/http",
    keepSending(`${okHead("Transfer-Encoding: chunked\r\n")}1;`, "a".repeat(8_192), 0),
  ],
  ["chunk-size-huge", "protocol_error", sendAndEnd(chunked("ffffffffffffffffff", page()))],
  [
    "trailers-endless",
    "too_large",
    keepSending(`${okHead("Transfer-Encoding: chunked\r\n")}0\r\n`, `X-A: ${"b".repeat(4_000)}\r\n`, 0),
  ],
  ["hints-many", "visited", sendAndEnd("HTTP/1.1 102 Processing\r\n\r\n".repeat(40), okHead(), page())],
  ["length-zero", "protocol_error/http", sendAndEnd(okHead("Content-Length: 0\r\n"), page())],
  ["body-after-204", "protocol_error/http", sendAndEnd("HTTP/1.1 204 No Content\r\n\r\n", page())],
  ["no-length", "visited", sendAndEnd(okHead("Connection: close\r\n"), page())],
  ["no-reason", "visited", sendAndEnd(`HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n${page()}`)],
  [
    "two-locations",
    "http_error/no_location",
    sendAndEnd("HTTP/1.1 302 Found\r\nLocation: http://a b/\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"),
  ],
  ["tls-alert", "protocol_error/http", send("\x15\x03\x01\x00\x02\x02\x28")],
];

function chunked(size: string, body: string): string {
  return `${okHead("Transfer-Encoding: chunked\r\n")}${size}\r\n${body}\r\n0\r\n\r\n`;
}

const gzip = { "content-encoding": "gzip" };
const packed = gzipSync(page());
const bodies: readonly (readonly [name: string, expected: string, http: Http])[] = [
  [
    "gzip-and-junk",
    "protocol_error/content_encoding",
    html(Buffer.concat([packed, Buffer.from("junk behind it")]), gzip),
  ],
  [
    "gzip-members",
    "visited",
    html(Buffer.concat([gzipSync(page().slice(0, 400)), gzipSync(page().slice(400))]), gzip),
  ],
  ["gzip-capitals", "visited", html(packed, { "content-encoding": "GZIP" })],
  ["gzip-of-nothing", "empty", html("", gzip)],
  ["charset-utf-7", "visited", html(page(), { "content-type": "text/html; charset=utf-7" })],
  ["charset-replaced", "visited", html(page(), { "content-type": "text/html; charset=iso-2022-kr" })],
  ["meta-utf-16", "visited", html(page().replace("<head>", '<head><meta charset="utf-16">'))],
  [
    "json-ld-flood",
    "visited",
    html(
      page(
        `<script type="application/ld+json">{"@type":"Organization","sameAs":[${'"https://x.com/a",'.repeat(99_999)}"https://x.com/b"]}</script>`,
      ),
    ),
  ],
  ["ids-million", "visited", html(page("<i id=a></i>".repeat(300_000)))],
  ["classes-long", "visited", html(page(`<a href="/about" class="${"a ".repeat(1_000_000)}">About</a>`))],
  [
    "text-zalgo",
    "visited",
    html(page(`<a href="/about">About${"\u0301".repeat(500_000)}</a>`), {
      "content-type": "text/html; charset=utf-8",
    }),
  ],
];

/** What stands in place of a site, in other words than its makers' usual ones. */
const stands: readonly (readonly [name: string, expected: string, http: Http])[] = [
  [
    "captcha-plain",
    "challenge",
    says("Captcha", "<form><p>Please complete the CAPTCHA to continue.</p><img src=c></form>", 403),
  ],
  ["captcha-200", "challenge", says("acme.test", "<p>Prove you are not a robot</p><div class=g-recaptcha>")],
  [
    "challenge-javascript",
    "challenge",
    says("acme.test", "<p>This process is automatic. Your browser will redirect shortly.</p>", 503),
  ],
  ["soft-404-sorry", "not_found/soft", says("Acme", "<h1>Sorry, we couldn’t find that page</h1>")],
  ["soft-404-nothing", "not_found/soft", says("Nothing found - Acme", "<h1>Nothing found</h1>")],
  ["soft-404-error", "not_found/soft", says("Error 404 (Not Found)!!1", "<p>That’s an error.</p>")],
  [
    "soft-410",
    "not_found/soft",
    says("Acme", "<h1>This page is no longer available</h1><p>It has been removed.</p>"),
  ],
  [
    "parked-buy",
    "parked",
    says("acme.test", "<h1>acme.test is available for purchase</h1><a href=/x>Inquire</a>"),
  ],
  ["parked-german", "parked", says("acme.test", "<p>Diese Domain steht zum Verkauf.</p>")],
  ["parked-registered", "parked", says("acme.test", "<p>This domain has just been registered.</p>")],
  ["parked-construction", "parked", says("Under construction", "<h1>Site under construction</h1>")],
  ["parked-soon", "parked", says("Coming soon", "<h1>Our new website is coming soon</h1>")],
  [
    "parked-cpanel",
    "parked",
    says("Default Web Site Page", "<h1>SORRY!</h1><p>If you are the owner of this website, contact us.</p>"),
  ],
  [
    "consent-partners",
    "partial/consent_wall",
    says("Acme", "<p>We and our partners store information on your device.</p><button>AGREE</button>"),
  ],
  [
    "consent-subscribe",
    "partial/consent_wall",
    says("Acme", "<p>Read with advertising or subscribe.</p><button>Accept and continue</button>"),
  ],
  [
    "login-sso",
    "login_wall",
    says("Sign in to your account", '<form><input name="loginfmt"><button>Next</button></form>'),
  ],
  ["login-portal", "login_wall", says("Portal", '<h1>Log in</h1><form><input type="password"></form>')],
  ["blocked-geo", "blocked", says("Acme", "<h1>451</h1><p>Unavailable for legal reasons</p>", 451)],
  ["blocked-bot", "blocked", says("Access denied", "<p>Automated access is not allowed.</p>")],
];

/** Traps that lead on and on. */
const traps: readonly (readonly [name: string, expected: string, http: Http])[] = [
  [
    "refresh-chain",
    "too_many_redirects/refresh",
    (request, response) => {
      const step = Number(/\d+/.exec(request.url ?? "")?.[0] ?? 0);
      html(`<html><meta http-equiv="refresh" content="0;url=/s${step + 1}"><p>x`)(request, response);
    },
  ],
  [
    "cookie-loop",
    "too_many_redirects/loop",
    (_, response) => void response.writeHead(302, { location: "/", "set-cookie": "seen=1" }).end(),
  ],
  ["location-port", "http_error/no_location", redirect("http://acme.test:99999/")],
  ["location-relative", "visited", paths({ "/": redirect("../../in"), "/in": html(page()) })],
  ["delay-of-a-day", "visited", delayed("86400")],
  ["delay-of-nothing", "visited", delayed("-1")],
];

/** A site that asks for so much time between two requests. */
function delayed(seconds: string): Http {
  return paths({
    "/robots.txt": html(`User-agent: *\nCrawl-delay: ${seconds}\n`, { "content-type": "text/plain" }),
    "/": html(page()),
  });
}

/** Further tricks: addresses, framing, codings, words and traps. */
export const trickCases: readonly HostileCase[] = [
  ...guarded,
  ...wires.map(([name, expected, raw]) => ({ name, expected, raw })),
  ...[...bodies, ...stands, ...traps].map(([name, expected, http]) => ({
    name,
    expected,
    http,
    robots: name.startsWith("delay-"),
  })),
];
