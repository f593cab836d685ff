import { z } from "zod";
import { isSumOfFields, plainCheckOf } from "./plain-values.ts";

/** What a cell of a column holds. `texts` is a list of texts, `one_of` a text out of `values`. */
export type ColumnType = "text" | "instant" | "integer" | "number" | "boolean" | "texts" | "one_of";

/** One column of a table, made from one field of the table's schema. */
export interface Column {
  /** The field's path in snake_case, `_` between the levels: `window.from` is `window_from`. */
  name: string;
  /** Keys that lead to the field in a record. */
  path: readonly string[];
  type: ColumnType;
  /** Whether a cell may be empty. */
  nullable: boolean;
  description: string;
  unit: string | null;
  /** Whether two equal live audits may differ in it. */
  volatile: boolean;
  /** Every value a `one_of` column can have, else empty. */
  values: readonly string[];
}

/** The two ways between a record and the cells of its row, in the order of `columns`. */
export interface RowFormat<S extends z.ZodObject> {
  columns: readonly Column[];
  /** Trusts the record: it was parsed when it entered the program. */
  toRow(record: z.output<S>): unknown[];
  /** Checks the row; a fault's path is the path of its column. */
  fromRow(row: readonly unknown[]): z.ZodSafeParseResult<z.output<S>>;
}

/** How records of one flat or nested schema become rows and come back. */
export function rowFormat<S extends z.ZodObject>(schema: S): RowFormat<S> {
  const columns = columnsOf(schema);
  const checks = fieldsOf(schema).map(({ field }) => plainCheckOf(field));
  const isSum = isSumOfFields(schema);
  return {
    columns,
    toRow: (record) => columns.map(({ path }) => valueAt(record, path)),
    fromRow(row) {
      const record = nested(columns, row);
      const isPlain = (_: unknown): _ is z.output<S> =>
        isSum && checks.every((check, index) => check(row[index]));
      return isPlain(record) ? { success: true, data: record } : schema.safeParse(record);
    },
  };
}

/**
 * The columns of a schema, in its order: nested objects are flattened, everything else is one column.
 *
 * @throws TypeError for a field that fits no cell (an array of records is a table of its own) or has no description
 */
export const columnsOf = (schema: z.ZodObject): Column[] =>
  fieldsOf(schema).map(({ field, path }) => column(field, path));

interface Field {
  field: z.core.$ZodType;
  path: readonly string[];
}

function fieldsOf(schema: z.ZodObject, parents: readonly string[] = []): Field[] {
  return Object.entries(schema.shape).flatMap(([key, field]) => {
    const path = [...parents, key];
    const present = field instanceof z.ZodOptional ? field.unwrap() : field;
    return present instanceof z.ZodObject ? fieldsOf(present, path) : [{ field: present, path }];
  });
}

function column(field: z.core.$ZodType, path: readonly string[]): Column {
  const nullable = field instanceof z.ZodNullable;
  const inner = nullable ? field.unwrap() : field;
  const type = columnType(inner);
  const { success, data: meta } = Meta.safeParse({ ...z.globalRegistry.get(inner), ...ownMeta(field) });
  if (type === undefined || !success) throw new TypeError(`${path.join(".")} cannot be a column`);
  const values = inner instanceof z.ZodEnum ? inner.options.map(String) : [];
  return { name: path.map(snakeCase).join("_"), path, type, nullable, values, ...meta };
}

const Meta = z.object({
  description: z.string(),
  unit: z.string().nullable().default(null),
  volatile: z.boolean().default(false),
});

const ownMeta = (field: z.core.$ZodType) => z.globalRegistry.get(field) ?? {};

function columnType(field: z.core.$ZodType): ColumnType | undefined {
  if (field instanceof z.ZodArray) return field.element instanceof z.ZodString ? "texts" : undefined;
  return columnTypes.find(([kind]) => field instanceof kind)?.[1];
}

// The special kind stands before the general one.
const columnTypes = [
  [z.ZodISODateTime, "instant"],
  [z.ZodString, "text"],
  [z.ZodNumberFormat, "integer"],
  [z.ZodNumber, "number"],
  [z.ZodBoolean, "boolean"],
  [z.ZodEnum, "one_of"],
] as const;

/** camelCase in TypeScript, snake_case in every table. */
export const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface Nested {
  [key: string]: unknown;
}

const isNested = (value: unknown): value is Nested => typeof value === "object" && value !== null;

function valueAt(record: unknown, path: readonly string[]): unknown {
  let value = record;
  for (const key of path) value = isNested(value) ? value[key] : undefined;
  return value;
}

function nested(columns: readonly Column[], row: readonly unknown[]): Nested {
  const record: Nested = {};
  columns.forEach(({ path }, index) => {
    place(record, path, row[index]);
  });
  return record;
}

function place(record: Nested, [key = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    record[key] = value;
    return;
  }
  const child = record[key] ?? {};
  record[key] = child;
  if (isNested(child)) place(child, rest, value);
}
