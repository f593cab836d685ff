import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { companyReport } from "../../../analysis/exporters/company-report.ts";
import { inventedInput } from "../report/invented.ts";
import { published } from "./published.ts";

const folder = mkdtempSync(join(tmpdir(), "company-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a report on one company is made from the published tables", async () => {
  const tables = await published(inventedInput(8), folder);
  expect(await companyReport(tables, "c1")).toMatch(/^<!doctype html>/);
  expect(await companyReport(tables, "nobody")).toBeNull();
});
