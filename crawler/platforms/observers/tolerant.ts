import { z } from "zod";
import { readDate } from "./dates.ts";

/**
 * Schemas for what comes from outside: unknown fields are ignored, and a field that is missing or of another type is null,
 * which means not known.
 */
export const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null).default(null);

/** A text that is not empty. */
export const text = maybe(z.string().min(1));

/** A number of things. */
export const count = maybe(z.int().min(0));

/** A flag; only a true one is true. */
export const flag = z.literal(true).optional().catch(undefined).transform(Boolean);

/** An instant however it is written, as UTC. */
export const instant = maybe(z.string()).transform((raw) => (raw && readDate(raw)?.instant) || null);

/** A list without those of its members that do not fit; empty when it is missing. */
export const list = <T extends z.ZodType>(member: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((members) => members.flatMap((one) => fitting(member, one)));

function fitting<T extends z.ZodType>(schema: T, value: unknown): z.output<T>[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}
