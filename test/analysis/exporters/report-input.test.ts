import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readReportInput } from "../../../analysis/exporters/report-input.ts";
import { inventedInput } from "../report/invented.ts";
import { published } from "./published.ts";

const folder = mkdtempSync(join(tmpdir(), "report-input-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("what a report is made from is what was published", async () => {
  const given = inventedInput(16);
  const input = await readReportInput(await published(given, folder));
  expect(input.companies.length).toBe(16);
  expect(input.own).toBeNull();
  expect(input.claims.length).toBe(given.claims.length);
  expect(input.headlines.map(({ segment }) => segment)).toEqual(["all", "cro", "pharma"]);
});

test("claims of accounts that are somebody else's are left in their table", async () => {
  const given = inventedInput(16);
  const ownerships = given.ownerships.map((row) => ({ ...row, own: "false" as const }));
  expect((await readReportInput(await published({ ...given, ownerships }, folder))).claims).toEqual([]);
});
