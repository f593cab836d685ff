/** Archives as other programs write them, and ours as another program reads them. */
import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { expect, onTestFinished, test } from "vitest";
import { main } from "../../cli/index.ts";
import { recordingTerminal } from "../cli/recording-terminal.ts";

const run = promisify(execFile);

const footer = `<footer><a href="https://twitter.com/acmecro">Twitter</a> <a href="https://www.linkedin.com/company/acme-cro">LinkedIn</a></footer>`;
const home = `<!doctype html><title>Acme</title><nav><a href="/about">About</a></nav><p>${"Acme runs clinical trials. ".repeat(20)}</p>${footer}`;
const about = `<!doctype html><title>About</title><p>Über Acme.</p><a href="https://bsky.app/profile/acme.test">Bluesky</a>`;

function room(): { folder: string; frame: string } {
  const folder = mkdtempSync(join(tmpdir(), "archives-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const frame = join(folder, "frame.csv");
  writeFileSync(frame, "name,website\nAcme,http://acme.test\n");
  return { folder, frame };
}

/** Audits archives; gives accounts, instants and outcomes as the tables have them. */
async function audited(folder: string, frame: string, files: readonly string[]) {
  const out = join(folder, "wave");
  const terminal = recordingTerminal();
  const code = await main(["replay", ...files, "--frame", frame, "--out", out], terminal);
  expect([code, terminal.told()]).toEqual([0, expect.stringContaining("answers of the frame's sites")]);
  const table = (name: string) => readFileSync(join(out, "tables", `${name}.csv`), "utf8");
  return { out, table };
}

const accounts = ["bluesky:acme.test", "linkedin:company/acme-cro", "x:acmecro"];

const hasWget = spawnSync("wget", ["--version"]).status === 0;
if (!hasWget)
  console.warn(
    "SKIPPED: wget is missing, so no archive of its making is read. Install it with: apt-get install wget",
  );

test.skipIf(!hasWget).each([
  ["gzipped", []],
  ["plain", ["--no-warc-compression"]],
])("an archive that wget wrote, %s, is audited", async (_, options) => {
  const { folder, frame } = room();
  // A proxy is asked for whole addresses, so that the archive has real ones.
  const server = createServer(({ url }, response) => {
    const page = { "http://acme.test/": home, "http://acme.test/about": about }[url ?? ""];
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(page ?? "not here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await run(
    "wget",
    ["-q", "-r", "-l1", "--delete-after", "--warc-file=crawl", ...options, "http://acme.test/"],
    {
      cwd: folder,
      env: { http_proxy: `http://127.0.0.1:${port}`, PATH: process.env["PATH"] },
    },
  ).finally(() => {
    server.close();
    server.closeAllConnections();
  });
  const archive = readdirSync(folder).find((name) => name.startsWith("crawl.warc"));
  const { table } = await audited(folder, frame, [join(folder, archive ?? "crawl.warc.gz")]);
  for (const account of accounts) expect(table("accounts")).toContain(account);
  expect(table("companies")).toMatch(/,visited,,/);
  const [, capturedAt = ""] = /,(\d{4}-\d\d-\d\dT[\d:.]+Z),http,visited/.exec(table("captures")) ?? [];
  // The capture's instant is the record's, to the second, and not that of the replay.
  expect(capturedAt).toMatch(/:\d\d\.000Z$/);
});

const sha256 = (text: string | Uint8Array) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

/** One record as browsertrix writes it: WARC 1.1, the head as it came, the body decoded or as the browser got it. */
function crawled(type: string, url: string, block: Uint8Array, contentType: string): Uint8Array {
  const head = [
    ["WARC-Page-ID", "0c3f0e5e-8b2c-4b6f-9a53-3d2ad9d6a0b1"],
    ...(type === "response"
      ? [
          ["WARC-Resource-Type", "document"],
          ["WARC-JSON-Metadata", '{"ipType":"Public"}'],
        ]
      : []),
    ["WARC-Record-ID", "<urn:uuid:6a3f7a16-2b0e-4d55-8a49-6f0b8f4c2f11>"],
    ["WARC-Target-URI", url],
    ["WARC-Date", "2024-05-06T07:08:09.123Z"],
    ["WARC-Type", type],
    ["Content-Type", contentType],
    ["WARC-Payload-Digest", sha256(block)],
    ["WARC-Block-Digest", sha256(block)],
    ["Content-Length", String(block.length)],
  ].map(([name, value]) => `${name}: ${value}\r\n`);
  return gzipSync(
    Buffer.concat([Buffer.from(`WARC/1.1\r\n${head.join("")}\r\n`), block, Buffer.from("\r\n\r\n")]),
  );
}

test("a WACZ like browsertrix's is audited: bodies decoded under headers that say otherwise, compressed ones, views and texts", async () => {
  const { folder, frame } = room();
  const http = "application/http; msgtype=response";
  const message = (headers: string, body: Uint8Array) =>
    Buffer.concat([
      Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${headers}\r\n`),
      body,
    ]);
  const records = [
    crawled(
      "warcinfo",
      "",
      Buffer.from("software: Browsertrix-Crawler 1.6.0\r\nformat: WARC File Format 1.1\r\n"),
      "application/warc-fields",
    ),
    crawled(
      "response",
      "http://acme.test/",
      message("x-orig-content-encoding: br\r\nContent-Encoding: br\r\n", Buffer.from(home)),
      http,
    ),
    crawled(
      "request",
      "http://acme.test/",
      Buffer.from("GET / HTTP/1.1\r\nHost: acme.test\r\n\r\n"),
      "application/http; msgtype=request",
    ),
    crawled("resource", "urn:view:http://acme.test/", Buffer.from("png"), "image/png"),
    crawled("resource", "urn:text:http://acme.test/", Buffer.from("Acme"), "text/plain"),
    crawled(
      "response",
      "http://acme.test/about",
      message("Content-Encoding: br\r\n", brotliCompressSync(about)),
      http,
    ),
  ];
  const path = join(folder, "crawl.wacz");
  const files = {
    "datapackage.json": strToU8('{"profile":"data-package","wacz_version":"1.1.1"}'),
    "pages/pages.jsonl": strToU8('{"format":"json-pages-1.0"}\n'),
    "archive/rec-0.warc.gz": new Uint8Array(Buffer.concat(records)),
  };
  writeFileSync(path, zipSync(files, { level: 0 }));
  const { table } = await audited(folder, frame, [path]);
  for (const account of accounts) expect(table("accounts")).toContain(account);
  expect(table("captures")).toContain("2024-05-06T07:08:09.123Z");
});

test("warcio reads what we keep, what was overwritten included", async () => {
  const { folder, frame } = room();
  const record = (url: string, body: string) =>
    Buffer.from(
      crawled(
        "response",
        url,
        Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`),
        "application/http; msgtype=response",
      ),
    );
  const path = join(folder, "crawl.warc.gz");
  writeFileSync(path, Buffer.concat([record("http://acme.test/", home), record("http://beta.test/", about)]));
  writeFileSync(frame, "name,website\nAcme,http://acme.test\nBeta,http://beta.test\n");
  const { out } = await audited(folder, frame, [path]);
  const index = async () => {
    const bin = new URL("../../node_modules/warcio/dist/cli.js", import.meta.url).pathname;
    const { stdout } = await run(process.execPath, [bin, "index", join(out, "evidence", "00001.warc.gz")]);
    return stdout.split("\n").flatMap((line) => /"warc-type":"(\w+)"/.exec(line)?.[1] ?? []);
  };
  expect(await index()).toEqual(["warcinfo", "response", "response"]);
  expect(await main(["forget", out, "Acme"], recordingTerminal())).toBe(0);
  expect(await index()).toEqual(["warcinfo", "metadata", "response"]);
});
