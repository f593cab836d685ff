import { expect, test } from "vitest";
import { z } from "zod";
import { describeResource } from "../../datasets/data-package.ts";
import { count, oneOf, text, yesNo } from "../../datasets/fields.ts";
import { table } from "../../datasets/tables.ts";

const firms = table("firms", z.object({ firmId: text("Id") }), { description: "Firms", key: ["firm_id"] });
const sales = table(
  "sales",
  z.object({
    firmId: text("Who"),
    year: count("When", { unit: "years" }).nullable(),
    kind: oneOf(["a", "b"], "What"),
    isSure: yesNo("Whether"),
  }),
  { description: "Sales", key: ["firm_id", "year"] },
);
const file = { path: "sales.csv", rows: 2, sha256: "ab" };

test("a column has its type, its unit and what it may hold", () => {
  const { schema } = describeResource(sales, file, []);
  expect(schema.fields.map(({ type }) => type)).toEqual(["string", "integer", "string", "boolean"]);
  expect(schema.fields[1]).toMatchObject({ unit: "years", constraints: { required: false } });
  expect(schema.fields[2]?.constraints).toEqual({ required: true, enum: ["a", "b"] });
});

test("a key whose part may be empty is unique, not primary; columns point to the tables beside them alone", () => {
  expect(describeResource(sales, file, [firms, sales]).schema).toMatchObject({
    uniqueKeys: [["firm_id", "year"]],
    foreignKeys: [{ fields: ["firm_id"], reference: { resource: "firms", fields: ["firm_id"] } }],
  });
  expect(describeResource(sales, file, [sales]).schema).not.toHaveProperty("foreignKeys");
  expect(describeResource(firms, file, [firms]).schema).toMatchObject({ primaryKey: ["firm_id"] });
});

test("a file is named with its checksum; rows nobody counted are left out", () => {
  expect(describeResource(sales, file, [])).toMatchObject({ path: "sales.csv", hash: "sha256:ab", rows: 2 });
  expect(describeResource(sales, { ...file, rows: null }, [])).not.toHaveProperty("rows");
});
