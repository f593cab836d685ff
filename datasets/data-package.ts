import type { Column, ColumnType } from "./columns.ts";
import type { Table } from "./tables.ts";

/** The official profile that our descriptors follow. */
export const packageProfile = "https://datapackage.org/profiles/2.0/datapackage.json";

/** What a reader of any of our packages must know. */
export const readingNotes = [
  "An empty cell means not known or not applicable; it is never 0.",
  "Text from outside that begins with = + - @, tab or carriage return, with or without ' before it, has a further ' in front: take one off.",
  "Instants are UTC, shares 0 to 1, rates per day, durations in days.",
].join(" ");

/** One file of a package. */
export interface DescribedFile {
  /** Beside the descriptor. */
  path: string;
  /** Without the header; null where nobody counted them. */
  rows: number | null;
  /** Hex. */
  sha256: string;
}

/**
 * A table as a resource of a Data Package 2.0.
 *
 * @param others tables of the same package, to which its columns may point
 */
export function describeResource(
  table: Table,
  { path, rows, sha256 }: DescribedFile,
  others: readonly Table[],
) {
  return {
    name: table.name,
    type: "table",
    title: table.description,
    path,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    hash: `sha256:${sha256}`,
    ...(rows === null ? {} : { rows }),
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
      fields: table.columns.map(describeColumn),
      missingValues: [""],
      ...keyOf(table),
      ...foreignKeys(table, others),
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
function foreignKeys({ name, columns }: Table, others: readonly Table[]) {
  const keys = columns.flatMap((column) => {
    const target = others.find(({ key }) => key.at(-1) === column.name);
    if (target === undefined || !column.name.endsWith("_id") || target.name === name) return [];
    return [{ fields: [column.name], reference: { resource: target.name, fields: [column.name] } }];
  });
  return keys.length > 0 ? { foreignKeys: keys } : {};
}
