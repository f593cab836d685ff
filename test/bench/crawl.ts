/**
 * `npm run bench:crawl -- KIT [SITES] [PAGE_KB] [ROUNDS] [PEERS]`: crawls the farm of websites in the folder KIT with this project, with
 * Crawlee (`npm run setup:bench`) and with Scrapy (of the system), in turns on one machine, and prints pages per CPU second and the
 * memory each took. A peer that is not installed is left out. Loopback only; needs /usr/bin/time.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { processTerminal } from "../../cli/terminal.ts";

/** What one run cost. */
interface Cost {
  peer: string;
  pages: number;
  cpuSeconds: number;
  wallSeconds: number;
  peakMb: number;
}

const terminal = processTerminal();
const [given = ".", sites = "250", pageKb = "60", rounds = "1", named = ""] = process.argv.slice(2);
const kit = realpathSync(given);
const port = "18480";
const requestsAtOnce = "32";
const folder = mkdtempSync(join(tmpdir(), "presence-audit-bench-"));
const [log, out, times] = ["log.tsv", "found.jsonl", "time"].map((name) => join(folder, name));
const peerFile = (name: string) =>
  fileURLToPath(new URL(`../../../test/bench/peers/${name}`, import.meta.url));

const project = (evidence: string) => [
  process.execPath,
  fileURLToPath(new URL("farm-adapter.js", import.meta.url)),
  ...["--sites", sites, "--port", port, "--delay", "0", "--concurrency", requestsAtOnce, "--out", `${out}`],
  ...["--evidence", evidence],
];
const commands: Readonly<Record<string, readonly string[]>> = {
  project: project("none"),
  evidence: project("reduced"),
  crawlee: [process.execPath, peerFile("crawlee.mjs"), sites, port, requestsAtOnce, `${out}`],
  scrapy: ["/usr/bin/python3", peerFile("scrapy_peer.py"), sites, port, requestsAtOnce, `${out}`],
};

const peers = Object.keys(commands).filter((peer) => named === "" || named.split(",").includes(peer));
const farm = spawn(process.execPath, [
  join(kit, "farm.mjs"),
  ...["--sites", sites, "--port", port, "--page-median", pageKb],
]);
try {
  await new Promise((ready, fail) => {
    farm.stdout.once("data", ready);
    farm.once("exit", () => fail(new Error(`${kit}: holds no farm.mjs that runs`)));
  });
  const costs: Cost[] = [];
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const peer of peers) costs.push(...(await run(peer)));
  }
  terminal.print(table(costs));
} finally {
  farm.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function control(path: string): Promise<void> {
  await (await fetch(`http://127.0.0.1:${port}/__farm/${path}`)).text();
}

/** Runs one peer once; nothing where it is not there or failed. */
async function run(peer: string): Promise<Cost[]> {
  await control(`log?file=${log}`);
  const timed = ["-o", `${times}`, "-f", "%e %U %S %M", ...(commands[peer] ?? [])];
  const child = spawn("/usr/bin/time", timed, { stdio: ["ignore", "ignore", "inherit"] });
  const [status] = await once(child, "exit");
  await control("flush");
  if (status !== 0) {
    terminal.tell(`${peer}: did not run, left out\n`);
    return [];
  }
  const [wallSeconds = 0, user = 0, system = 0, peakKb = 0] = readFileSync(`${times}`, "utf8")
    .split(" ")
    .map(Number);
  const lines = readFileSync(`${log}`, "utf8")
    .split("\n")
    .map((line) => line.split("\t"));
  const pages = lines.filter(([, , path, code]) => code === "200" && path !== "/robots.txt").length;
  return [{ peer, pages, cpuSeconds: user + system, wallSeconds, peakMb: peakKb / 1024 }];
}

/** The median of each peer's runs, and how much more this project does in a CPU second. */
function table(costs: readonly Cost[]): string {
  const median = (peer: string, of: (cost: Cost) => number) => {
    const values = costs
      .filter((cost) => cost.peer === peer)
      .map(of)
      .sort((a, b) => a - b);
    return values[values.length >> 1] ?? Number.NaN;
  };
  const perCpuSecond = ({ pages, cpuSeconds }: Cost) => pages / cpuSeconds;
  const rows = peers.map((peer) =>
    [
      peer.padEnd(8),
      median(peer, ({ pages }) => pages)
        .toFixed(0)
        .padStart(6),
      median(peer, perCpuSecond).toFixed(1).padStart(15),
      median(peer, ({ wallSeconds }) => wallSeconds)
        .toFixed(1)
        .padStart(8),
      median(peer, ({ peakMb }) => peakMb)
        .toFixed(0)
        .padStart(9),
      (median("project", perCpuSecond) / median(peer, perCpuSecond)).toFixed(2).padStart(10),
    ].join(" "),
  );
  const head = `${sites} sites, pages of ${pageKb} KB, ${rounds} rounds\npeer      pages pages/CPU sec  wall s   peak MB  project x`;
  return [head, ...rows, ""].join("\n");
}
