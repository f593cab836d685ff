import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { AuditConfig } from "../../datasets/config.ts";
import { observationKey } from "../../datasets/journals.ts";
import type { Beginning } from "../../datasets/manifest.ts";
import { openSnapshot, reopenSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { company, observation, visit } from "./records.ts";

function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const beginning: Beginning = {
  companies: [company("acme"), company("beta")],
  frameFile: "firms.csv",
  config: AuditConfig.parse({}),
  instrument: { software: "presence-audit 0", grammar: "1", extractor: "1", attribution: "1", observers: [] },
  startedAt: "2026-09-30T12:00:00.000Z",
};

test("an audit that was begun is gone on with, journals and tables included", async () => {
  const folder = scratch();
  const first = openSnapshot(folder, beginning);
  first.visits.append("acme", [visit("acme")]);
  await first.write(tables.companies, [{ ...company("acme"), ...visit("acme") }]);
  first.close();
  const second = openSnapshot(folder, { ...beginning, startedAt: "2027-01-01T00:00:00.000Z" });
  expect(second.visits.has("acme")).toBe(true);
  expect(second.manifest().startedAt).toBe(beginning.startedAt);
  const names: string[] = [];
  for await (const row of second.read(tables.companies)) names.push(row.name);
  expect(names).toEqual(["Acme"]);
  expect(second.manifest().files).toEqual([
    { path: "tables/companies.csv", rows: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  second.close();
});

test("another frame or configuration is refused, and every difference is named", () => {
  const folder = scratch();
  openSnapshot(folder, beginning).close();
  const other = { ...beginning, companies: [company("acme")], config: AuditConfig.parse({ window: 30 }) };
  expect(() => openSnapshot(folder, other)).toThrow(
    /holds another audit[\s\S]*frame: begun with firms\.csv \(2 companies, [0-9a-f]{8}\), now firms\.csv \(1 companies[\s\S]*window: begun with 90, now 30/,
  );
});

test("a folder without an audit cannot be reopened, and the message says how to begin one", () => {
  expect(() => reopenSnapshot(scratch())).toThrow(
    /holds no audit\. Begin one with: presence-audit crawl FRAME --out/,
  );
});

test("a manifest that cannot be read is never written over", () => {
  const folder = scratch();
  writeFileSync(join(folder, "audit.json"), "{ torn");
  expect(() => openSnapshot(folder, beginning)).toThrow(/audit\.json: is no manifest of this version/);
  expect(readFileSync(join(folder, "audit.json"), "utf8")).toBe("{ torn");
});

test("two processes never write one folder; the lock of a dead one is taken over with a note", () => {
  const folder = scratch();
  const held = openSnapshot(folder, beginning);
  expect(() => openSnapshot(folder, beginning)).toThrow(/is working on this audit/);
  held.close();
  expect(existsSync(join(folder, ".lock"))).toBe(false);
  writeFileSync(join(folder, ".lock"), "999999999 1");
  const after = openSnapshot(folder, beginning);
  expect(after.notes).toEqual([expect.stringContaining("the last run was ended from outside")]);
  after.close();
});

test("a table that was not written yet is empty, not an error", async () => {
  const snapshot = openSnapshot(scratch(), beginning);
  for await (const row of snapshot.read(tables.benchmarks)) expect(row).toBeUndefined();
  snapshot.close();
});

test("what an observer saw is journalled by account, what a file says by itself", () => {
  expect(observationKey(observation("x:acme", { access: "public" }))).toBe("x:acme");
  expect(observationKey(observation("x:acme", { access: "file" }))).toBe("x:acme#file#1");
});

test("a file of the user's stays in force until a newer one comes, and its hash is in the manifest", () => {
  const folder = scratch();
  const first = openSnapshot(folder, beginning);
  expect(first.input("exclusions")).toBeNull();
  first.keep("exclusions", { file: "mine.csv", bytes: Buffer.from("host\na.test\n") });
  const [before] = first.manifest().files;
  first.keep("exclusions", { file: "mine.csv", bytes: Buffer.from("host\nb.test\n") });
  first.close();
  const second = reopenSnapshot(folder);
  expect(Buffer.from(second.input("exclusions")?.bytes ?? []).toString()).toBe("host\nb.test\n");
  expect(second.manifest().files).toHaveLength(1);
  expect(second.manifest().files[0]).toMatchObject({ path: "inputs/exclusions.csv" });
  expect(second.manifest().files[0]?.sha256).not.toBe(before?.sha256);
  second.close();
});
