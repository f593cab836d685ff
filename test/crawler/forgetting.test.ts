import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { footprintOf } from "../../crawler/forgetting.ts";
import { AuditConfig } from "../../datasets/config.ts";
import type { Company, Ownership, RequestRecord, Transcript } from "../../datasets/schema.ts";
import { openSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { company, observation, visit } from "../datasets/records.ts";

const step = (stage: string, keys: string[], urls: string[], ordinal: number): Transcript => ({
  ...{ ordinal, stage, keys, instants: [], sitemaps: [], tokens: [] },
  sources: { on: [], again: [], asksNobody: false },
  answers: urls.map((url, at) => ({
    ...{ request: url, kind: "page" as const, url, outcome: "ok", reason: null, status: 200 },
    ...{ startedAt: "2026-09-30T12:00:00.000Z", finishedAt: "2026-09-30T12:00:00.000Z" },
    place: { file: "evidence/00001.warc.gz", offset: 1_000 * ordinal + at, digest: "sha256:a" },
  })),
});

const owning = (companyId: string, accountId: string, own: Ownership["own"]): Ownership => ({
  ...{ companyId, accountId, own, kind: "primary", confidence: 1, reasons: [] },
  ...{ claimIds: [], reciprocal: null, corrected: null },
});

const together = "https://api.x.com/2/users/by?usernames=acmecro,beta";

/** An audit of two companies that share a request and an account, each with one of its own. */
async function audited(companies: readonly Company[]) {
  const folder = mkdtempSync(join(tmpdir(), "footprint-"));
  const instrument = { software: "test", grammar: "1", extractor: "1", attribution: "1", observers: [] };
  const startedAt = "2026-09-30T12:00:00.000Z";
  const config = AuditConfig.parse({});
  const snapshot = openSnapshot(folder, { companies, frameFile: null, config, instrument, startedAt });
  onTestFinished(() => {
    snapshot.close();
    rmSync(folder, { recursive: true });
  });
  const steps = [
    step("visit", ["acme"], ["https://acme.test/"], 0),
    step("visit", ["beta"], ["https://beta.test/"], 1),
    step("observe", ["x:acmecro", "x:beta"], [together], 2),
    step("observe", ["bluesky:joint.test"], ["https://public.api.bsky.app/?actor=joint.test"], 3),
  ];
  for (const each of steps) snapshot.transcripts.append(String(each.ordinal).padStart(9, "0"), [each]);
  snapshot.visits.append("acme", [visit("acme")]);
  snapshot.visits.append("beta", [visit("beta")]);
  await snapshot.write(tables.ownerships, [
    owning("acme", "bluesky:joint.test", "true"),
    owning("acme", "x:acmecro", "true"),
    owning("acme", "x:beta", "false"),
    owning("beta", "bluesky:joint.test", "true"),
    owning("beta", "x:acmecro", "false"),
    owning("beta", "x:beta", "true"),
  ]);
  return { snapshot, steps, footprint: await footprintOf("acme", companies, snapshot) };
}

const at = (ordinal: number, url = "") => ({
  ...{ url, file: "evidence/00001.warc.gz", start: 0, end: 0, offset: 1_000 * ordinal },
});
const asking = (url: string): RequestRecord => {
  const { host, pathname, search } = new URL(url);
  return {
    ...{ host, path: pathname + search, kind: "page", robots: "allowed", lane: host, delayMs: 1_000 },
    ...{ startedAt: null, finishedAt: null, status: 200, outcome: "ok", bytes: 0 },
  };
};

test("a company's are the accounts that no other one has, and what was asked for it, in company or alone", async () => {
  const { footprint } = await audited([company("acme"), company("beta")]);
  expect([...footprint.accountIds]).toEqual(["x:acmecro"]);
  expect([0, 1, 2, 3].map((ordinal) => footprint.isTheirs(at(ordinal)))).toEqual([true, false, true, false]);
  // What no step led to is judged by its address: robots.txt, redirects, attempts that failed.
  expect(footprint.isTheirs(at(9, "https://www.acme.test/robots.txt"))).toBe(true);
  expect(footprint.isTheirs(at(9, "https://api.x.com/robots.txt"))).toBe(false);
  expect(footprint.isTheirs(at(9, "https://api.x.com/2/users/by?usernames=acmecro&old"))).toBe(true);
  expect(footprint.isTheirHost("https://acme.test")).toBe(true);
  expect(footprint.isTheirHost("https://beta.test")).toBe(false);
});

test("the journals are left without it; a step that served others too stays, its answers taken over", async () => {
  const { footprint, steps } = await audited([company("acme"), company("beta")]);
  const { changes } = footprint;
  expect(changes.visit(visit("acme"))).toBeNull();
  expect(changes.visit(visit("beta"))).toEqual(visit("beta"));
  expect(changes.observation(observation("x:acmecro"))).toBeNull();
  expect(changes.observation(observation("bluesky:joint.test"))).not.toBeNull();
  const left = steps.flatMap((each) => changes.transcript(each) ?? []);
  expect(left.map(({ keys, isTakenOver = false }) => [...keys, isTakenOver])).toEqual([
    ["beta", false],
    ["x:beta", true],
    ["bluesky:joint.test", false],
  ]);
  expect(JSON.stringify(left)).not.toContain("acme");
  const ledger = ["https://acme.test/about", "https://beta.test/", together, "https://api.x.com/robots.txt"];
  expect(ledger.flatMap((url) => changes.request(asking(url))?.host ?? [])).toEqual([
    "beta.test",
    "api.x.com",
  ]);
});

test("who shares the site keeps its visit", async () => {
  const twins = [company("acme"), company("acme-labs", { website: "www.acme.test" }), company("beta")];
  const { footprint, steps } = await audited(twins);
  expect(footprint.changes.visit(visit("acme"))?.companyId).toBe("acme-labs");
  expect(footprint.changes.transcript(steps[0] ?? expect.fail())?.keys).toEqual(["acme-labs"]);
  expect(footprint.isTheirs(at(0, "https://acme.test/"))).toBe(false);
  expect(footprint.isTheirHost("https://acme.test")).toBe(false);
});
