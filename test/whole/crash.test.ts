import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const program = fileURLToPath(new URL("../../dist/cli/index.js", import.meta.url));
const isBuilt = existsSync(program);
if (!isBuilt)
  console.warn("SKIPPED: dist/ is missing, so nothing can be killed. Build it with: npm run build");

const room = mkdtempSync(join(tmpdir(), "presence-audit-whole-"));
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** A run of the built program in a process of its own. */
function start(...given: string[]) {
  const child = spawn(process.execPath, [program, ...given], { stdio: ["ignore", "pipe", "pipe"] });
  let told = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (told += String(piece)));
  const ended = new Promise<{ code: number | null; told: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, told })),
  );
  return { child, ended };
}

const linesIn = (path: string) => (existsSync(path) ? readFileSync(path, "utf8").split("\n").length - 1 : 0);

/** Resolves when the journal of visits has so many lines, or the run has ended. */
function visitsReach(count: number, folder: string, child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (child.exitCode === null && linesIn(visitsOf(folder)) < count) return;
      clearInterval(timer);
      resolve();
    }, 10);
  });
}

const visitsOf = (folder: string) => join(folder, "journal", "visits.jsonl");

test.skipIf(!isBuilt)(
  "a demo killed half way goes on where it was, and its tables are those of one that ran through",
  async () => {
    const [whole, cut] = [join(room, "whole"), join(room, "cut")];
    expect((await start("demo", "--out", whole).ended).code).toBe(0);
    const { child, ended } = start("demo", "--out", cut);
    await visitsReach(40, cut, child);
    child.kill("SIGKILL");
    expect((await ended).code).toBeNull();
    const before = linesIn(visitsOf(cut));
    expect(before).toBeGreaterThanOrEqual(40);
    expect(before).toBeLessThan(80);
    const resumed = await start("demo", "--out", cut).ended;
    expect(resumed.code).toBe(0);
    expect(resumed.told).toContain("going on where it was");
    expect(resumed.told).toContain("Rules of politeness broken: 0");
    expect(linesIn(visitsOf(cut))).toBe(80);
    const diff = await start("diff", "--tables", whole, cut).ended;
    expect(diff).toMatchObject({ code: 0 });
  },
  300_000,
);

test.skipIf(!isBuilt)(
  "what the README shows of the demo is what the demo says",
  async () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const [, shown = ""] = /```\n\$ npm run demo\n(.*?)```/s.exec(readme) ?? [];
    const pieces = shown.split(/\n(?! )|\.\.\./).map(spaced);
    expect(pieces.length).toBeGreaterThan(15);
    const { told } = await start("demo", "--out", join(room, "whole")).ended;
    for (const piece of pieces) expect(spaced(told)).toContain(piece);
  },
  300_000,
);

const spaced = (text: string) => text.replace(/\s+/g, " ").trim();

test.skipIf(!isBuilt)(
  "a second process on the same folder is told who is there, and changes nothing",
  async () => {
    const folder = join(room, "two");
    const first = start("demo", "--out", folder);
    await visitsReach(1, folder, first.child);
    const second = await start("analyse", folder).ended;
    expect(second.code).toBe(2);
    expect(second.told).toContain(`process ${first.child.pid} is working on this audit`);
    expect((await first.ended).code).toBe(0);
  },
  300_000,
);

test.skipIf(!isBuilt).each(["SIGTERM", "SIGINT"] as const)(
  "%s stops an audit at once, flushed and resumable",
  async (signal) => {
    const folder = join(room, signal);
    const { child, ended } = start("demo", "--out", folder);
    await visitsReach(10, folder, child);
    const from = performance.now();
    child.kill(signal);
    const { code, told } = await ended;
    console.log(`${signal}: stopped after ${Math.round(performance.now() - from)} ms`);
    expect(code).toBe(3);
    expect(told).toContain("Run the same command again to go on");
    const journal = readFileSync(visitsOf(folder), "utf8");
    for (const line of journal.split("\n").slice(0, -1)) expect(() => JSON.parse(line)).not.toThrow();
    expect(journal.endsWith("\n")).toBe(true);
  },
  300_000,
);
