import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { retrying } from "../../cli/retry.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { openSnapshot } from "../../datasets/snapshot.ts";
import { company, visit } from "../datasets/records.ts";

function begun() {
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  const snapshot = openSnapshot(folder, {
    companies: [company("acme"), company("beta")],
    frameFile: null,
    config: AuditConfig.parse({}),
    instrument: { software: "test", grammar: "1", extractor: "1", attribution: "1", observers: [] },
    startedAt: "2026-09-30T12:00:00.000Z",
  });
  onTestFinished(() => {
    snapshot.close();
    rmSync(folder, { recursive: true });
  });
  snapshot.visits.append("acme", [visit("acme", { outcome: "timeout" })]);
  snapshot.visits.append("beta", [visit("beta")]);
  return snapshot;
}

test("sites of the named outcomes count as not visited yet, the others stay done", () => {
  const { visits } = retrying(begun(), ["timeout", "dns_error"]);
  expect(["acme", "beta", "gamma"].map(visits.has)).toEqual([false, true, false]);
});

test("the newer visit counts, and what it found is not visited again", () => {
  const snapshot = retrying(begun(), ["timeout"]);
  snapshot.visits.append("acme", [visit("acme")]);
  expect(snapshot.visits.has("acme")).toBe(true);
  expect(snapshot.visits.get("acme").map(({ outcome }) => outcome)).toEqual(["visited"]);
});

test("an outcome that does not exist is refused by name", () => {
  expect(() => retrying(begun(), ["timeout", "slow"])).toThrow(/--retry slow: no such outcome/);
});
