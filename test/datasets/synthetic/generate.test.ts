import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { readFrame } from "../../../datasets/frame.ts";
import { generateIndustry } from "../../../datasets/synthetic/generate.ts";
import { industry, scenario } from "./small.ts";

const fingerprint = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

test("the same scenario gives the same bytes", () => {
  expect(fingerprint(generateIndustry(scenario))).toBe(fingerprint(industry));
  expect(generateIndustry(scenario).frame).toBe(industry.frame);
});

test("another seed gives another industry of the same make-up", () => {
  const other = generateIndustry({ ...scenario, seed: 7 });
  expect(other.frame).not.toBe(industry.frame);
  expect(other.companies).toHaveLength(industry.companies.length);
  expect(Math.abs(other.accounts.length - industry.accounts.length)).toBeLessThan(10);
});

test("the frame is a frame: the audit's own reader finds no fault in it and says nothing odd", () => {
  const { companies, notes } = readFrame(Buffer.from(industry.frame), "frame.csv");
  expect(notes).toEqual([]);
  expect(companies.map(({ companyId }) => companyId)).toEqual(
    industry.companies.map(({ companyId }) => companyId),
  );
});

test("the frame says of each company what is true, and an empty cell where nothing is known", () => {
  const rows: unknown = parse(industry.frame, { columns: true });
  expect(rows).toEqual(
    industry.companies.map(({ companyId, name, website, segment, country, parentId, status }) => ({
      id: companyId,
      name,
      website: website ?? "",
      segment,
      country,
      parent: parentId ?? "",
      status,
    })),
  );
});

test("an industry of 5,000 companies has as many domains and no account twice", () => {
  const large = generateIndustry({ ...scenario, companies: 5_000 });
  expect(new Set(large.companies.map(({ domain }) => domain)).size).toBe(5_000);
  expect(new Set(large.accounts.map(({ accountId }) => accountId)).size).toBe(large.accounts.length);
});
