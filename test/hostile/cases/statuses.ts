import { html, page, sendAndEnd } from "../answers.ts";
import type { HostileCase } from "../server.ts";

/** What a status means for the site; the body says the same for all. */
const statuses: readonly (readonly [status: number, expected: string])[] = [
  [201, "visited"],
  [203, "visited"],
  [206, "visited"],
  [226, "visited"],
  [305, "visited"],
  [402, "http_error"],
  [405, "http_error"],
  [406, "http_error"],
  [408, "http_error"],
  [418, "http_error"],
  [421, "http_error"],
  [425, "http_error"],
  [431, "http_error"],
  [444, "http_error"],
  [501, "http_error"],
  [502, "http_error"],
  [504, "http_error"],
  [509, "http_error"],
  [511, "http_error"],
  [520, "http_error"],
  [525, "http_error"],
  [530, "http_error"],
];

/** Statuses beside the usual ones. */
export const statusCases: readonly HostileCase[] = [
  ...statuses.map(([status, expected]) => ({
    name: `answers-${status}`,
    expected,
    http: html(page(), {}, status),
  })),
  { name: "answers-404-whole", expected: "not_found", http: html(page("", "Acme"), {}, 404) },
  {
    name: "answers-0",
    expected: "protocol_error",
    raw: sendAndEnd("HTTP/1.1 000 No\r\nContent-Length: 0\r\n\r\n"),
  },
  {
    name: "answers-1000",
    expected: "protocol_error/http",
    raw: sendAndEnd("HTTP/1.1 1000 Many\r\nContent-Length: 0\r\n\r\n"),
  },
  {
    name: "answers-minus",
    expected: "protocol_error/http",
    raw: sendAndEnd("HTTP/1.1 -200 OK\r\nContent-Length: 0\r\n\r\n"),
  },
  {
    name: "answers-2x",
    expected: "protocol_error/http",
    raw: sendAndEnd("HTTP/2 200\r\ncontent-length: 0\r\n\r\n"),
  },
];
