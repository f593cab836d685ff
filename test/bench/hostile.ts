/**
 * `npm run bench:hostile -- [NAMES ...]`: serves all hostile sites (or those whose names begin so) and a few honest ones from this process, crawls them
 * with the program in a process of its own, with the limits every audit has, and prints what came out otherwise than expected, how
 * long it took, its peak memory, its longest pause, and who was asked though nobody may ask there.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { processTerminal } from "../../cli/terminal.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { html, page } from "../hostile/answers.ts";
import { hostileCases } from "../hostile/cases/index.ts";
import { type HostileCase, serveHostile } from "../hostile/server.ts";

const terminal = processTerminal();
const named = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "presence-audit-hostile-"));
const links = ["about", "contact", "news"].map((path) => `<a href="/${path}">${path}</a>`).join(" ");
const honest = Array.from({ length: 20 }, (_, i): HostileCase => {
  const name = `honest-${i}`;
  return { name, expected: "visited", http: html(page(links)) };
});
const cases = [
  ...hostileCases.filter(({ name }) => named.length === 0 || named.some((word) => name.startsWith(word))),
  ...honest,
];
const hostsOf = ({ name, hosts = [] }: HostileCase) => [`${name}.test`, ...hosts];
const server = await serveHostile(cases);
try {
  const begun = performance.now();
  const { longestPauseMs, peakMb } = await crawl();
  terminal.print(
    `${((performance.now() - begun) / 1_000).toFixed(1)} s, peak memory ${peakMb.toFixed(0)} MB, `,
  );
  terminal.print(`longest pause ${longestPauseMs.toFixed(0)} ms\n`);
  terminal.print(await report());
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function crawl() {
  const frame = join(folder, "frame.csv");
  const rows = cases.map(({ name, website }) => `${name},${name},${website ?? `http://${name}.test/`}\n`);
  writeFileSync(frame, `id,name,website\n${rows.join("")}`);
  const rules = cases.flatMap((each) =>
    hostsOf(each).flatMap((host) => [`${host}:9:127.0.0.1:9`, `${host}::127.0.0.1:${server.port}`]),
  );
  const watched = join(folder, "watched.json");
  const child = spawn(
    process.execPath,
    [
      ...["--import", new URL("watch.js", import.meta.url).href],
      fileURLToPath(new URL("../../cli/index.js", import.meta.url)),
      ...["crawl", frame, "--out", join(folder, "audit"), "--quiet", "--contact", "https://bench.test/"],
      ...rules.flatMap((rule) => ["--connect-to", rule]),
    ],
    { stdio: "inherit", env: { ...process.env, WATCH_FILE: watched } },
  );
  await once(child, "exit");
  return z
    .object({ longestPauseMs: z.number(), peakMb: z.number() })
    .parse(JSON.parse(readFileSync(watched, "utf8")));
}

async function report(): Promise<string> {
  const snapshot = reopenSnapshot(join(folder, "audit"));
  const expected = new Map(cases.map((each) => [each.name, each.expected]));
  const differing: string[] = [];
  let [slowest, longestMs] = ["", 0];
  for await (const { companyId, outcome, reason, startedAt, finishedAt } of snapshot.read(tables.companies)) {
    const wanted = expected.get(companyId) ?? "";
    const found = wanted.includes("/") && reason ? `${outcome}/${reason}` : outcome;
    if (found !== wanted) differing.push(`  ${companyId}: ${outcome}/${reason} instead of ${wanted}\n`);
    const ms = Date.parse(finishedAt ?? "") - Date.parse(startedAt ?? "");
    if (ms > longestMs) [slowest, longestMs] = [companyId, ms];
  }
  snapshot.close();
  const known = new Set(cases.flatMap(hostsOf));
  const forbidden = server.arrivals.filter(({ host }) => !known.has(host));
  return [
    `${cases.length} sites, ${differing.length} otherwise than expected, the slowest ${slowest} in ${(longestMs / 1_000).toFixed(1)} s\n`,
    ...differing,
    `${forbidden.length} requests where none may go\n`,
    ...forbidden.map(({ host, path }) => `  ${host}${path}\n`),
  ].join("");
}
