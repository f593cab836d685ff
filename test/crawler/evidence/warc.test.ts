import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { fieldLines, memberOf, recordId, type WarcRecord } from "../../../crawler/evidence/warc.ts";

const page: WarcRecord = {
  type: "response",
  url: "https://acme.test/",
  date: "2026-09-30T12:00:00.000Z",
  contentType: "application/http; msgtype=response",
  head: "HTTP/1.1 200 OK\r\nServer: caf\u00e9\r\n\r\n",
  payload: [Buffer.from("<p>one"), Buffer.from("</p>")],
  fields: { "WARC-Truncated": "length" },
};

test("a record is one gzip member: header, head and payload octet by octet, two empty lines", async () => {
  const { bytes, digest } = await memberOf(page, recordId(page, 1));
  const text = gunzipSync(bytes).toString("latin1");
  const [header = "", ...block] = text.split("\r\n\r\n");
  expect(header.split("\r\n")[0]).toBe("WARC/1.1");
  expect(header).toContain("WARC-Type: response\r\n");
  expect(header).toContain("WARC-Target-URI: https://acme.test/\r\n");
  expect(header).toContain("WARC-Truncated: length\r\n");
  const body = block.join("\r\n\r\n");
  expect(body).toBe(`${page.head}<p>one</p>\r\n\r\n`);
  expect(header).toContain(`Content-Length: ${body.length - 4}`);
  expect(digest).toBe(`sha256:${createHash("sha256").update("<p>one</p>").digest("hex")}`);
});

test("an id is a UUID of version 8, the same for the same record and another for the next", () => {
  const id = recordId(page, 1);
  expect(id).toMatch(/^<urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}>$/);
  expect(recordId({ ...page }, 1)).toBe(id);
  expect(recordId(page, 2)).not.toBe(id);
});

test("fields are lines", () => {
  expect(fieldLines({ outcome: "timeout", reason: "idle" })).toBe("outcome: timeout\r\nreason: idle\r\n");
});
