import { expect, test } from "vitest";
import { z } from "zod";
import type { WebOutcome, WebResponse } from "../../../../crawler/effects.ts";
import { failureOf, jsonAnswer, textOf } from "../../../../crawler/platforms/observers/responses.ts";
import { now } from "./fixture.ts";

function response(body: Uint8Array | string, more: Partial<WebResponse> = {}): WebResponse {
  const url = "https://a.example/";
  const times = { startedAt: now, finishedAt: now };
  return {
    requestedUrl: url,
    url,
    outcome: "ok",
    reason: null,
    status: 200,
    headers: {},
    body: Buffer.from(body),
    ...times,
    ...more,
  };
}

test.each<[number | null, WebOutcome, string, string]>([
  [401, "login_wall", "blocked", "http_401"],
  [404, "not_found", "gone", "not_found"],
  [429, "rate_limited", "rate_limited", "http_429"],
  [500, "http_error", "error", "http_500"],
  [302, "ok", "error", "http_302"],
  [200, "too_large", "error", "too_large"],
  [null, "timeout", "error", "timeout"],
  [null, "robots_disallowed", "blocked", "robots_disallowed"],
])("status %s with outcome %s is %s, %s", (status, outcome, expected, reason) => {
  expect(failureOf(response("", { status, outcome }))).toEqual({ status: expected, reason });
});

test("a good answer is no failure", () => {
  expect(failureOf(response(""))).toBeNull();
});

test("data is what the schema knows of it; anything else is malformed", () => {
  const schema = z.object({ id: z.string() });
  expect(jsonAnswer(response('{"id":"1","more":2}'), schema)).toEqual({ data: { id: "1" }, failure: null });
  for (const body of ["", "<html>", "{}", '{"id":1}', "null"]) {
    expect(jsonAnswer(response(body), schema).failure).toEqual({ status: "error", reason: "malformed" });
  }
});

test.each([
  ["its header", Buffer.from("Z\u00fcrich", "latin1"), { "content-type": "text/xml; charset=ISO-8859-1" }],
  ["its first line", Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>Z\u00fcrich', "latin1"), {}],
  ["its byte order mark", Buffer.from("\uFEFFZ\u00fcrich", "utf16le"), {}],
  ["nothing, so UTF-8", Buffer.from("\uFEFFZ\u00fcrich"), {}],
])("a body is decoded as %s says", (_, body, headers) => {
  expect(textOf(response(body, { headers }))).toMatch(/^(<.*>)?Zürich$/);
});
