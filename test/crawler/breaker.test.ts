import { expect, test } from "vitest";
import { openBreaker } from "../../crawler/breaker.ts";
import type { WebOutcome } from "../../crawler/effects.ts";
import { unsent } from "../../crawler/sending.ts";

function breakerAfter(...outcomes: readonly WebOutcome[]) {
  let now = 0;
  const breaker = openBreaker(() => now);
  const note = (outcome: WebOutcome) =>
    breaker.note("http://a.test", unsent("http://a.test/", { outcome, reason: "why" }, ""));
  outcomes.forEach(note);
  const pass = (ms: number) => {
    now += ms;
  };
  return {
    refusal: () => breaker.refusal("http://a.test"),
    other: () => breaker.refusal("https://a.test"),
    note,
    pass,
  };
}

test("three network failures in a row close an origin with the last of them, other origins stay open", () => {
  expect(breakerAfter("timeout", "timeout").refusal()).toBe(null);
  const { refusal, other } = breakerAfter("timeout", "timeout", "tls_error");
  expect(refusal()).toEqual({ outcome: "tls_error", reason: "why" });
  expect(other()).toBe(null);
});

test("any answer starts the count anew, an error page too", () => {
  expect(breakerAfter("timeout", "timeout", "http_error", "timeout").refusal()).toBe(null);
});

test("after five minutes one try is let through, and its failure closes again", () => {
  const { refusal, note, pass } = breakerAfter("dns_error", "dns_error", "dns_error");
  pass(300_000);
  expect(refusal()).toBe(null);
  note("dns_error");
  expect(refusal()).toEqual({ outcome: "dns_error", reason: "why" });
});
