import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readStored } from "../../crawler/evidence/stored.ts";
import { SiteVisit } from "../../datasets/schema.ts";

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

/** A demo that nothing happens to, and what it said. */
const whole = join(room, "whole");
let uncut: { code: number | null; told: string } = { code: null, told: "" };
beforeAll(async () => {
  if (isBuilt) uncut = await start("demo", "--out", whole).ended;
}, 300_000);

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
    const cut = join(room, "cut");
    const { child, ended } = start("demo", "--out", cut);
    await visitsReach(40, cut, child);
    child.kill("SIGKILL");
    expect((await ended).code).toBeNull();
    const before = linesIn(visitsOf(cut));
    expect(before).toBeGreaterThanOrEqual(40);
    expect(before).toBeLessThan(80);
    expect(await unreadableIn(cut)).toEqual([]);
    const resumed = await start("demo", "--out", cut).ended;
    expect(resumed.code).toBe(0);
    expect(resumed.told).toContain("going on where it was");
    expect(resumed.told).toContain("Rules of politeness broken: 0");
    expect(linesIn(visitsOf(cut))).toBe(80);
    const diff = await start("diff", "--tables", whole, cut).ended;
    expect(diff).toMatchObject({ code: 0 });
    // What the killed run kept and what the next one added are one archive: done again from it, the audit is the same.
    expect(await unreadableIn(cut)).toEqual([]);
    const again = join(room, "again");
    expect((await start("replay", cut, "--out", again).ended).code).toBe(0);
    const published = readdirSync(join(cut, "tables")).map((name) => join("tables", name));
    for (const path of [...published, "audit.json", "report.html"]) {
      expect(readFileSync(join(again, path), "utf8") === readFileSync(join(cut, path), "utf8"), path).toBe(
        true,
      );
    }
  },
  300_000,
);

/** Places that journalled visits point to and that hold no record with the digest they name. */
async function unreadableIn(folder: string): Promise<string[]> {
  const visits = readFileSync(visitsOf(folder), "utf8").split("\n").slice(0, -1);
  const captures = visits.flatMap((line) => SiteVisit.parse(JSON.parse(line)).captures);
  const unreadable: string[] = [];
  for (const { captureId, evidence, sha256 } of captures) {
    if (!evidence || sha256 === null) continue;
    const { body } = await readStored(folder, evidence);
    if (createHash("sha256").update(body).digest("hex") !== sha256) unreadable.push(captureId);
  }
  return unreadable;
}

test.skipIf(!isBuilt)("what the README shows of the demo is what the demo says", async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, shown = ""] = /```\n\$ npm run demo\n(.*?)```/s.exec(readme) ?? [];
  const pieces = shown.split(/\n(?! )|\.\.\./).map(spaced);
  expect(pieces.length).toBeGreaterThan(15);
  expect(uncut.code).toBe(0);
  for (const piece of pieces) expect(spaced(uncut.told)).toContain(piece);
});

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
