import { html, keepSending, okHead, page, paths, redirect, send } from "../answers.ts";
import type { HostileCase, Http, Raw } from "../server.ts";

const plain = { "content-type": "text/plain" };
const withRobots =
  (robots: Http): Http =>
  (request, response) =>
    request.url === "/robots.txt" ? robots(request, response) : html(page())(request, response);
const rules = (text: string) => withRobots(html(text, plain));
const raw =
  (answer: Raw): Raw =>
  (socket, path) =>
    path === "/robots.txt"
      ? answer(socket, path)
      : void socket.end(`${okHead("Connection: close\r\n")}${page()}`);
const sites: readonly Omit<HostileCase, "robots">[] = [
  { name: "robots-disallow", expected: "robots_disallowed", http: rules("User-agent: *\nDisallow: /") },
  {
    name: "robots-disallow-us",
    expected: "robots_disallowed",
    http: rules("User-agent: *\nAllow: /\n\nUser-agent: Presence-Audit\nDisallow: /"),
  },
  {
    name: "robots-500",
    expected: "robots_disallowed/robots_unreachable",
    http: withRobots(html("", {}, 500)),
  },
  {
    name: "robots-503",
    expected: "robots_disallowed/robots_unreachable",
    http: withRobots(html("", { "retry-after": "86400" }, 503)),
  },
  { name: "robots-401", expected: "visited", http: withRobots(html("", {}, 401)) },
  { name: "robots-429", expected: "visited", http: withRobots(html("", { "retry-after": "1" }, 429)) },
  { name: "robots-hang", expected: "timeout", raw: raw(() => undefined) },
  { name: "robots-drip", expected: "timeout/whole", raw: raw(keepSending(okHead(), "#", 100)) },
  {
    name: "robots-endless",
    expected: "visited",
    raw: raw(keepSending(okHead(), "# comment\n".repeat(10_000), 0)),
  },
  {
    name: "robots-reset",
    expected: "connect_error/reset",
    raw: raw((socket) => void socket.resetAndDestroy()),
  },
  { name: "robots-garbage", expected: "protocol_error/http", raw: raw(send("garbage\r\n\r\n")) },
  { name: "robots-html", expected: "visited", http: withRobots(html(page())) },
  { name: "robots-long-line", expected: "visited", http: rules(`Disallow: ${"*a".repeat(200_000)}`) },
  {
    name: "robots-stars",
    expected: "visited",
    http: rules(`User-agent: *\nDisallow: /${"*a".repeat(5_000)}$`),
  },
  { name: "robots-binary", expected: "visited", http: withRobots(html(Buffer.alloc(100_000, 0xff))) },
  { name: "robots-loop", expected: "visited", http: withRobots(redirect("/robots.txt")) },
  {
    name: "robots-to-private",
    expected: "guarded/private_address",
    http: withRobots(redirect("http://169.254.169.254/robots.txt")),
  },
  { name: "robots-to-file", expected: "guarded/scheme", http: withRobots(redirect("file:///etc/passwd")) },
  {
    name: "robots-elsewhere",
    expected: "robots_disallowed",
    hosts: ["robots-elsewhere.example"],
    http: (request, response) =>
      request.headers.host === "robots-elsewhere.example"
        ? paths({ "/rules": html("User-agent: *\nDisallow: /", plain) })(request, response)
        : withRobots(redirect("http://robots-elsewhere.example/rules"))(request, response),
  },
];

/** Sites whose robots.txt is the trouble. */
export const robotsCases: readonly HostileCase[] = sites.map((site) => ({ ...site, robots: true }));
