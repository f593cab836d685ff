import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { WARCRecord } from "warcio";
import { openArchive } from "../../../crawler/evidence/archive.ts";
import { answerOf, readStored } from "../../../crawler/evidence/stored.ts";
import type { WarcRecord } from "../../../crawler/evidence/warc.ts";
import { about, inFolder, response } from "./folder.ts";

const withBody = (headers: string, body: Uint8Array): WarcRecord => ({
  ...response("https://acme.test/", ""),
  head: `HTTP/1.1 200 OK\r\n${headers}\r\n`,
  payload: [body],
});

test("an answer is read from the middle of a file, decoded as when it came", () =>
  inFolder(async (folder) => {
    const archive = await openArchive(folder, about);
    const places = [];
    const records = [
      response("https://one.test/", "one"),
      withBody("Content-Encoding: gzip\r\nLink: <a>\r\nLINK: <b>\r\n", gzipSync("<p>zipped</p>")),
      withBody("Content-Encoding: br\r\n", brotliCompressSync("<p>brotli</p>")),
    ];
    for (const record of records) places.push(await archive.append([record]));
    archive.close();
    const read = [];
    for (const place of places) if (place) read.push(await readStored(folder, place));
    expect(read.map(({ body }) => Buffer.from(body).toString())).toEqual([
      "one",
      "<p>zipped</p>",
      "<p>brotli</p>",
    ]);
    expect(read[1]).toMatchObject({ status: 200, headers: { link: "<a>, <b>" } });
  }));

test("evidence that is gone or damaged is said to be so", () =>
  inFolder(async (folder) => {
    const archive = await openArchive(folder, about);
    const place = await archive.append([response("https://one.test/", "one")]);
    archive.close();
    const path = join(folder, "evidence", "00001.warc.gz");
    appendFileSync(path, "this is no record");
    const file = "evidence/00001.warc.gz";
    await expect(
      readStored(folder, { file, offset: (place?.offset ?? 0) + 3, digest: null }),
    ).rejects.toThrow(/no record (can be read|begins) there/);
    await expect(readStored(folder, { file, offset: 1_000_000, digest: null })).rejects.toThrow(
      /no record begins there/,
    );
    rmSync(path);
    await expect(readStored(folder, { file, offset: 0, digest: null })).rejects.toThrow(/was moved/);
  }));

/** A record as another program's file holds it. */
function foreign(block: string, contentType = "application/http; msgtype=response") {
  const warcHeaders = { "Content-Type": contentType };
  const url = "https://acme.test/";
  return WARCRecord.create({ type: "resource", url, warcHeaders }, [Buffer.from(block, "latin1")]);
}

test("chunks are put together where the file kept them, and not where it did not", async () => {
  const head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  const texts = [];
  for (const body of ["4\r\n<p>a\r\n4\r\n</p>\r\n0\r\n\r\n", "<p>a</p>"]) {
    texts.push(Buffer.from((await answerOf(foreign(head + body))).body).toString());
  }
  expect(texts).toEqual(["<p>a</p>", "<p>a</p>"]);
});

test("a body that was decoded before it was archived is taken as it is", async () => {
  const { body } = await answerOf(foreign("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<p>plain</p>"));
  expect(Buffer.from(body).toString()).toBe("<p>plain</p>");
});

test("bare line feeds and a head without a body are read too", async () => {
  expect(await answerOf(foreign("HTTP/1.0 404 Not Found\nServer: old\n\ngone"))).toMatchObject({
    status: 404,
    headers: { server: "old" },
  });
  expect((await answerOf(foreign("HTTP/1.1 204 No Content"))).body).toHaveLength(0);
});

test("a record that is no HTTP message has the type it says", async () => {
  expect(await answerOf(foreign("<p>saved</p>", "text/html"))).toMatchObject({
    status: null,
    headers: { "content-type": "text/html" },
  });
});
