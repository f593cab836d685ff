import { expect, test } from "vitest";
import { keptRecord } from "../../../crawler/evidence/keep-answer.ts";

test("an answer that was kept elsewhere is kept unpacked, with the name of its file and without credentials", () => {
  const headers = {
    "content-type": "text/html",
    "content-encoding": "gzip",
    "set-cookie": "SECRET",
    "content-length": "9",
  };
  const answer = { status: 200, headers, body: Buffer.from("<p>page</p>") };
  const record = keptRecord({
    url: "https://u:SECRET@acme.test/",
    date: "2024-05-06T07:08:09.000Z",
    answer,
    file: "my pages.warc",
  });
  expect(record).toMatchObject({
    type: "response",
    url: "https://acme.test/",
    date: "2024-05-06T07:08:09.000Z",
  });
  expect(record.head).toBe("HTTP/1.1 200 As kept\r\ncontent-type: text/html\r\nset-cookie: REMOVED\r\n\r\n");
  expect(record.fields).toEqual({ "X-Presence-Audit-From": "my%20pages.warc" });
});
