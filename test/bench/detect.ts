/**
 * `npm run bench:detect -- [PAGES] [SECONDS]`: how many MB of pages a CPU second reads, ours beside a peer's, each method in a process of
 * its own, in turns, the median of three; and how much longer than an ordinary page hostile ones take a byte. Peers come from `npm run setup:bench`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";
import { processTerminal } from "../../cli/terminal.ts";
import { detect } from "../../crawler/detect.ts";

const [pages = "../shared/corpus/pages", seconds = "5", method = ""] = process.argv.slice(2);
const terminal = processTerminal();
const url = "https://www.acme.example/";
const ours = (body: Uint8Array) => detect({ body, url, contentType: "text/html" });

type Reader = (body: Uint8Array) => unknown;

/** Reads all pages again and again; prints MB per CPU second. */
async function measure(name: string): Promise<void> {
  const bodies = readdirSync(pages)
    .filter((file) => file.endsWith(".html"))
    .map((file) => readFileSync(join(pages, file)));
  const read = await readers[name]?.();
  if (read === undefined) throw new Error(`${name}: no such method`);
  for (const body of bodies) read(body);
  let bytes = 0;
  const begun = process.cpuUsage();
  while (cpuSince(begun) < Number(seconds)) {
    for (const body of bodies) read(body);
    bytes += bodies.reduce((sum, body) => sum + body.length, 0);
  }
  terminal.print(`${bytes / 1e6 / cpuSince(begun)}\n`);
}

const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  "presence-audit detect": async () => ours,
  "crawlee parseHandlesFromHtml": async () => {
    const { social } = Crawlee.parse(await peer("@crawlee/utils"));
    return (body) => social.parseHandlesFromHtml(Buffer.from(body).toString("utf8"));
  },
  "cheerio load": async () => {
    const { load } = Cheerio.parse(await peer("cheerio"));
    return (body) => load(Buffer.from(body).toString("utf8"));
  },
};

const callable = z.custom<(text: string) => unknown>((value) => typeof value === "function");
const Crawlee = z.object({ social: z.object({ parseHandlesFromHtml: callable }) });
const Cheerio = z.object({ load: callable });

const bench = new URL("../../../test/bench/", import.meta.url);

function peer(name: string): Promise<unknown> {
  const found = createRequire(new URL("package.json", bench)).resolve(name);
  return import(pathToFileURL(found).href);
}

function report(): void {
  const hasPeers = existsSync(new URL("node_modules/", bench));
  const names = Object.keys(readers).slice(0, hasPeers ? undefined : 1);
  const rounds = [1, 2, 3].map(() => names.map(measureApart));
  const speeds = names.map((name, at) => [name, median(rounds.map((round) => round[at] ?? 0))] as const);
  const slowest = Math.min(...speeds.map(([, speed]) => speed));
  for (const [name, speed] of speeds) {
    terminal.print(
      `${name.padEnd(30)} ${speed.toFixed(1).padStart(7)} MB per CPU s  ${(speed / slowest).toFixed(1)}x\n`,
    );
  }
  if (!hasPeers) terminal.print("peers are not installed: npm run setup:bench\n");
  const ordinary = 1 / (speeds[0]?.[1] ?? 1);
  for (const [name, page] of hostilePages()) {
    const perByte = secondsToRead(page) / (page.length / 1e6);
    terminal.print(
      `${name.padEnd(30)} ${(perByte / ordinary).toFixed(2).padStart(7)} x an ordinary page's time a byte\n`,
    );
  }
}

function measureApart(name: string): number {
  const script = fileURLToPath(import.meta.url);
  return Number(execFileSync(process.execPath, [script, pages, seconds, name], { encoding: "utf8" }));
}

/** The middle one of three. */
function median(speeds: readonly number[]): number {
  return speeds.toSorted((a, b) => a - b)[1] ?? 0;
}

function hostilePages(): (readonly [string, Uint8Array])[] {
  const files = readdirSync(pages).filter((file) => file.endsWith(".html"));
  const all = files.map((file) => readFileSync(join(pages, file), "utf8")).join("\n");
  const links = Array.from({ length: 100_000 }, (_, i) => `<li><a href="https://x.com/u${i}">u${i}</a></li>`);
  return Object.entries({
    "10 MB of pages in one": all.repeat(Math.ceil(1e7 / all.length)).slice(0, 1e7),
    "100,000 links to accounts": `<ul>${links.join("")}</ul>`,
    "200,000 nested tags": "<div>".repeat(200_000) + "</div>".repeat(200_000),
    "1 MB in one attribute": `<a class="${"x ".repeat(500_000)}" href="https://x.com/acme">X</a>`,
  }).map(([name, html]) => [name, Buffer.from(html)] as const);
}

/** The best of three, after one to warm up. */
function secondsToRead(page: Uint8Array): number {
  ours(page);
  const times = [1, 2, 3].map(() => {
    const begun = process.cpuUsage();
    ours(page);
    return cpuSince(begun);
  });
  return Math.min(...times);
}

function cpuSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}

if (method === "") report();
else await measure(method);
