import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { main } from "../../../cli/index.ts";
import { readTruth } from "../../../datasets/synthetic/truth.ts";
import { recordingTerminal } from "../recording-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "demo-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("an unknown scenario is refused with the names of those that ship, before a folder is made", async () => {
  const terminal = recordingTerminal();
  const out = join(folder, "none");
  expect(await main(["demo", "--scenario", "nowhere", "--out", out], terminal)).toBe(2);
  expect(terminal.told()).toMatch(/cro-2011, hostile, industry-2026, small, waves/);
  expect(existsSync(out)).toBe(false);
});

test("time is moved and another industry drawn by flags", async () => {
  const out = join(folder, "moved");
  const signal = AbortSignal.abort();
  const given = ["demo", "--scenario", "waves", "--serve", "--out", out];
  expect(
    await main([...given, "--now", "2026-09-30T12:00:00Z", "--seed", "7"], recordingTerminal({ signal })),
  ).toBe(0);
  const moved = await readTruth(join(out, "truth"));
  expect(moved.changes.length).toBeGreaterThan(10);
  expect(await main(given, recordingTerminal({ signal }))).toBe(0);
  const first = await readTruth(join(out, "truth"));
  expect(first.changes).toEqual([]);
  expect(first.companies[0]?.domain).not.toBe(moved.companies[0]?.domain);
});
