import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holdsSavedPages, readSavedPages } from "../../../crawler/evidence/saved-pages.ts";
import { inFolder } from "./folder.ts";

/** The addresses that pages of a folder are read under, by file. */
const read = (files: Readonly<Record<string, string>>, url: string | null = null) =>
  inFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    mkdirSync(join(folder, "page_files"));
    const pages = await readSavedPages(folder, url);
    return Object.fromEntries(pages.map((page) => [page.file, page]));
  });

test("which page a file is, it says itself, or its name does", async () => {
  const pages = await read({
    "a.html": "<!-- saved from url=(0024)https://www.acme.test/a -->\n<p>a</p>",
    "b.htm":
      "<!--\n Page saved with SingleFile \n url: https://acme.test/b \n saved date: Tue Sep 01 2026 12:00:00 GMT+0200 (CEST)\n--><p>b</p>",
    "www.acme.test.html": "<p>c</p>",
    "https___acme.test_about.html": "<p>d</p>",
    "page.html": "<p>e</p>",
    "notes.txt": "no page",
  });
  expect(Object.fromEntries(Object.entries(pages).map(([file, { url }]) => [file, url]))).toEqual({
    "a.html": "https://www.acme.test/a",
    "b.htm": "https://acme.test/b",
    "www.acme.test.html": "https://www.acme.test/",
    "https___acme.test_about.html": "https://acme.test/",
    "page.html": null,
  });
  expect(pages["b.htm"]?.date).toBe("2026-09-01T10:00:00.000Z");
});

test("an address that is given stands in where the file tells none, and before its name", async () => {
  const pages = await read({ "www.acme.test.html": "<p>c</p>" }, "https://other.test/x");
  expect(pages["www.acme.test.html"]?.url).toBe("https://other.test/x");
});

test("of an archive the pages are taken, and nothing else", async () => {
  const record = (url: string, type: string) => {
    const block = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\nbody`;
    return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`;
  };
  const pages = await read({
    "a.warc": record("https://acme.test/", "text/html") + record("https://acme.test/a.png", "image/png"),
  });
  expect(pages["a.warc"]?.url).toBe("https://acme.test/");
});

test("saved pages are files of certain names, and folders", () =>
  inFolder(async (folder) => {
    const names = ["a.html", "a.MHT", "a.warc.gz", "a.wacz", "a.csv"];
    for (const name of names) writeFileSync(join(folder, name), "");
    expect([folder, ...names.map((name) => join(folder, name))].map(holdsSavedPages)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  }));
