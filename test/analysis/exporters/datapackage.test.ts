import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { datapackage, describeTables } from "../../../analysis/exporters/datapackage.ts";
import { type Table, tables } from "../../../datasets/tables.ts";
import { emptyInput } from "../report/invented.ts";

const names = Object.values<Table>(tables).map(({ name }) => name);
const audit = {
  ...emptyInput().audit,
  files: names.map((name, rows) => ({ path: `tables/${name}.csv`, rows, sha256: "c".repeat(64) })),
};
const described = describeTables(audit);
const resource = (name: string) => described.resources.find((each) => each.name === name);
const field = (table: string, name: string) =>
  resource(table)?.schema.fields.find((each) => each.name === name);

test("every table that was written is described with all its columns, and no other", () => {
  expect(described.resources.map(({ name }) => name)).toEqual(names);
  for (const table of Object.values<Table>(tables)) {
    expect(resource(table.name)?.schema.fields.map(({ name }) => name)).toEqual(
      table.columns.map(({ name }) => name),
    );
  }
  expect(describeTables({ ...audit, files: audit.files.slice(0, 2) }).resources).toHaveLength(2);
});

test("a field carries type, unit, allowed values and whether it may be empty", () => {
  expect(field("companies", "outcome")).toMatchObject({ type: "string", constraints: { required: true } });
  expect(field("companies", "outcome")?.constraints.enum).toContain("robots_disallowed");
  expect(field("cadences", "posts_per_day")).toMatchObject({
    type: "number",
    unit: "posts per day",
    constraints: { required: false },
  });
  expect(field("observations", "observed_at")).toMatchObject({ type: "datetime", volatile: true });
  expect(field("ownerships", "claim_ids")?.type).toBe("array");
});

test("keys are primary only where no part may be empty, and columns point to the tables of their key", () => {
  expect(resource("ownerships")?.schema).toMatchObject({
    primaryKey: ["company_id", "account_id"],
    foreignKeys: [
      { fields: ["company_id"], reference: { resource: "companies", fields: ["company_id"] } },
      { fields: ["account_id"], reference: { resource: "accounts", fields: ["account_id"] } },
    ],
  });
  expect(resource("cadences")?.schema).toMatchObject({
    uniqueKeys: [["account_id", "estimator", "window_days"]],
  });
  expect(resource("cadences")?.schema).not.toHaveProperty("primaryKey");
  expect(resource("companies")?.schema).not.toHaveProperty("foreignKeys");
});

test.each([
  ["posts", "observation_id", "observations"],
  ["claims", "capture_id", "captures"],
  ["cadences", "account_id", "accounts"],
])("%s leads by %s to %s", (table, column, target) => {
  expect(resource(table)?.schema).toHaveProperty(
    "foreignKeys",
    expect.arrayContaining([{ fields: [column], reference: { resource: target, fields: [column] } }]),
  );
});

test("no key points to a table that is not in the package", () => {
  const onlyOwnerships = { ...audit, files: audit.files.filter(({ path }) => path.includes("ownerships")) };
  expect(describeTables(onlyOwnerships).resources[0]?.schema).not.toHaveProperty("foreignKeys");
});

test("the descriptor says what an empty cell means and how the formula guard is taken off", () => {
  expect(described.description).toMatch(/never 0/);
  expect(described.description).toMatch(/= \+ - @/);
});

test("it is written beside the tables, and written again it is the same", async () => {
  const folder = mkdtempSync(join(tmpdir(), "datapackage-"));
  mkdirSync(join(folder, "tables"));
  const write = async (finishedAt: string | null) => {
    const published = { manifest: () => ({ ...audit, finishedAt }), platforms: [], async *read() {} };
    expect(await datapackage.write(published, folder)).toEqual(["tables/datapackage.json"]);
    return readFileSync(join(folder, "tables/datapackage.json"), "utf8");
  };
  expect(await write(null)).toBe(await write("2026-03-02T11:00:00.000Z"));
  rmSync(folder, { recursive: true });
});

test("it is valid by the official profile", () => {
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
    JSON.parse(readFileSync("test/fixtures/datapackage-2.0.schema.json", "utf8")),
  );
  validate(described);
  expect(validate.errors ?? []).toEqual([]);
  expect(validate({ ...described, resources: [{ name: "Not A Name" }] })).toBe(false);
});
