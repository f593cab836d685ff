import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readOwnLedger, readReported, readScoreFile } from "../../cli/reported.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { openSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";

const folder = mkdtempSync(join(tmpdir(), "reported-"));
afterAll(() => rmSync(folder, { recursive: true }));
const companies = [
  { companyId: "c1", domain: "acme.test" },
  { companyId: "c2", domain: "beta.test" },
];
const written = (...lines: string[]) => {
  const path = join(folder, "found.jsonl");
  writeFileSync(path, lines.join("\n"));
  return path;
};

test("a score file names sites by host or id, and accounts in any spelling", () => {
  const path = written(
    `{"host": "www.ACME.test:443", "urls": ["https://twitter.com/Acme?lang=en", "https://x.com/acme"]}`,
    "",
    `{"company_id": "c2", "urls": ["https://www.linkedin.com/company/beta/about/"], "outcome": "visited"}`,
  );
  const said = readScoreFile(path, companies);
  expect(said.ownerships.map(({ companyId, accountId }) => `${companyId} ${accountId}`)).toEqual([
    "c1 x:acme",
    "c2 linkedin:company/beta",
  ]);
  expect(said).toMatchObject({ visits: [{ companyId: "c2", outcome: "visited" }], statuses: null });
});

test("people's profiles, share links and strangers' sites are no accounts of a company", () => {
  const path = written(
    `{"host": "acme.test", "urls": ["https://www.linkedin.com/in/jane", "https://twitter.com/intent/tweet?url=x"]}`,
    `{"host": "stranger.test", "urls": ["https://x.com/stranger"]}`,
  );
  expect(readScoreFile(path, companies)).toMatchObject({ ownerships: [], visits: null });
});

test("a line that is none is named, and what to write", () => {
  const fault = () => readScoreFile(written(`{"host": "acme.test", "urls": []}`, `{"site": 1}`), companies);
  expect(fault).toThrow(/found.jsonl, line 2: .*"urls"/);
});

test("an audit folder speaks by its tables, its ledger by companies", async () => {
  const audit = join(folder, "audit");
  const beginning = { companies: [], frameFile: null, startedAt: "2026-01-01T00:00:00Z" };
  const instrument = { software: "test", grammar: "1", extractor: "1", attribution: "1", observers: [] };
  const snapshot = openSnapshot(audit, { ...beginning, config: AuditConfig.parse({}), instrument });
  const request = (lane: string, second: number, sent = true) => ({
    ...({ host: `www.${lane}`, path: "/", kind: "page", robots: "allowed", lane, delayMs: 1_000 } as const),
    ...{ startedAt: sent ? `2026-01-01T00:00:0${second}.000Z` : null, finishedAt: null },
    ...{ status: 200, outcome: "ok", bytes: 1 },
  });
  const requests = [
    request("acme.test", 1),
    request("acme.test", 1),
    request("bsky.app", 1),
    request("beta.test", 1, false),
  ];
  await snapshot.write(tables.requests, requests);
  snapshot.close();
  expect(await readReported(audit)).toMatchObject({ ownerships: [], benchmarks: [] });
  const asked = await readOwnLedger(audit, companies);
  expect(asked.filter(({ companyId }) => companyId === "c1")).toHaveLength(2);
  expect(asked.filter(({ companyId }) => companyId === "c2")).toHaveLength(0);
  expect(asked.reduce((sum, { broken }) => sum + broken, 0)).toBe(1);
});
