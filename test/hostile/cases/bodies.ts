import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { html, keepSending, okHead, page, send, sendAndEnd } from "../answers.ts";
import type { HostileCase, Raw } from "../server.ts";

const bombMegabytes = 40;
const zeros = Buffer.alloc(bombMegabytes * 1024 * 1024, 32);
const megabyte = Buffer.alloc(1024 * 1024, "<p>x</p>");
const gzipped = gzipSync(page());
const reset: Raw = (socket) => {
  socket.write(`${okHead("Content-Length: 100000\r\n")}<html>`);
  setTimeout(() => socket.resetAndDestroy(), 50);
};

/** Bodies that are too much, too little or not what they say. */
export const bodyCases: readonly HostileCase[] = [
  {
    name: "bomb-gzip",
    expected: "too_large/body",
    http: html(gzipSync(zeros), { "content-encoding": "gzip" }),
  },
  {
    name: "bomb-deflate",
    expected: "too_large/body",
    http: html(deflateSync(zeros), { "content-encoding": "deflate" }),
  },
  {
    name: "bomb-raw-deflate",
    expected: "too_large/body",
    http: html(deflateRawSync(zeros), { "content-encoding": "deflate" }),
  },
  {
    name: "bomb-brotli",
    expected: "too_large/body",
    http: html(brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }), {
      "content-encoding": "br",
    }),
  },
  {
    name: "bomb-nested",
    expected: "too_large/body",
    http: html(gzipSync(gzipSync(zeros)), { "content-encoding": "gzip, gzip" }),
  },
  {
    name: "codings-many",
    expected: "protocol_error/content_encoding",
    http: html("x", { "content-encoding": "gzip, gzip, gzip, gzip, gzip" }),
  },
  {
    name: "bomb-robots",
    expected: "visited",
    robots: true,
    http: (request, response) => {
      const isRobots = request.url === "/robots.txt";
      html(isRobots ? gzipSync(zeros) : page(), isRobots ? { "content-encoding": "gzip" } : {})(
        request,
        response,
      );
    },
  },
  { name: "endless-fast", expected: "too_large/body", raw: keepSending(okHead(), megabyte, 0) },
  {
    name: "endless-chunked",
    expected: "too_large/body",
    raw: keepSending(
      okHead("Transfer-Encoding: chunked\r\n"),
      Buffer.concat([Buffer.from("100000\r\n"), megabyte, Buffer.from("\r\n")]),
      0,
    ),
  },
  {
    name: "length-huge",
    expected: "too_large/wire",
    raw: send(okHead("Content-Length: 99999999999\r\n"), "<html>"),
  },
  {
    name: "ten-megabytes",
    expected: "too_large/body",
    http: (request, response) => html(page("<p>word</p>".repeat(1_000_000)))(request, response),
  },
  {
    name: "four-megabytes",
    expected: "visited",
    http: (request, response) => html(page("<p>word</p>".repeat(380_000)))(request, response),
  },
  { name: "reset-in-body", expected: "protocol_error/truncated", raw: reset },
  {
    name: "length-too-long",
    expected: "protocol_error/truncated",
    raw: sendAndEnd(okHead("Content-Length: 5000\r\n"), page()),
  },
  {
    name: "chunk-cut",
    expected: "protocol_error/truncated",
    raw: sendAndEnd(okHead("Transfer-Encoding: chunked\r\n"), "1000\r\n<html>"),
  },
  {
    name: "chunk-wrong",
    expected: "protocol_error/http",
    raw: sendAndEnd(okHead("Transfer-Encoding: chunked\r\n"), "zz\r\n<html>"),
  },
  {
    name: "gzip-cut",
    expected: "visited",
    http: html(gzipped.subarray(0, gzipped.length - 12), { "content-encoding": "gzip" }),
  },
  {
    name: "gzip-lie",
    expected: "protocol_error/content_encoding",
    http: html(page(), { "content-encoding": "gzip" }),
  },
  {
    name: "gzip-broken",
    expected: "protocol_error/content_encoding",
    http: html(Buffer.concat([gzipped.subarray(0, 40), Buffer.alloc(400, 7)]), {
      "content-encoding": "gzip",
    }),
  },
  {
    name: "zstd-unasked",
    expected: "protocol_error/content_encoding",
    http: html("\x28\xb5\x2f\xfd....", { "content-encoding": "zstd" }),
  },
  {
    name: "coding-unknown",
    expected: "visited",
    http: html(page(), { "content-encoding": "identity, x-own" }),
  },
  { name: "blank", expected: "empty", http: html("") },
  { name: "white", expected: "empty", http: html("   \n\t  \n") },
  {
    name: "blank-document",
    expected: "empty",
    http: html("<!doctype html><html><head><title></title></head><body></body></html>"),
  },
  { name: "answers-204", expected: "empty", http: html("", {}, 204) },
  { name: "answers-205", expected: "empty", http: html("", {}, 205) },
  { name: "answers-304", expected: "empty", http: html("", {}, 304) },
];
