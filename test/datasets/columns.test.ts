import { expect, test } from "vitest";
import { z } from "zod";
import { columnsOf, rowFormat, snakeCase } from "../../datasets/columns.ts";

const described = <T extends z.ZodType>(schema: T) => schema.meta({ description: "Something" });

test.each([
  ["companyId", "company_id"],
  ["sha256", "sha256"],
  ["observedAtMin", "observed_at_min"],
  ["nTrue", "n_true"],
])("the field %s is the column %s", (field, column) => {
  expect(snakeCase(field)).toBe(column);
});

test("a field gives its column everything the dictionary needs", () => {
  const startedAt = z.iso.datetime().meta({ description: "Begin", unit: "UTC", volatile: true }).nullable();
  expect(columnsOf(z.object({ startedAt }))).toEqual([
    {
      name: "started_at",
      path: ["startedAt"],
      type: "instant",
      nullable: true,
      description: "Begin",
      unit: "UTC",
      volatile: true,
      values: [],
    },
  ]);
});

test.each([
  [z.string().min(1), "text"],
  [z.iso.datetime({ offset: true }), "instant"],
  [z.int().min(0), "integer"],
  [z.number(), "number"],
  [z.boolean(), "boolean"],
  [z.enum(["a", "b"]), "one_of"],
  [z.array(z.string()), "texts"],
])("types come from the schema: %#", (field, type) => {
  expect(columnsOf(z.object({ field: described(field) }))[0]?.type).toBe(type);
});

test("a one_of column lists its values", () => {
  expect(columnsOf(z.object({ own: described(z.enum(["true", "unknown"])) }))[0]?.values).toEqual([
    "true",
    "unknown",
  ]);
});

test("a description given after nullable counts too", () => {
  expect(columnsOf(z.object({ note: described(z.string().nullable()) }))[0]?.description).toBe("Something");
});

test.each([
  ["an array of records", described(z.array(z.object({ a: described(z.string()) })))],
  ["a field without a description", z.string()],
  ["a union", described(z.union([z.string(), z.number()]))],
  ["a record of anything", described(z.record(z.string(), z.string()))],
])("%s cannot be a column, and the program says so", (_, field) => {
  expect(() => columnsOf(z.object({ posts: field }))).toThrow("posts cannot be a column");
});

const { columns, toRow, fromRow } = rowFormat(
  z.object({
    id: described(z.string().min(1)),
    window: z.object({
      from: described(z.string().min(1)).nullable(),
      filters: described(z.array(z.string())),
    }),
    complete: described(z.boolean()),
  }),
);

test("nested objects are flattened in order and come back", () => {
  const record = { id: "a", window: { from: null, filters: ["reply"] }, complete: false };
  expect(columns.map(({ name }) => name)).toEqual(["id", "window_from", "window_filters", "complete"]);
  expect(toRow(record)).toEqual(["a", null, ["reply"], false]);
  expect(fromRow(toRow(record)).data).toEqual(record);
});

test("a row that breaks the schema is refused at the path of its column", () => {
  expect(fromRow(["a", null, "reply", true]).error?.issues.map(({ path }) => path.join("."))).toEqual([
    "window.filters",
  ]);
});
