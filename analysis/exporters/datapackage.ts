import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Column, ColumnType } from "../../datasets/columns.ts";
import type { Audit } from "../../datasets/schema.ts";
import { type Table, tables } from "../../datasets/tables.ts";
import type { Exporter } from "./exporter.ts";

/** `tables/datapackage.json`, a Data Package 2.0: other programs read the tables with the right types by it. */
export const datapackage: Exporter = {
  id: "datapackage",
  title: "Data Package 2.0: types, keys and descriptions of every published table",
  async write({ manifest }, folder) {
    const path = "tables/datapackage.json";
    const file = join(folder, path);
    await writeFile(`${file}.unfinished`, `${JSON.stringify(describeTables(manifest()), null, 2)}\n`);
    await rename(`${file}.unfinished`, file);
    return [path];
  },
};

/** The descriptor of the tables that an audit has written. It says nothing of the time at which it was made. */
export function describeTables(audit: Audit) {
  const written = Object.values<Table>(tables).flatMap((table) => {
    const file = audit.files.find(({ path }) => path === `tables/${table.name}.csv`);
    return file === undefined ? [] : [{ table, file }];
  });
  const names = new Set(written.map(({ table }) => table.name));
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `presence-audit-${audit.auditId}`,
    title: "Audit of the public social presence of an industry",
    description: packageDescription,
    sources: [
      {
        title: `Company frame ${audit.frame.path ?? "from an imported file"}, SHA-256 ${audit.frame.sha256}`,
      },
    ],
    resources: written.map(({ table, file }) => resource(table, file, names)),
  };
}

const packageDescription = [
  "An empty cell means not known or not applicable; it is never 0.",
  "Text from outside that begins with = + - @, tab or carriage return, with or without ' before it, has a further ' in front: take one off.",
  "Instants are UTC, shares 0 to 1, rates per day, durations in days.",
].join(" ");

function resource(table: Table, file: Audit["files"][number], names: ReadonlySet<string>) {
  return {
    name: table.name,
    type: "table",
    title: table.description,
    path: `${table.name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    hash: `sha256:${file.sha256}`,
    rows: file.rows,
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
      fields: table.columns.map(describeColumn),
      missingValues: [""],
      ...keyOf(table),
      ...foreignKeys(table, names),
    },
  };
}

function describeColumn({ name, type, description, unit, volatile, nullable, values }: Column) {
  return {
    name,
    type: fieldTypes[type],
    description,
    ...(unit === null ? {} : { unit }),
    ...(volatile ? { volatile } : {}),
    constraints: { required: !nullable, ...(values.length > 0 ? { enum: values } : {}) },
  };
}

const fieldTypes: Readonly<Record<ColumnType, string>> = {
  text: "string",
  instant: "datetime",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  texts: "array",
  one_of: "string",
};

// A primary key may hold no null; a unique key may.
function keyOf({ key, columns }: Table) {
  if (key.length === 0) return {};
  const isWhole = columns.every(({ name, nullable }) => !(nullable && key.includes(name)));
  return isWhole ? { primaryKey: key } : { uniqueKeys: [key] };
}

/** A column that is named like another table's own id, the last part of its key, points there. */
function foreignKeys({ name, columns }: Table, names: ReadonlySet<string>) {
  const keys = columns.flatMap((column) => {
    const target = Object.values<Table>(tables).find(({ key }) => key.at(-1) === column.name);
    if (
      target === undefined ||
      !column.name.endsWith("_id") ||
      target.name === name ||
      !names.has(target.name)
    )
      return [];
    return [{ fields: [column.name], reference: { resource: target.name, fields: [column.name] } }];
  });
  return keys.length > 0 ? { foreignKeys: keys } : {};
}
