import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "cheerio";
import { afterAll, expect, test } from "vitest";
import type { Tables } from "../../../analysis/exporters/exporter.ts";
import { report } from "../../../analysis/exporters/report.ts";
import type { ReportInput } from "../../../analysis/report/model.ts";
import { readTable, writeTable } from "../../../datasets/csv.ts";
import { tables } from "../../../datasets/tables.ts";
import { company, inventedInput } from "../report/invented.ts";

const folder = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(folder, { recursive: true }));
const pathOf = (table: { name: string }) => join(folder, "tables", `${table.name}.csv`);

/** Publishes an input as tables on disk. */
async function published(input: ReportInput): Promise<Tables> {
  mkdirSync(join(folder, "tables"), { recursive: true });
  await writeTable(pathOf(tables.companies), tables.companies, input.companies);
  await writeTable(pathOf(tables.captures), tables.captures, input.captures);
  await writeTable(pathOf(tables.claims), tables.claims, input.claims);
  await writeTable(pathOf(tables.accounts), tables.accounts, input.accounts);
  await writeTable(pathOf(tables.ownerships), tables.ownerships, input.ownerships);
  await writeTable(pathOf(tables.observations), tables.observations, input.observations);
  await writeTable(pathOf(tables.cadences), tables.cadences, input.cadences);
  await writeTable(pathOf(tables.statuses), tables.statuses, input.statuses);
  await writeTable(pathOf(tables.benchmarks), tables.benchmarks, input.benchmarks);
  return {
    manifest: () => input.audit,
    platforms: input.platforms,
    read: (table) => readTable(pathOf(table), table),
  };
}

const write = async (input: ReportInput) => {
  expect(await report.write(await published(input), folder)).toEqual(["report.html"]);
  return readFileSync(join(folder, "report.html"), "utf8");
};

test("the report is made from the published tables alone, and twice the same", async () => {
  const input = inventedInput(30);
  const page = await write(input);
  expect(load(page)("#grid tbody tr").length).toBe(30);
  expect(await write({ ...input, audit: { ...input.audit, finishedAt: null } })).toBe(page);
  expect(readdirSync(folder).sort()).toEqual(["report.html", "tables"]);
});

test("several segments have a sentence each behind the one about all", async () => {
  const $ = load(await write(inventedInput(30)));
  expect($("#summary > p.lead").length).toBeGreaterThan(0);
  expect(
    $("#summary details h3")
      .map((_, head) => $(head).text())
      .get(),
  ).toEqual(["cro", "pharma"]);
});

test("a frame of one segment is spoken of in its own words", async () => {
  const $ = load(
    await write({
      ...inventedInput(0),
      companies: [company("acme")],
      benchmarks: inventedInput(1).benchmarks,
    }),
  );
  expect($("#summary details h3").length).toBe(0);
  expect($("#summary p.lead").text()).toContain("CROs");
});
