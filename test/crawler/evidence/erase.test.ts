import { readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { WARCParser } from "warcio";
import { openArchive } from "../../../crawler/evidence/archive.ts";
import { eraseEvidence, isEvidenceBorrowed, pruneEvidence } from "../../../crawler/evidence/erase.ts";
import { readStored } from "../../../crawler/evidence/stored.ts";
import { about, inFolder, response } from "./folder.ts";

const at = "2026-10-01T00:00:00.000Z";
const fileIn = (folder: string) => join(folder, "evidence", "00001.warc.gz");
const indexIn = (folder: string) => readFileSync(join(folder, "evidence", "index.cdxj"), "utf8");

async function fill(folder: string, names: readonly string[]) {
  const archive = await openArchive(folder, about);
  const request = (name: string) => ({ ...response(`https://${name}.test/`, ""), type: "request" as const });
  const places = [];
  for (const name of names) {
    places.push(await archive.append([request(name), response(`https://${name}.test/`, `of ${name}`)]));
  }
  archive.close();
  return places.flatMap((place) => place ?? []);
}

const bodyAt = async (folder: string, place: Parameters<typeof readStored>[1]) =>
  Buffer.from((await readStored(folder, place)).body).toString();

async function typesIn(path: string): Promise<string[]> {
  const types: string[] = [];
  for await (const record of new WARCParser([new Uint8Array(readFileSync(path))])) {
    types.push(record.warcType ?? "");
    await record.skipFully();
  }
  return types;
}

test("an exchange is overwritten where it stands: every other place stays true, and other programs can read the file", () =>
  inFolder(async (folder) => {
    const places = await fill(folder, ["acme", "beta", "gamma", "delta"]);
    const size = statSync(fileIn(folder)).size;
    const lost = /acme|gamma/;
    expect(await eraseEvidence(folder, ({ url }) => lost.test(url), at)).toMatchObject({ exchanges: 2 });
    expect(statSync(fileIn(folder)).size).toBe(size);
    expect(gunzipSync(readFileSync(fileIn(folder))).toString()).not.toMatch(lost);
    expect(indexIn(folder)).not.toMatch(lost);
    expect(await bodyAt(folder, places[1] ?? expect.fail())).toBe("of beta");
    expect(await bodyAt(folder, places[3] ?? expect.fail())).toBe("of delta");
    await expect(bodyAt(folder, places[0] ?? expect.fail())).rejects.toThrow(/no record/);
    const left = ["request", "response"];
    expect(await typesIn(fileIn(folder))).toEqual(["warcinfo", "metadata", ...left, "metadata", ...left]);
  }));

test("doing it again, or after a kill between file and index, gives the same bytes; then more can be added", () =>
  inFolder(async (folder) => {
    const index = async () => {
      await fill(folder, ["acme", "beta"]);
      return indexIn(folder);
    };
    const before = await index();
    const isLost = ({ url }: { url: string }) => url.includes("acme");
    await eraseEvidence(folder, isLost, at);
    const once = readFileSync(fileIn(folder));
    writeFileSync(join(folder, "evidence", "index.cdxj"), before);
    await eraseEvidence(folder, isLost, at);
    expect(readFileSync(fileIn(folder))).toEqual(once);
    expect(await eraseEvidence(folder, isLost, at)).toEqual({ exchanges: 0, bytes: 0 });
    const [added] = await fill(folder, ["gamma"]);
    expect(await bodyAt(folder, added ?? expect.fail())).toBe("of gamma");
    // The first that is left begins behind what was overwritten before it.
    expect(await eraseEvidence(folder, ({ url }) => url.includes("beta"), at)).toMatchObject({
      exchanges: 1,
    });
    expect(await bodyAt(folder, added ?? expect.fail())).toBe("of gamma");
  }));

test("an archive in which all was overwritten can be added to", () =>
  inFolder(async (folder) => {
    await fill(folder, ["acme"]);
    await eraseEvidence(folder, () => true, at);
    const [added] = await fill(folder, ["beta"]);
    expect(await bodyAt(folder, added ?? expect.fail())).toBe("of beta");
  }));

test("pruning empties the files, keeps their names, and can be done twice and without any evidence", () =>
  inFolder(async (folder) => {
    expect(pruneEvidence(folder)).toEqual({ exchanges: 0, bytes: 0 });
    const [place] = await fill(folder, ["acme"]);
    expect(pruneEvidence(folder)).toMatchObject({ exchanges: 1 });
    expect(pruneEvidence(folder)).toEqual({ exchanges: 0, bytes: 0 });
    // A run that begins and writes nothing, twice: the old name is given to nobody.
    await fill(folder, []);
    await fill(folder, []);
    const [added] = await fill(folder, ["beta"]);
    expect(added?.file).toBe("evidence/00002.warc.gz");
    await expect(bodyAt(folder, place ?? expect.fail())).rejects.toThrow(/no record/);
  }));

test("evidence of another audit is known as borrowed", () =>
  inFolder(async (folder) => {
    expect(isEvidenceBorrowed(folder)).toBe(false);
    await fill(folder, ["acme"]);
    expect(isEvidenceBorrowed(folder)).toBe(false);
    const other = join(folder, "again");
    await fill(other, []);
    rmSync(join(other, "evidence"), { recursive: true });
    symlinkSync("../evidence", join(other, "evidence"), "dir");
    expect(isEvidenceBorrowed(other)).toBe(true);
  }));
