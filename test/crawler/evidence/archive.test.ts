import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type Archive, type ArchiveOptions, openArchive } from "../../../crawler/evidence/archive.ts";
import { about, inFolder, response } from "./folder.ts";

const filesOf = (folder: string) =>
  readdirSync(join(folder, "evidence")).filter((name) => name.endsWith(".gz"));
const textOf = (folder: string, name = "00001.warc.gz") =>
  gunzipSync(readFileSync(join(folder, "evidence", name))).toString();
const targets = (folder: string, name?: string) =>
  [...textOf(folder, name).matchAll(/WARC-Target-URI: (\S+)/g)].map(([, url]) => url);

async function writing<T>(
  folder: string,
  act: (archive: Archive) => Promise<T>,
  more: Partial<ArchiveOptions> = {},
) {
  const archive = await openArchive(folder, { ...about, ...more });
  try {
    return await act(archive);
  } finally {
    archive.close();
  }
}
const add = (folder: string, name: string) =>
  writing(folder, (archive) => archive.append([response(`https://${name}.test/`, name)]));

test("a place leads to the record without reading what stands before it", () =>
  inFolder(async (folder) => {
    await add(folder, "one");
    const place = await add(folder, "two");
    expect(place?.file).toBe("evidence/00001.warc.gz");
    const bytes = readFileSync(join(folder, place?.file ?? "")).subarray(place?.offset ?? 0);
    expect(gunzipSync(bytes).toString()).toMatch(
      /^WARC\/1\.1\r\nWARC-Type: response[\s\S]*\r\n\r\ntwo\r\n\r\n$/,
    );
    expect(place?.digest).toMatch(/^sha256:/);
  }));

test("each file begins with what wrote it, and records of one exchange name the first", () =>
  inFolder(async (folder) => {
    const [asked, answered] = [response("https://a.test/?1", ""), response("https://a.test/?2", "")];
    await writing(folder, (archive) => archive.append([asked, answered]));
    const text = textOf(folder);
    expect(text).toMatch(/^WARC\/1\.1\r\nWARC-Type: warcinfo[\s\S]*?software: test\r\n/);
    const ids = [...text.matchAll(/WARC-Record-ID: (\S+)/g)].map(([, id]) => id);
    expect(/WARC-Concurrent-To: (\S+)/.exec(text)?.[1]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
  }));

test("a file that is full is followed by the next", () =>
  inFolder(async (folder) => {
    const names = ["one", "two", "three"];
    await writing(
      folder,
      async (archive) => {
        for (const name of names) await archive.append([response(`https://${name}.test/`, name)]);
      },
      { mostBytes: 1 },
    );
    expect(filesOf(folder)).toEqual(["00001.warc.gz", "00002.warc.gz", "00003.warc.gz"]);
    expect(targets(folder, "00003.warc.gz")).toEqual(["https://three.test/"]);
  }));

test("a member torn by a kill is cut off, and writing goes on behind the last whole one", () =>
  inFolder(async (folder) => {
    await add(folder, "one");
    const path = join(folder, "evidence", "00001.warc.gz");
    const whole = statSync(path).size;
    const torn = readFileSync(path).subarray(0, 40);
    writeFileSync(path, Buffer.concat([readFileSync(path), torn]));
    writeFileSync(join(folder, "evidence", "00002.warc.gz"), torn);
    const place = await add(folder, "two");
    expect(place).toMatchObject({ file: "evidence/00001.warc.gz", offset: whole });
    expect(targets(folder)).toEqual(["https://one.test/", "https://two.test/"]);
    expect(filesOf(folder)).toEqual(["00001.warc.gz"]);
  }));

test("an index that promises more than the file holds is believed as far as the file goes", () =>
  inFolder(async (folder) => {
    for (const name of ["one", "two"]) await add(folder, name);
    const path = join(folder, "evidence", "00001.warc.gz");
    truncateSync(path, statSync(path).size - 5);
    await add(folder, "three");
    expect(targets(folder)).toEqual(["https://one.test/", "https://three.test/"]);
    const index = readFileSync(join(folder, "evidence", "index.cdxj"), "utf8");
    expect(
      index
        .split("\n")
        .slice(0, -1)
        .map((line) => line.split(")")[0]),
    ).toEqual(["test,one", "test,three"]);
  }));

test("files without an index are left alone", () =>
  inFolder(async (folder) => {
    await add(folder, "one");
    const path = join(folder, "evidence", "index.cdxj");
    rmSync(path);
    const place = await add(folder, "two");
    expect(place?.file).toBe("evidence/00002.warc.gz");
    expect(targets(folder)).toEqual(["https://one.test/"]);
  }));

test("what ends after the archive was closed is not kept", () =>
  inFolder(async (folder) => {
    const archive = await openArchive(folder, about);
    const late = archive.append([response("https://late.test/", "late")]);
    archive.close();
    expect(await late).toBeNull();
  }));
