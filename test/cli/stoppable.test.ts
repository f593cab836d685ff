import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { stoppable } from "../../cli/stoppable.ts";
import { writeFindings } from "../../crawler/findings.ts";
import { collect } from "../../datasets/collect.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { AuditError } from "../../datasets/error.ts";
import { openSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { company, visit } from "../datasets/records.ts";

const companies = ["acme", "beta", "gamma"].map((id) => company(id));

function begun() {
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  const opened = openSnapshot(folder, {
    companies,
    frameFile: null,
    config: AuditConfig.parse({}),
    instrument: { software: "test", grammar: "1", extractor: "1", attribution: "1", observers: [] },
    startedAt: "2026-09-30T12:00:00.000Z",
  });
  onTestFinished(() => {
    opened.close();
    rmSync(folder, { recursive: true });
  });
  for (const { companyId } of companies) opened.visits.append(companyId, [visit(companyId)]);
  const stop = new AbortController();
  return { opened, stop, snapshot: stoppable(opened, stop.signal) };
}

const stopped = expect.objectContaining({ code: "stopped" });

test("as long as nobody stops it, the audit is written and read as ever", async () => {
  const { snapshot } = begun();
  await writeFindings(companies, snapshot);
  expect((await collect(snapshot.read(tables.companies))).map((row) => row.companyId)).toEqual([
    "acme",
    "beta",
    "gamma",
  ]);
});

test("a stop in the middle of the findings ends them, leaves no half table, and the same call goes on later", async () => {
  const { opened, snapshot, stop } = begun();
  const halfway = {
    ...snapshot,
    visits: {
      ...snapshot.visits,
      get(key: string) {
        if (key === "beta") stop.abort();
        return snapshot.visits.get(key);
      },
    },
  };
  await expect(writeFindings(companies, halfway)).rejects.toEqual(stopped);
  expect(opened.manifest().files).toEqual([]);
  await writeFindings(companies, opened);
  expect(opened.manifest().files.map(({ path }) => path)).toContain("tables/ownerships.csv");
});

test("after the stop nothing is read, but what was under way may still be journalled", async () => {
  const { snapshot, stop } = begun();
  stop.abort();
  expect(() => snapshot.visits.get("acme")).toThrow(AuditError);
  expect(() => [...snapshot.visits.read()]).toThrow(AuditError);
  snapshot.visits.append("acme", [visit("acme", { outcome: "gone" })]);
  expect(snapshot.visits.has("acme")).toBe(true);
});
