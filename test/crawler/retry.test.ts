import { expect, test } from "vitest";
import type { WebResponse } from "../../crawler/effects.ts";
import { longestPauseMs, patienceFor, retryAfterMs } from "../../crawler/retry.ts";
import { unsent } from "../../crawler/sending.ts";

const now = Date.parse("1994-11-06T08:49:00Z");

/** Retry-After headers and milliseconds from 08:49:00 on. All three date forms of RFC 9110 are UTC, whatever the machine thinks. */
const headers = [
  ["120", 120_000],
  [" 0 ", 0],
  ["Sun, 06 Nov 1994 08:49:37 GMT", 37_000],
  ["Sunday, 06-Nov-94 08:49:37 GMT", 37_000],
  ["Sun Nov  6 08:49:37 1994", 37_000],
  ["Sun, 06 Nov 1994 08:00:00 GMT", 0],
  ["", null],
  ["soon", null],
  ["-5", null],
  ["1.5", null],
  ["12345678901", null],
  ["2030", 2_030_000],
] as const;

for (const [header, ms] of headers) {
  test(`Retry-After "${header}" is ${ms} ms`, () => expect(retryAfterMs(header, now)).toBe(ms));
}

const moment = { now, random: 0.5 };
const answer = (more: Partial<WebResponse>) => ({
  ...unsent("http://a.test/", { outcome: "ok", reason: null }, ""),
  ...more,
});

test("back-off doubles, is spread by chance, and ends after two more tries", () => {
  const busy = answer({ status: 503 });
  const pauses = [1, 2, 3].map((tries) => patienceFor(busy, tries, moment));
  expect(pauses).toEqual([
    { pauseMs: 1_000, again: true },
    { pauseMs: 2_000, again: true },
    { pauseMs: 0, again: false },
  ]);
  expect(patienceFor(busy, 1, { now, random: 0 }).pauseMs).toBe(500);
});

test("a server that asks for more than our patience gets all of it, and no other try", () => {
  const closed = answer({ status: 429, headers: { "retry-after": "86400" } });
  expect(patienceFor(closed, 1, moment)).toEqual({ pauseMs: longestPauseMs, again: false });
});

test("an interface whose limit is spent is left alone until it renews, even after an answer", () => {
  const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1994-11-06T08:54:00Z" };
  expect(patienceFor(answer({ status: 200, headers }), 1, moment)).toEqual({
    pauseMs: 300_000,
    again: false,
  });
  expect(patienceFor(answer({ status: 429, headers }), 1, moment)).toEqual({
    pauseMs: 300_000,
    again: false,
  });
});

test("answers and lasting failures are not asked again, an unread request is", () => {
  const once = [
    answer({ status: 200 }),
    answer({ status: 500 }),
    answer({ outcome: "timeout" }),
    answer({ outcome: "connect_error", reason: "reset" }),
  ];
  expect(once.map((each) => patienceFor(each, 1, moment).again)).toEqual([false, false, false, false]);
  expect(patienceFor(answer({ outcome: "connect_error", reason: "stale" }), 1, moment)).toEqual({
    pauseMs: 0,
    again: true,
  });
});
