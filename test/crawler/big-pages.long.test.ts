import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { openPageReader, type PageReader } from "../../crawler/big-pages.ts";

const folder = mkdtempSync(join(tmpdir(), "presence-audit-reader-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread that says how many pages it has read, and does as the page's address wishes. */
const script = join(folder, "thread.mjs");
writeFileSync(
  script,
  `import { parentPort } from "node:worker_threads";
  let read = 0;
  parentPort.on("message", ({ url }) => {
    if (url === "hang") for (;;);
    if (url === "crash") throw new Error("crash");
    if (url === "leave") process.exit();
    if (url === "fill") for (const all = []; ; ) all.push({ all: [...url] });
    parentPort.postMessage({ title: url, textLength: (read += 1) });
  });`,
);

/** Reads pages by their addresses; of each its title and how many its thread had read by then, or null. */
async function readAll(reader: PageReader | null, urls: readonly string[]) {
  const readings = await Promise.all(
    urls.map((url) => reader?.read({ body: new Uint8Array(8), url, contentType: null })),
  );
  reader?.close();
  return readings.map((reading) => reading && `${reading.title} ${reading.textLength}`);
}

test("pages are read in their order by one thread", async () => {
  const reader = openPageReader(pathToFileURL(script));
  expect(await readAll(reader, ["a", "b", "c"])).toEqual(["a 1", "b 2", "c 3"]);
});

test.each(["hang", "crash", "leave"])(
  "a page that makes its thread %s costs that page only",
  async (fate) => {
    const reader = openPageReader(pathToFileURL(script), 1_000);
    expect(await readAll(reader, ["a", fate, "b", "c"])).toEqual(["a 1", null, "b 1", "c 2"]);
  },
);

test("a page that fills its thread's memory brings down nothing else", async () => {
  const reader = openPageReader(pathToFileURL(script), 20_000);
  expect(await readAll(reader, ["fill", "b"])).toEqual([null, "b 1"]);
});

test("where the sources run as they are there is no thread to read in", () => {
  expect(openPageReader(pathToFileURL(join(folder, "missing.js")))).toBeNull();
});

test("there is no room while many pages wait, and again when they are read", async () => {
  const reader = openPageReader(pathToFileURL(script));
  let read = 0;
  const pages = Array.from({ length: 6 }, async (_, index) => {
    await reader?.read({ body: new Uint8Array(8), url: `page ${index}`, contentType: null });
    read += 1;
  });
  await reader?.room();
  expect(read).toBeGreaterThanOrEqual(5);
  await Promise.all(pages);
  await reader?.room();
  reader?.close();
});
