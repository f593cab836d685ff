/**
 * `npm run bench:crash [-- KILLS SEED]`: what an audit loses when it is killed, interrupted, or has no room to write. 200 sites on
 * loopback, every run a process of its own. Prints one line a scenario; exits with 1 when any of them failed.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processTerminal } from "../cli/terminal.ts";
import { begunAudit, faultsOf, sitesAskedAgain } from "./crash-audit.ts";
import { type CrashSites, type Run, type RunOptions, serveSites, startRun } from "./crash-sites.ts";

const terminal = processTerminal();
const [kills = 20, seed = 1] = process.argv.slice(2).map(Number);
const siteCount = 200;
const concurrency = 16;
const manySites = 50_000;
const nobody = 65_534;

const room = mkdtempSync(join(tmpdir(), "presence-audit-crash-"));
chmodSync(room, 0o777);
const random = randomOf(seed);
let failed = 0;
const frame = frameOf(siteCount);
const whole = await uninterrupted();
await killedOnce();
await killedOften();
await interrupted();
await withoutRoom();
await fullDisk();
await resumedLarge();
rmSync(room, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;

/** Numbers from 0 to 1 by mulberry32, so that a run can be repeated. */
function randomOf(state: number): () => number {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function frameOf(count: number): string {
  const path = join(room, `frame-${count}.csv`);
  const rows = Array.from({ length: count }, (_, i) => `s${i},Site ${i},http://site${i}.test/`);
  writeFileSync(path, `id,name,website\n${rows.join("\n")}\n`);
  return path;
}

function tell(name: string, faults: readonly string[], figures: string): void {
  if (faults.length > 0) failed += 1;
  terminal.print(`${faults.length > 0 ? "FAILED" : "ok    "} ${name}: ${figures}\n`);
  for (const fault of faults.slice(0, 10)) terminal.print(`       ${fault}\n`);
}

function crawl(folder: string, sites: CrashSites, options: RunOptions = {}, ofFrame = frame) {
  const connectTo = [`:80:127.0.0.1:${sites.port}`, `:443:127.0.0.1:${sites.port}`].flatMap((rule) => [
    "--connect-to",
    rule,
  ]);
  const pace = ["--delay-ms", "20", "--concurrency", String(concurrency)];
  return startRun(["crawl", ofFrame, "--out", folder, ...pace, ...connectTo], options);
}

/** The audit all others are compared with, and how long it took. */
async function uninterrupted() {
  const sites = await serveSites();
  const folder = join(room, "whole");
  const { code, ms } = await crawl(folder, sites).ended;
  sites.close();
  tell(
    "uninterrupted",
    code === 0 ? await faultsOf(folder, folder, siteCount) : [`exit ${code}`],
    `${siteCount} sites in ${Math.round(ms)} ms`,
  );
  return { folder, ms };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Resolves when so many more requests have arrived, or the run has ended. */
async function moreRequests(count: number, sites: CrashSites, { child }: Run): Promise<void> {
  const enough = sites.requests() + count;
  while (sites.requests() < enough && child.exitCode === null && child.signalCode === null) await pause(2);
}

/** When to kill a run: resolves at that instant. */
type Instant = (sites: CrashSites, run: Run) => Promise<void>;

/** Kills an audit at some instants, then lets it end. */
async function killed(name: string, instants: readonly Instant[]) {
  const sites = await serveSites();
  const folder = join(room, name);
  let [again, cut] = [0, 0];
  for (const instant of instants) {
    const run = crawl(folder, sites);
    await Promise.race([instant(sites, run), run.ended]);
    run.child.kill("SIGKILL");
    if ((await run.ended).code === null) cut += 1;
  }
  const { code, told } = await crawl(folder, sites).ended;
  sites.close();
  again = sitesAskedAgain(sites.asked);
  const faults = code === 0 ? await faultsOf(folder, whole.folder, siteCount) : [`exit ${code}: ${told}`];
  if (again > cut * concurrency) faults.push(`${again} sites were fetched again after ${cut} kills`);
  rmSync(folder, { recursive: true, force: true });
  return { faults, again, cut };
}

async function killedOnce(): Promise<void> {
  const faults: string[] = [];
  let [most, cut] = [0, 0];
  for (let i = 0; i < kills; i += 1) {
    const ms = Math.round(random() * whole.ms);
    const trial = await killed(`kill-${i}`, [() => pause(ms)]);
    faults.push(...trial.faults.map((fault) => `killed after ${ms} ms: ${fault}`));
    most = Math.max(most, trial.again);
    cut += trial.cut;
  }
  tell(
    "SIGKILL",
    faults,
    `${cut} of ${kills} runs were cut, at most ${most} of ${siteCount} sites fetched again`,
  );
}

async function killedOften(): Promise<void> {
  const instants = Array.from({ length: 5 }, (): Instant => {
    const count = Math.round(10 + random() * 100);
    return (sites, run) => moreRequests(count, sites, run);
  });
  const { faults, again, cut } = await killed("killed-often", instants);
  tell("5 kills in one audit", faults, `${cut} cut, ${again} sites fetched again`);
}

/** SIGINT and SIGTERM: exit 3 within 2 s, and nothing is lost. */
async function interrupted(): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const sites = await serveSites();
    const folder = join(room, signal);
    const run = crawl(folder, sites);
    await moreRequests(siteCount, sites, run);
    const from = performance.now();
    run.child.kill(signal);
    const { code } = await run.ended;
    const ms = Math.round(performance.now() - from);
    const resumed = await crawl(folder, sites).ended;
    sites.close();
    const faults =
      resumed.code === 0 ? await faultsOf(folder, whole.folder, siteCount) : [`resume: exit ${resumed.code}`];
    if (code !== 3) faults.push(`exit ${code}`);
    if (ms > 2_000) faults.push(`took ${ms} ms`);
    tell(
      signal,
      faults,
      `stopped in ${ms} ms, exit ${code}, ${sitesAskedAgain(sites.asked)} sites fetched again`,
    );
  }
}

/** No room: one error, exit 3 within 10 s of it, and the same command goes on once there is room. */
async function withoutRoom(): Promise<void> {
  const limited = join(room, "limited");
  await stoppedThenResumed("file-size limit", limited, { shell: "ulimit -f 150;" });
  const readOnly = join(room, "read-only");
  const sites = await serveSites();
  const begun = crawl(readOnly, sites, { user: nobody });
  await moreRequests(siteCount, sites, begun);
  begun.child.kill("SIGTERM");
  await begun.ended;
  sites.close();
  await stoppedThenResumed(
    "read-only folder",
    readOnly,
    { user: nobody, shell: `chmod -R a-w '${readOnly}';` },
    `chmod -R a+w '${readOnly}';`,
  );
}

/** A real full disk, where this user may mount one: 120 kB that an audit of 200 sites does not fit into. */
async function fullDisk(): Promise<void> {
  const disk = join(room, "disk");
  mkdirSync(disk);
  const shell = (line: string) => spawnSync("/bin/sh", ["-c", line]).status;
  if (shell(`mount -t tmpfs -o size=120k tmpfs '${disk}'`) !== 0) {
    return terminal.print("skipped full disk: this user may not mount one (the file-size limit was tried)\n");
  }
  try {
    await stoppedThenResumed("full disk", join(disk, "audit"), {}, `mount -o remount,size=50m '${disk}';`);
  } finally {
    shell(`umount '${disk}'`);
  }
}

async function stoppedThenResumed(
  name: string,
  folder: string,
  options: RunOptions,
  mend = "",
): Promise<void> {
  const sites = await serveSites();
  const stopped = await crawl(folder, sites, options).ended;
  // Who cannot write asks nobody any more.
  const after = Math.round(performance.now() - sites.lastAt());
  const resumed = await crawl(folder, sites, { ...options, shell: mend }).ended;
  sites.close();
  const faults =
    resumed.code === 0
      ? await faultsOf(folder, whole.folder, siteCount)
      : [`resume: exit ${resumed.code} ${resumed.told}`];
  if (stopped.code !== 3) faults.push(`exit ${stopped.code}`);
  if (after > 10_000) faults.push(`ended ${after} ms after its last request`);
  const error = stopped.told.trim().split("\n").at(-1) ?? "";
  const times = `${Math.round(stopped.ms)} ms, ${after} ms after its last request`;
  tell(name, faults, `exit ${stopped.code} after ${times}: ${error}`);
}

/** An audit of 50,000 sites of which 20 are left: the first request has to leave within 2 s. */
async function resumedLarge(): Promise<void> {
  const folder = join(room, "large");
  const large = frameOf(manySites);
  mkdirSync(folder);
  await begunAudit(folder, { frame: large, left: 20, delayMs: 20 });
  const sites = await serveSites();
  const from = performance.now();
  const { child, ended } = crawl(folder, sites, {}, large);
  while (sites.asked.size === 0 && child.exitCode === null) await pause(5);
  const first = Math.round(performance.now() - from);
  child.kill("SIGKILL");
  const { told } = await ended;
  sites.close();
  const faults = sites.asked.size > 0 ? [] : [`nothing was asked: ${told}`];
  if (first > 2_000) faults.push(`the first request left after ${first} ms`);
  tell(`resume of ${manySites} sites`, faults, `first request after ${first} ms`);
}
