import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { prepareObserving } from "../../crawler/observing.ts";
import { tokenSources } from "../../crawler/sources.ts";
import { AuditConfig } from "../../datasets/config.ts";
import type { Ownership } from "../../datasets/schema.ts";
import { openSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { company } from "../datasets/records.ts";
import { accountOn } from "./platforms/observers/fixture.ts";

const account = accountOn("x", "acme", "https://x.com/acme");
const ownership: Ownership = {
  ...{ companyId: "acme", accountId: account.accountId, own: "true", kind: "primary", confidence: 1 },
  ...{ reasons: [], claimIds: [], reciprocal: null, corrected: null },
};

async function audited() {
  const folder = mkdtempSync(join(tmpdir(), "observing-"));
  const snapshot = openSnapshot(folder, {
    companies: [company("acme")],
    frameFile: null,
    config: AuditConfig.parse({ now: "2026-09-30T12:00:00.000Z" }),
    instrument: { software: "test", grammar: "1", extractor: "1", attribution: "1", observers: ["feed"] },
    startedAt: "2026-09-30T12:00:00.000Z",
  });
  onTestFinished(() => {
    snapshot.close();
    rmSync(folder, { recursive: true });
  });
  await snapshot.write(tables.accounts, [account]);
  await snapshot.write(tables.ownerships, [ownership]);
  return snapshot;
}

test("what reading the accounts costs is said before anything is asked, and who may be asked is kept", async () => {
  const snapshot = await audited();
  const notes: string[] = [];
  const note = (text: string) => notes.push(text);
  const { pending } = await prepareObserving(snapshot, { sources: tokenSources(["x"]), note });
  expect(pending.map((asked) => asked.account.accountId)).toEqual([account.accountId]);
  expect(notes.join("\n")).toContain("$0.01");
  expect(snapshot.manifest().instrument.observers).toEqual(["feed", "x_lookup"]);
});

test("nobody is asked for more than the user would pay", async () => {
  const snapshot = await audited();
  const sources = { ...tokenSources(["x"]), mostUsd: 0 };
  await expect(prepareObserving(snapshot, { sources })).rejects.toThrow("--max-cost 0");
  expect(snapshot.manifest().instrument.observers).toEqual(["feed"]);
});

test("without a token nothing costs anything, and no observer is added", async () => {
  const snapshot = await audited();
  const notes: string[] = [];
  const { pending } = await prepareObserving(snapshot, { note: (text) => notes.push(text) });
  expect(pending.length).toBe(1);
  expect(notes).toEqual([]);
  expect(snapshot.manifest().instrument.observers).toEqual(["feed"]);
});
