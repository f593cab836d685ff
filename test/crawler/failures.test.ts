import { expect, test } from "vitest";
import { failureError, failureOf, hasCode, outcomeOfStatus, tlsReason } from "../../crawler/failures.ts";

const coded = (code: string) => Object.assign(new Error(code), { code });

/** Errors as Node names them, and what they say about a site. */
const meanings = [
  ["ENOTFOUND", "dns_error"],
  ["EAI_AGAIN", "dns_error"],
  ["ECONNREFUSED", "connect_error"],
  ["ECONNRESET", "connect_error"],
  ["EHOSTUNREACH", "connect_error"],
  ["ETIMEDOUT", "timeout"],
  ["HPE_INVALID_CONSTANT", "protocol_error"],
  ["HPE_HEADER_OVERFLOW", "too_large"],
  ["Z_DATA_ERROR", "protocol_error"],
  ["ERR__ERROR_FORMAT_PADDING_1", "protocol_error"],
  ["SOMETHING_NEW", "connect_error"],
] as const;

for (const [code, outcome] of meanings) {
  test(`${code} is ${outcome}`, () => expect(failureOf(coded(code)).outcome).toBe(outcome));
}

test("an error that knows its failure keeps it, also when wrapped", () => {
  const failure = { outcome: "guarded", reason: "port" };
  const error = failureError("guarded", "port");
  expect(failureOf(error)).toEqual(failure);
  expect(failureOf(new Error("wrapped", { cause: error }))).toEqual(failure);
});

test("what is no error at all is a failure all the same", () => {
  for (const thrown of [undefined, null, "text", 0, {}])
    expect(failureOf(thrown).outcome).toBe("connect_error");
});

test("a certificate's fault is told apart from a failed handshake", () => {
  const codes = [
    "CERT_HAS_EXPIRED",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "EPROTO",
    "ECONNRESET",
  ];
  const reasons = ["expired", "wrong_host", "untrusted", "handshake", "handshake"];
  expect(codes.map((code) => tlsReason(coded(code)))).toEqual(reasons);
});

test("an HTTP status means one outcome", () => {
  const statuses = [0, 200, 204, 304, 302, 401, 403, 404, 410, 418, 429, 451, 500, 503, 999];
  expect(statuses.map(outcomeOfStatus)).toEqual([
    "protocol_error",
    "ok",
    "ok",
    "ok",
    "ok",
    "blocked",
    "blocked",
    "not_found",
    "gone",
    "http_error",
    "rate_limited",
    "blocked",
    "http_error",
    "http_error",
    "blocked",
  ]);
});

test("a code is looked for in any error", () => {
  expect([hasCode(coded("ENODATA"), "ENOTFOUND", "ENODATA"), hasCode(null, "ENODATA")]).toEqual([
    true,
    false,
  ]);
});
