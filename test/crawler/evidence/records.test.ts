import { expect, test } from "vitest";
import type { WebRequest, WebResponse, Wire } from "../../../crawler/effects.ts";
import { recordsOf, renderedRecord } from "../../../crawler/evidence/records.ts";

const answer: WebResponse = {
  requestedUrl: "https://api.test/me?key=SECRET",
  url: "https://api.test/me?key=SECRET",
  outcome: "ok",
  reason: null,
  status: 200,
  headers: { "content-encoding": "gzip" },
  body: Buffer.from('{"id":7,"text":"words of somebody","echo":"TOKEN"}'),
  startedAt: "2026-09-30T12:00:00.000Z",
  finishedAt: "2026-09-30T12:00:01.000Z",
};
const wire: Wire = {
  request: { line: "GET /me?key=SECRET HTTP/1.1", headers: [["Authorization", "Bearer TOKEN"]] },
  response: {
    line: "HTTP/1.1 200 OK",
    headers: [
      ["Content-Encoding", "gzip"],
      ["Transfer-Encoding", "chunked"],
      ["X-Request", "TOKEN"],
    ],
  },
  body: [Buffer.from("zipped"), Buffer.from("bytes")],
  isWhole: true,
};
const page: WebRequest = { url: answer.url, kind: "page" };
const api: WebRequest = { url: answer.url, kind: "api", reads: () => Buffer.from('{"id":7,"echo":"TOKEN"}') };

const keep = (request: WebRequest, mode: "full" | "reduced" = "reduced", said: Partial<Wire> = {}) =>
  recordsOf({ request, answer, wire: { ...wire, ...said } }, { mode, secrets: ["TOKEN"] });

const textOf = (record: ReturnType<typeof keep>[number] | undefined) =>
  `${record?.head}${Buffer.concat(record?.payload ?? []).toString()}`;

test("a page is kept as sent, but for the framing of chunks, which Node has taken off", () => {
  const [request, response] = keep(page);
  expect(request?.type).toBe("request");
  expect(response).toMatchObject({ type: "response", date: answer.startedAt, isCompressed: true });
  expect(textOf(response)).toBe(
    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nX-Orig-Transfer-Encoding: chunked\r\nX-Request: REMOVED\r\n\r\nzippedbytes",
  );
});

test.each(["full", "reduced"] as const)("no credential is kept of a request: evidence %s", (mode) => {
  for (const record of [...keep(page, mode), ...keep(api, "reduced")]) {
    expect(`${record.url} ${textOf(record)}`).not.toMatch(/SECRET|TOKEN/);
  }
});

test("of an API only what is read is kept, with the digest of all of it, unless all is asked for", () => {
  const [, reduced] = keep(api);
  expect(textOf(reduced)).toContain('{"id":7,"echo":"REMOVED"}');
  expect(textOf(reduced)).not.toContain("somebody");
  expect(textOf(reduced)).toContain("X-Orig-Content-Encoding: gzip");
  expect(reduced?.fields?.["X-Presence-Audit-Reduced-From"]).toMatch(/^sha256:[\da-f]{64}$/);
});

test("asked for, all of an API's answer is kept as sent; one that repeats the token is kept unpacked, without it", () => {
  const echo = keep(api, "full")[1];
  expect(textOf(echo)).toContain('{"id":7,"text":"words of somebody","echo":"REMOVED"}');
  expect(echo?.head).toContain("X-Orig-Content-Encoding: gzip");
  const plain = { ...answer, body: Buffer.from("{}") };
  const [, response] = recordsOf({ request: api, answer: plain, wire }, { mode: "full", secrets: ["TOKEN"] });
  expect(textOf(response)).toContain("zippedbytes");
});

test("of an API that does not say what is read nothing is kept but the digest", () => {
  const [, response] = keep({ url: answer.url, kind: "api" });
  expect(Buffer.concat(response?.payload ?? [])).toHaveLength(0);
});

test("a body that was cut says so", () => {
  expect(keep(page, "full", { isWhole: false })[1]?.fields).toEqual({ "WARC-Truncated": "length" });
});

test("an exchange without an answer is a metadata record with outcome and instants", () => {
  const failed = { ...answer, outcome: "timeout" as const, reason: "idle", status: null, sent: true };
  const records = recordsOf(
    { request: page, answer: failed, wire: { ...wire, response: null } },
    { mode: "full", secrets: [] },
  );
  expect(records.map(({ type }) => type)).toEqual(["request", "metadata"]);
  const text = "kind: page\r\noutcome: timeout\r\nreason: idle\r\nsent: true\r\n";
  expect(records[1]?.head).toContain(text);
  expect(records[1]?.head).toContain(`finishedAt: ${answer.finishedAt}`);
});

test("what never left has no request record", () => {
  const unsent = { ...answer, outcome: "dns_error" as const, status: null, sent: false };
  const records = recordsOf({ request: page, answer: unsent, wire }, { mode: "full", secrets: [] });
  expect(records.map(({ type }) => type)).toEqual(["metadata"]);
});

test("a rendered page is a resource record", () => {
  const record = renderedRecord({
    ...answer,
    url: "https://u:SECRET@acme.test/",
    body: Buffer.from("<p>\u00e9</p>"),
  });
  expect(record).toMatchObject({
    type: "resource",
    url: "https://acme.test/",
    contentType: "text/html; charset=utf-8",
  });
  expect(Buffer.concat(record.payload).toString()).toBe("<p>\u00e9</p>");
});
