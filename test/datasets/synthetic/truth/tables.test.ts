import { expect, test } from "vitest";
import { truthTables } from "../../../../datasets/synthetic/truth/tables.ts";
import { tables } from "../../../../datasets/tables.ts";

const names = Object.keys(truthTables);

test("truth has the tables of an audit that can be judged by it", () => {
  expect(Object.keys(tables)).toEqual(expect.arrayContaining(names));
});

test.each(Object.values(truthTables))(
  "the key of $name is made of its columns, and of columns that the audit has too",
  (table) => {
    const columns = table.columns.map(({ name }) => name);
    const audited = Object.values(tables)
      .find(({ name }) => name === table.name)
      ?.columns.map(({ name }) => name);
    expect(columns).toEqual(expect.arrayContaining([...table.key]));
    expect(audited).toEqual(expect.arrayContaining([...table.key]));
  },
);

test.each(Object.values(truthTables))("every column of $name is described", (table) => {
  for (const { name, description } of table.columns) expect(description, name).toBeTruthy();
});
