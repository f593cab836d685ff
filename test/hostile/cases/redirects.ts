import { html, page, paths, redirect } from "../answers.ts";
import type { HostileCase, Http } from "../server.ts";

/** Where no request may ever go. */
const forbiddenTargets: readonly (readonly [name: string, url: string])[] = [
  ["loopback", "http://127.0.0.1/"],
  ["loopback-short", "http://127.1/"],
  ["loopback-decimal", "http://2130706433/"],
  ["loopback-octal", "http://0177.0.0.1/"],
  ["loopback-hex", "http://0x7f000001/"],
  ["loopback-six", "http://[::1]/"],
  ["loopback-mapped", "http://[::ffff:127.0.0.1]/"],
  ["loopback-named", "http://localhost/"],
  ["loopback-dot", "http://localhost./"],
  ["any-address", "http://0.0.0.0/"],
  ["any-address-six", "http://[::]/"],
  ["metadata", "http://169.254.169.254/latest/meta-data/"],
  ["metadata-six", "http://[fd00:ec2::254]/latest/meta-data/"],
  ["metadata-azure", "http://168.63.129.16/metadata"],
  ["private-ten", "http://10.0.0.1/"],
  ["private-office", "http://192.168.1.1/admin"],
  ["private-docker", "http://172.17.0.1/"],
  ["private-carrier", "http://100.64.0.1/"],
  ["private-nat64", "http://[64:ff9b::7f00:1]/"],
  ["private-six-to-four", "http://[2002:7f00:1::]/"],
  ["multicast", "http://224.0.0.1/"],
  ["broadcast", "http://255.255.255.255/"],
  ["file", "file:///etc/passwd"],
  ["ftp", "ftp://ftp.acme.test/"],
  ["gopher", "gopher://127.0.0.1:6379/_INFO"],
  ["data", "data:text/html,<h1>hello</h1>"],
  ["script", "javascript:alert(1)"],
  ["redis-port", "http://acme.test:6379/"],
  ["ssh-port", "http://acme.test:22/"],
  ["alternative-port", "http://acme.test:8080/"],
  ["wide-digits", "http://１２７.０.０.１/"],
];

const guarded = forbiddenTargets.flatMap(([name, url]): HostileCase[] => [
  { name: `to-${name}`, expected: "guarded", http: redirect(Buffer.from(url).toString("latin1")) },
  {
    name: `refresh-to-${name}`,
    expected: "guarded",
    http: html(
      `<html><head><meta http-equiv="refresh" content="0; url=${url}"></head><body>moved</body></html>`,
      {
        "content-type": "text/html; charset=utf-8",
      },
    ),
  },
]);

const counting: Http = (request, response) => {
  const step = Number(/\d+/.exec(request.url ?? "")?.[0] ?? 0);
  redirect(`/step${step + 1}`)(request, response);
};
const flip: Http = (request, response) =>
  redirect(`http://${request.headers.host}/?${Math.random()}`)(request, response);

/** Redirects that go nowhere, too far, or where nobody may go. */
export const redirectCases: readonly HostileCase[] = [
  ...guarded,
  { name: "loop-self", expected: "too_many_redirects/loop", http: redirect("/") },
  {
    name: "loop-two",
    expected: "too_many_redirects/loop",
    http: paths({ "/": redirect("/a"), "/a": redirect("/b"), "/b": redirect("/a") }),
  },
  { name: "loop-endless", expected: "too_many_redirects", http: counting },
  { name: "loop-random", expected: "too_many_redirects", http: flip },
  {
    name: "loop-refresh",
    expected: "too_many_redirects/refresh",
    http: paths({
      "/": html('<html><meta http-equiv="refresh" content="0;url=/b"><p>a'),
      "/b": html('<html><meta http-equiv="refresh" content="0;url=/"><p>b'),
    }),
  },
  { name: "loop-fragment", expected: "too_many_redirects/loop", http: redirect("/#again") },
  { name: "no-location", expected: "http_error/no_location", http: html(page(), {}, 302) },
  { name: "location-broken", expected: "http_error/no_location", http: redirect("http://[broken/") },
  { name: "location-blank", expected: "too_many_redirects/loop", http: redirect("") },
  {
    name: "location-utf8",
    expected: "visited",
    http: paths({ "/": redirect(Buffer.from("/über").toString("latin1")), "/%C3%BCber": html(page()) }),
  },
  {
    name: "location-latin1",
    expected: "visited",
    http: paths({ "/": redirect("/\xfcber"), "/%C3%BCber": html(page()) }),
  },
  {
    name: "location-idn",
    expected: "visited/redirected_offsite",
    hosts: ["xn--bcher-kva.test"],
    http: (request, response) =>
      request.headers.host === "xn--bcher-kva.test"
        ? html(page())(request, response)
        : redirect(Buffer.from("http://bücher.test/").toString("latin1"))(request, response),
  },
  {
    name: "location-password",
    expected: "visited",
    http: paths({
      "/": redirect("http://user:secret@location-password.test/in"),
      "/in": (request, response) =>
        html(request.headers.authorization === undefined ? page() : "", {})(request, response),
    }),
  },
  {
    name: "location-scheme-relative",
    expected: "visited",
    http: paths({ "/": redirect("//location-scheme-relative.test/in"), "/in": html(page()) }),
  },
  { name: "redirect-300", expected: "visited", http: html(page(), {}, 300) },
  {
    name: "redirect-308",
    expected: "visited",
    http: paths({ "/": redirect("/in", 308), "/in": html(page()) }),
  },
  {
    name: "to-disallowed",
    expected: "robots_disallowed",
    robots: true,
    http: paths({
      "/robots.txt": html("User-agent: *\nDisallow: /in", { "content-type": "text/plain" }),
      "/": redirect("/in"),
      "/in": html(page()),
    }),
  },
];
