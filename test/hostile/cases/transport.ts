import { html, keepSending, okHead, page, send, sendAndEnd } from "../answers.ts";
import type { HostileCase, Raw } from "../server.ts";

const many = (count: number) => Array.from({ length: count }, (_, i) => `X-Header-${i}: value\r\n`).join("");
const cookies = Array.from({ length: 900 }, (_, i) => `Set-Cookie: c${i}=${"x".repeat(40)}\r\n`).join("");
const whole = (headers = "") => [okHead(`${headers}Content-Length: ${page().length}\r\n`), page()] as const;
const once = (answer: Raw): Raw => answer;

/** Servers that are slow, silent or speak no proper HTTP. */
export const transportCases: readonly HostileCase[] = [
  { name: "hang", expected: "timeout/first_byte", raw: once(() => undefined) },
  {
    name: "hang-in-headers",
    expected: "timeout/first_byte",
    raw: send("HTTP/1.1 200 OK\r\nContent-Type: text/h"),
  },
  { name: "hang-in-body", expected: "timeout/idle", raw: send(okHead("Content-Length: 9000\r\n"), "<html>") },
  {
    name: "slow-headers",
    expected: "timeout/first_byte",
    raw: keepSending("HTTP/1.1 200 OK\r\n", "X-A: b\r\n", 100),
  },
  { name: "slow-body", expected: "timeout/whole", raw: keepSending(okHead(), "<p>", 100) },
  {
    name: "slow-chunks",
    expected: "timeout/whole",
    raw: keepSending(okHead("Transfer-Encoding: chunked\r\n"), "1\r\nx\r\n", 100),
  },
  { name: "many-headers", expected: "visited", raw: sendAndEnd(...whole(many(1_500))) },
  { name: "huge-headers", expected: "too_large/headers", raw: sendAndEnd(...whole(many(9_000))) },
  {
    name: "huge-header",
    expected: "too_large/headers",
    raw: sendAndEnd(...whole(`X-Big: ${"x".repeat(200_000)}\r\n`)),
  },
  {
    name: "endless-headers",
    expected: "too_large/headers",
    raw: keepSending("HTTP/1.1 200 OK\r\n", `X-A: ${"b".repeat(4_000)}\r\n`, 0),
  },
  {
    name: "endless-status",
    expected: "too_large/headers",
    raw: keepSending("HTTP/1.1 200 ", "OK".repeat(4_000), 0),
  },
  { name: "cookie-bomb", expected: "visited", raw: sendAndEnd(...whole(cookies)) },
  {
    name: "early-hints",
    expected: "visited",
    raw: sendAndEnd("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n", ...whole()),
  },
  { name: "continue", expected: "visited", raw: sendAndEnd("HTTP/1.1 100 Continue\r\n\r\n", ...whole()) },
  {
    name: "endless-continue",
    expected: "timeout/first_byte",
    raw: keepSending("", "HTTP/1.1 100 Continue\r\n\r\n", 20),
  },
  {
    name: "switching",
    expected: "protocol_error/upgrade",
    raw: send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"),
  },
  { name: "http-0-9", expected: "protocol_error/http", raw: sendAndEnd(page()) },
  {
    name: "http-1-0",
    expected: "visited",
    raw: sendAndEnd(`HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n${page()}`),
  },
  {
    name: "http-2-preface",
    expected: "protocol_error/http",
    raw: sendAndEnd("\x00\x00\x12\x04\x00\x00\x00\x00\x00\x00\x03\x00\x00\x00\x64"),
  },
  { name: "garbage", expected: "protocol_error/http", raw: sendAndEnd("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n") },
  {
    name: "bare-lf",
    expected: "protocol_error/http",
    raw: sendAndEnd(
      `HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: ${page().length}\n\n${page()}`,
    ),
  },
  {
    name: "header-no-colon",
    expected: "protocol_error/http",
    raw: sendAndEnd(`HTTP/1.1 200 OK\r\nnonsense here\r\n\r\n${page()}`),
  },
  {
    name: "header-nul",
    expected: "protocol_error/http",
    raw: sendAndEnd(`HTTP/1.1 200 OK\r\nX-A: a\x00b\r\n\r\n${page()}`),
  },
  {
    name: "two-lengths",
    expected: "protocol_error/http",
    raw: sendAndEnd(okHead("Content-Length: 10\r\nContent-Length: 20\r\n"), page()),
  },
  {
    name: "length-and-chunked",
    expected: "protocol_error/http",
    raw: sendAndEnd(okHead("Content-Length: 10\r\nTransfer-Encoding: chunked\r\n"), page()),
  },
  {
    name: "length-negative",
    expected: "protocol_error/http",
    raw: sendAndEnd(okHead("Content-Length: -5\r\n"), page()),
  },
  {
    name: "status-unknown",
    expected: "http_error",
    raw: sendAndEnd(`HTTP/1.1 799 Odd\r\nContent-Length: 2\r\n\r\nok`),
  },
  { name: "status-word", expected: "protocol_error/http", raw: sendAndEnd("HTTP/1.1 OK\r\n\r\n") },
  { name: "empty-reply", expected: "connect_error/reset", raw: once((socket) => void socket.end()) },
  {
    name: "reset-at-once",
    expected: "connect_error/reset",
    raw: once((socket) => void socket.resetAndDestroy()),
  },
  { name: "trailing-junk", expected: "visited", raw: sendAndEnd(...whole(), "HTTP/1.1 200 OK\r\n\r\nmore") },
  { name: "refused", expected: "connect_error/refused", website: "http://refused.test:9/" },
  {
    name: "plain-on-tls",
    expected: "tls_error/handshake",
    website: "https://plain-on-tls.test/",
    http: html(page()),
  },
];
