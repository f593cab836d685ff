import { z } from "zod";

/**
 * Whether a value surely is what a field wants, told by a check that costs a tenth of the schema's. False says nothing: the schema decides.
 */
export type PlainCheck = (value: unknown) => boolean;

/** The check of a field; it is never true where the field wants more than a kind, a text that is not empty, a count from 0 on. */
export function plainCheckOf(field: z.core.$ZodType): PlainCheck {
  if (!(field instanceof z.ZodNullable)) return checkOf(field);
  if (wishesOf(field) > 0) return never;
  const check = checkOf(field.unwrap());
  return (value) => value === null || check(value);
}

const never: PlainCheck = () => false;

function checkOf(field: z.core.$ZodType): PlainCheck {
  const wishes = wishesOf(field);
  if (field instanceof z.ZodISODateTime) return wishes === 0 && takesFractions(field) ? isInstant : never;
  if (field instanceof z.ZodString) return wishes === 1 && field.minLength === 1 ? isText : never;
  if (field instanceof z.ZodNumberFormat)
    return wishes === 1 && field.format === "safeint" && field.minValue === 0 ? isCount : never;
  if (field instanceof z.ZodBoolean && wishes === 0) return (value) => typeof value === "boolean";
  if (!(field instanceof z.ZodEnum) || wishes > 0) return never;
  const values = new Set<unknown>(field.options);
  return (value) => values.has(value);
}

/** Whether an instant may be told with any precision. */
const takesFractions = (field: z.ZodISODateTime): boolean =>
  ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000001Z"].every((at) => field.safeParse(at).success);

/** Whether a record is right as soon as each of its fields is. */
export function isSumOfFields(schema: z.ZodObject): boolean {
  const fields = Object.values(schema.shape).map((field) =>
    field instanceof z.ZodOptional ? field.unwrap() : field,
  );
  return (
    wishesOf(schema) === 0 && fields.every((field) => !(field instanceof z.ZodObject) || isSumOfFields(field))
  );
}

/** How many conditions a field adds to its kind. */
const wishesOf = (field: z.core.$ZodType): number => field._zod.def.checks?.length ?? 0;

const isText: PlainCheck = (value) => typeof value === "string" && value !== "";

const isCount: PlainCheck = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** The 28 days that every month has: the others are for the schema. */
const instant =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;

const isInstant: PlainCheck = (value) => typeof value === "string" && instant.test(value);
