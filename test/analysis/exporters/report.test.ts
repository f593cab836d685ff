import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "cheerio";
import { afterAll, expect, test } from "vitest";
import { report } from "../../../analysis/exporters/report.ts";
import type { ReportInput } from "../../../analysis/report/model.ts";
import { company, inventedInput } from "../report/invented.ts";
import { published } from "./published.ts";

const folder = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(folder, { recursive: true }));

const write = async (input: ReportInput) => {
  expect(await report.write(await published(input, folder), folder)).toEqual(["report.html"]);
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
    $("#charts details h3")
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
  expect($("#charts details h3").length).toBe(0);
  expect($("#summary p.lead").text()).toContain("CROs");
});
