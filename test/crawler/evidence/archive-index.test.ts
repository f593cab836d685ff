import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { indexName, openArchiveIndex } from "../../../crawler/evidence/archive-index.ts";
import { inFolder, response } from "./folder.ts";

const place = (offset: number) => ({ file: "00001.warc.gz", offset, length: 10, digest: "sha256:0" });

test("a line has the sort key, the second and what finds the record, as CDXJ has", () =>
  inFolder(async (folder) => {
    const index = openArchiveIndex(folder);
    index.add(response("https://www.Acme.co.uk:8443/About?B=1", ""), place(7));
    index.close();
    const line = readFileSync(join(folder, indexName), "utf8");
    expect(line).toMatch(/^uk,co,acme:8443\)\/about\?b=1 20260930120000 \{.*\}\n$/);
    expect(JSON.parse(line.slice(line.indexOf("{")))).toMatchObject({
      url: "https://www.Acme.co.uk:8443/About?B=1",
      mime: "text/html",
      status: "200",
      filename: "00001.warc.gz",
      offset: 7,
      length: 10,
    });
  }));

test("the end is that of the last line whose record is whole, however long the index", () =>
  inFolder(async (folder) => {
    const index = openArchiveIndex(folder);
    for (let n = 0; n < 1_000; n += 1) index.add(response(`https://acme.test/${n}`, ""), place(10 * n));
    index.close();
    writeFileSync(join(folder, "00001.warc.gz"), Buffer.alloc(105));
    const again = openArchiveIndex(folder);
    again.close();
    expect(again.ending).toEqual({ file: "00001.warc.gz", end: 100 });
    expect(readFileSync(join(folder, indexName), "utf8").split("\n")).toHaveLength(11);
  }));

test("a torn last line is cut off", () =>
  inFolder(async (folder) => {
    const index = openArchiveIndex(folder);
    index.add(response("https://acme.test/", ""), place(0));
    index.close();
    writeFileSync(join(folder, "00001.warc.gz"), Buffer.alloc(10));
    const path = join(folder, indexName);
    const whole = readFileSync(path, "utf8");
    writeFileSync(path, `${whole}test,acme)/ 2026`);
    const again = openArchiveIndex(folder);
    again.close();
    expect(again.ending.end).toBe(10);
    expect(readFileSync(path, "utf8")).toBe(whole);
  }));
