import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { main } from "../../cli/index.ts";
import { collect } from "../../datasets/collect.ts";
import { diffTables } from "../../datasets/diff.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { recordingTerminal } from "../cli/recording-terminal.ts";
import { serve } from "../crawler/loopback.ts";

const text = "We run clinical trials for sponsors. ".repeat(20);
const pageOf = (path: string) =>
  `<!doctype html><title>Acme ${path}</title><nav><a href="/about">About</a> <a href="/contact">Contact</a></nav>
   <p>${text}</p><footer><a href="https://www.linkedin.com/company/acme">LinkedIn</a></footer>`;

/** A site whose pages have an ETag, or a date on /about, and answer 304 to who has them. `changed` are pages that are new. */
async function site() {
  const [changed, counts] = [new Set<string>(), { full: 0, unchanged: 0 }];
  const server = await serve(({ url = "", headers }, response) => {
    if (url === "/robots.txt") return void response.writeHead(404).end();
    const version = changed.has(url) ? 2 : 1;
    const modified = `Wed, 21 Oct 2015 07:28:0${version} GMT`;
    const validator = url === "/about" ? { "last-modified": modified } : { etag: `"${url}${version}"` };
    const isSame =
      headers["if-none-match"] === validator.etag &&
      headers["if-modified-since"] === validator["last-modified"];
    const answer = isSame ? 304 : 200;
    counts[isSame ? "unchanged" : "full"] += 1;
    response
      .writeHead(answer, { "content-type": "text/html", ...validator })
      .end(isSame ? undefined : pageOf(`${url} ${version}`));
  });
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  onTestFinished(async () => {
    rmSync(folder, { recursive: true });
    await server.close();
  });
  writeFileSync(join(folder, "frame.csv"), "id,name,website\nacme,Acme,http://acme.test/\n");
  const rules = [80, 443].flatMap((port) => ["--connect-to", `:${port}:127.0.0.1:${server.port}`]);
  const crawl = async (out: string, ...more: string[]) => {
    Object.assign(counts, { full: 0, unchanged: 0 });
    const terminal = recordingTerminal();
    const given = ["crawl", join(folder, "frame.csv"), "--out", join(folder, out), "--delay-ms", "0"];
    const code = await main([...given, ...rules, ...more], terminal);
    return { code, told: terminal.told(), ...counts };
  };
  return { folder, changed, crawl };
}

async function capturesIn(folder: string) {
  const snapshot = reopenSnapshot(folder);
  const captures = await collect(snapshot.read(tables.captures));
  snapshot.close();
  return captures;
}

test("an unchanged site costs nothing but 304s, and its tables are those of a whole audit", async () => {
  const { folder, crawl } = await site();
  expect(await crawl("first")).toMatchObject({ code: 0, full: 3, unchanged: 0 });
  expect(await crawl("second", "--since-audit", join(folder, "first"))).toMatchObject({
    code: 0,
    full: 0,
    unchanged: 3,
  });
  expect(await collect(diffTables(join(folder, "first"), join(folder, "second")))).toEqual([]);
  const [first, second] = [await capturesIn(join(folder, "first")), await capturesIn(join(folder, "second"))];
  expect(second.map(({ unchangedSince }) => unchangedSince)).toEqual(
    first.map(({ capturedAt }) => capturedAt),
  );
  expect(await crawl("third", "--since-audit", join(folder, "second"))).toMatchObject({
    full: 0,
    unchanged: 3,
  });
  const third = await capturesIn(join(folder, "third"));
  expect(third.map(({ unchangedSince }) => unchangedSince)).toEqual(
    first.map(({ capturedAt }) => capturedAt),
  );
});

test("what has changed is read anew, and only that", async () => {
  const { folder, changed, crawl } = await site();
  await crawl("first");
  changed.add("/about");
  expect(await crawl("second", "--since-audit", join(folder, "first"))).toMatchObject({
    full: 1,
    unchanged: 2,
  });
  const about = (await capturesIn(join(folder, "second"))).find(({ url }) => url.endsWith("/about"));
  expect(about).toMatchObject({ title: "Acme /about 2", unchangedSince: null });
});

test("what another extractor or other settings read is not taken over, and the user is told", async () => {
  const { folder, crawl } = await site();
  await crawl("first");
  const fewer = await crawl("second", "--since-audit", join(folder, "first"), "--pages-per-site", "2");
  expect(fewer).toMatchObject({ full: 2, unchanged: 0 });
  expect(fewer.told).toContain("every page is fetched anew, since pagesPerSite was 4 and is 2");
  const manifest = join(folder, "first", "audit.json");
  const old = readFileSync(manifest, "utf8").replace(/"extractor": "[^"]*"/, '"extractor": "0"');
  writeFileSync(manifest, old);
  const other = await crawl("third", "--since-audit", join(folder, "first"));
  expect(other).toMatchObject({ full: 3, unchanged: 0 });
  expect(other.told).toContain("its extractor was 0");
});

test("a folder without an audit, and the audit itself, are refused before anything is sent", async () => {
  const { folder, crawl } = await site();
  const none = await crawl("second", "--since-audit", join(folder, "nothing"));
  expect(none).toMatchObject({ code: 2, full: 0 });
  const itself = await crawl("second", "--since-audit", join(folder, "second"));
  expect(itself).toMatchObject({ code: 2, full: 0 });
  expect(itself.told).toContain("Name an earlier one");
});
