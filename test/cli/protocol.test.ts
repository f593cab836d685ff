import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  checkSameProtocol,
  keepProtocol,
  openProtocol,
  protocolLines,
  withProtocol,
} from "../../cli/protocol.ts";
import { AuditConfig } from "../../datasets/config.ts";
import type { Protocol } from "../../datasets/protocol.ts";
import { openSnapshot } from "../../datasets/snapshot.ts";
import { company, protocol, visit } from "../datasets/records.ts";

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "protocol-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function given(plan: Partial<Protocol> = {}, name = "plan.json") {
  const path = join(scratch(), name);
  writeFileSync(path, JSON.stringify(protocol(plan)));
  return openProtocol({ protocol: path });
}

function begun(config: object = {}, visited: readonly string[] = []) {
  const folder = join(scratch(), "audit");
  const snapshot = openSnapshot(folder, {
    companies: [company("a"), company("b")],
    frameFile: "frame.csv",
    config: AuditConfig.parse(config),
    instrument: { software: "test", grammar: "1", extractor: "1", attribution: "1", observers: [] },
    startedAt: "2026-09-30T12:00:00Z",
  });
  onTestFinished(snapshot.close);
  for (const id of visited) snapshot.visits.append(id, [visit(id)]);
  return snapshot;
}

const silent = () => undefined;

test("the protocol's settings hold where the user says nothing else", async () => {
  const settings = { ...protocol().settings, thetas: [60], window: 28 };
  const plan = await given({ settings, primaryOutcome: { ...protocol().primaryOutcome, thetaDays: 60 } });
  expect(withProtocol({ window: 7 }, plan)).toMatchObject({ window: 7, thetas: [60], lookback: 365 });
  expect(withProtocol({ window: 7 }, null)).toEqual({ window: 7 });
  expect(await openProtocol({})).toBeNull();
});

test("a figure that nobody computes cannot be an outcome", async () => {
  const primaryOutcome = { ...protocol().primaryOutcome, metric: "reach", platforms: "myspace" };
  await expect(given({ primaryOutcome })).rejects.toThrow(
    /metric "reach": there is none[\s\S]*platforms "myspace"/,
  );
});

test("an audit keeps the protocol byte for byte with its hash, and says where it goes another way", async () => {
  const snapshot = begun({ window: 30 });
  const plan = await given();
  const told: string[] = [];
  keepProtocol(snapshot, plan, { tell: (text) => told.push(text) });
  const { protocol: kept, files } = snapshot.manifest();
  expect(kept).toMatchObject({ file: "plan.json", sha256: plan?.sha256, visitedBefore: 0 });
  expect(files).toContainEqual({ path: "inputs/protocol.json", rows: null, sha256: plan?.sha256 });
  expect(readFileSync(join(snapshot.folder, "inputs", "protocol.json"))).toEqual(plan?.bytes);
  expect(told.join("")).toContain("plan.json, settings.window: planned 90; done 30");
  expect(told.join("")).toContain("plan.json, frame: planned 10 companies");
});

test("a protocol stays in force where the next run does not name it, and the same one may be named again", async () => {
  const snapshot = begun();
  const plan = await given();
  keepProtocol(snapshot, plan, { tell: silent });
  const before = snapshot.manifest();
  keepProtocol(snapshot, null, { tell: silent });
  keepProtocol(snapshot, plan, { tell: silent });
  expect(snapshot.manifest()).toEqual(before);
});

test("a changed protocol is refused with what was changed, also where only its spelling was", async () => {
  const snapshot = begun();
  keepProtocol(snapshot, await given(), { tell: silent });
  const changed = await given({ notes: "as the figures suggest" }, "plan-2.json");
  expect(() => checkSameProtocol(snapshot.folder, changed)).toThrow(
    /plan\.json .* now plan-2\.json[\s\S]*notes: begun with null, now "as the figures suggest"/,
  );
  const settings = { ...protocol().settings, window: 30 };
  const shorter = await given({ settings });
  expect(() => keepProtocol(snapshot, shorter, { tell: silent })).toThrow(
    "settings.window: begun with 90, now 30",
  );
  const path = join(scratch(), "plan.json");
  writeFileSync(path, JSON.stringify(protocol(), null, 2));
  const spelt = await openProtocol({ protocol: path });
  expect(() => checkSameProtocol(snapshot.folder, spelt)).toThrow("nothing but its spelling");
});

test("a protocol that comes when sites were visited already is late, and stays so", async () => {
  const snapshot = begun({}, ["a"]);
  const told: string[] = [];
  keepProtocol(snapshot, await given(), { tell: (text) => told.push(text) });
  expect(snapshot.manifest().protocol?.visitedBefore).toBe(1);
  expect(told.join("")).toContain("decided before the wave; done given when 1 sites were visited already");
});

test("the summary says that a protocol was followed, or each deviation, and nothing without one", async () => {
  const snapshot = begun();
  expect(protocolLines(snapshot, [])).toEqual([]);
  keepProtocol(snapshot, await given(), { tell: silent });
  expect(protocolLines(snapshot, [])).toEqual([
    expect.stringMatching(/^Protocol plan\.json .* followed in all/),
  ]);
  const deviation = { about: "exclusions", planned: null, done: "ab" };
  expect(protocolLines(snapshot, [deviation])).toEqual([
    expect.stringContaining("1 deviation, also in the report"),
    "  plan.json, exclusions: planned none; done ab",
  ]);
});
