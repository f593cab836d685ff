import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { WARCRecord, WARCSerializer } from "warcio";
import { type ArchivedAnswer, answersIn, isArchive } from "../../../crawler/evidence/foreign.ts";
import { inFolder } from "./folder.ts";

type Type = "response" | "resource" | "revisit" | "request" | "warcinfo";

/** One record as warcio writes it. */
async function record(type: Type, url: string, body: string, warcHeaders: Record<string, string> = {}) {
  const isHttp = type === "response" || type === "revisit";
  const made = WARCRecord.create(
    {
      type,
      url,
      date: "2024-05-06T07:08:09Z",
      warcHeaders,
      ...(isHttp && { statusline: "HTTP/1.1 200 OK", httpHeaders: { "Content-Type": "text/html" } }),
    },
    [Buffer.from(body)],
  );
  return Buffer.from(await WARCSerializer.serialize(made, { gzip: true }));
}

async function read(path: string): Promise<ArchivedAnswer[]> {
  const all: ArchivedAnswer[] = [];
  for await (const answer of answersIn(path, ({ hostname }) => hostname.endsWith("acme.test")))
    all.push(answer);
  return all;
}

const said = (answers: readonly ArchivedAnswer[]) =>
  answers.map(({ url, answer }) => `${url} ${Buffer.from(answer.body)}`);

test("responses and documents of wanted sites are read, with the instant of their record", () =>
  inFolder(async (folder) => {
    const path = join(folder, "crawl.warc.gz");
    const records = [
      record("response", "https://acme.test/", "home"),
      record("resource", "https://acme.test/app", "shown", { "Content-Type": "text/html" }),
      record("resource", "urn:pageinfo:https://acme.test/", "{}", { "Content-Type": "application/json" }),
      record("response", "https://other.test/", "stranger"),
      record("request", "https://acme.test/", "GET"),
    ];
    writeFileSync(path, Buffer.concat(await Promise.all(records)));
    const answers = await read(path);
    expect(said(answers)).toEqual(["https://acme.test/ home", "https://acme.test/app shown"]);
    expect(answers[0]).toMatchObject({
      date: "2024-05-06T07:08:09.000Z",
      file: "crawl.warc.gz",
      answer: { status: 200 },
    });
  }));

test("a revisit is the answer it repeats", () =>
  inFolder(async (folder) => {
    const path = join(folder, "crawl.warc.gz");
    const digest = { "WARC-Payload-Digest": "sha1:AAAA" };
    const records = [
      record("response", "https://acme.test/", "home", digest),
      record("revisit", "https://acme.test/index", "", digest),
      record("revisit", "https://acme.test/unknown", "", { "WARC-Payload-Digest": "sha1:BBBB" }),
    ];
    writeFileSync(path, Buffer.concat(await Promise.all(records)));
    expect(said(await read(path))).toEqual(["https://acme.test/ home", "https://acme.test/index home"]);
  }));

test("a file that is not gzipped, as others write, with the address in angle brackets", () =>
  inFolder(async (folder) => {
    const path = join(folder, "old.warc");
    const block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nold";
    const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <http://acme.test/>\r\nWARC-Date: 2010-01-02T03:04:05Z\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`;
    writeFileSync(path, `${head}${block}\r\n\r\n`);
    expect(said(await read(path))).toEqual(["http://acme.test/ old"]);
  }));

test("a WACZ is a zip with archives in it", () =>
  inFolder(async (folder) => {
    const path = join(folder, "pages.wacz");
    const warc = new Uint8Array(await record("response", "https://acme.test/", "home"));
    writeFileSync(path, zipSync({ "archive/data.warc.gz": warc, "datapackage.json": strToU8("{}") }));
    expect(said(await read(path))).toEqual(["https://acme.test/ home"]);
  }));

test("archives are told by their names, and one that cannot be read is said to be so", async () => {
  expect(["a.warc", "a.WARC.GZ", "a.wacz", "a.html", "audit"].map(isArchive)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  await expect(read("/nowhere/a.warc.gz")).rejects.toThrow("cannot be read as a web archive");
});
