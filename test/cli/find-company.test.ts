import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findCompany } from "../../cli/find-company.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { openSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { company, visit } from "../datasets/records.ts";

async function audited(...names: readonly (readonly [companyId: string, name: string])[]) {
  const folder = mkdtempSync(join(tmpdir(), "find-company-"));
  const companies = names.map(([companyId, name]) => ({ ...company(companyId), name }));
  const snapshot = openSnapshot(folder, {
    companies,
    frameFile: null,
    config: AuditConfig.parse({}),
    instrument: { software: "test", grammar: "1", extractor: "1", attribution: "1", observers: [] },
    startedAt: "2026-09-30T12:00:00.000Z",
  });
  onTestFinished(() => {
    snapshot.close();
    rmSync(folder, { recursive: true });
  });
  await snapshot.write(
    tables.companies,
    companies.map((row) => ({ ...row, ...visit(row.companyId) })),
  );
  return snapshot;
}

test("a company is found by its id and by its name in any case", async () => {
  const snapshot = await audited(["acme", "Acme Research"], ["beta", "Beta"]);
  expect((await findCompany("acme", snapshot)).name).toBe("Acme Research");
  expect((await findCompany("ACME research", snapshot)).companyId).toBe("acme");
});

test("an id wins over the same text as a name", async () => {
  const snapshot = await audited(["acme", "Beta"], ["beta", "Acme"], ["other", "acme"]);
  expect((await findCompany("acme", snapshot)).name).toBe("Beta");
});

test("a name of two companies is not guessed", async () => {
  const snapshot = await audited(["acme-de", "Acme"], ["acme-us", "acme"]);
  await expect(findCompany("Acme", snapshot)).rejects.toThrow(
    "is the name of acme-de, acme-us. Give one of these ids",
  );
});

test("a company that is not in the audit is said to be none of it", async () => {
  await expect(findCompany("gamma", await audited(["acme", "Acme"]))).rejects.toThrow("gamma: no company of");
});
