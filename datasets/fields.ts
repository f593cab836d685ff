/** The kinds of fields that records are made of: every field has a description, and a unit where it has one. */
import { z } from "zod";

/** What a field's `meta` may hold beside its description. `volatile` fields differ between two equal live audits. */
export interface FieldMeta {
  description: string;
  unit?: string;
  volatile?: boolean;
}

type Extra = Omit<FieldMeta, "description">;
/** Text that is never empty. */
export const text = (description: string, extra: Extra = {}) =>
  z
    .string()
    .min(1)
    .meta({ description, ...extra });
/** A list of texts; JSON in one cell of a CSV. */
export const texts = (description: string) => z.array(z.string().min(1)).meta({ description });
/** An instant, UTC ISO 8601. */
export const instant = (description: string, extra: Extra = {}) =>
  z.iso.datetime({ offset: true }).meta({ description, unit: "UTC", ...extra });
/** A whole number of things, 0 or more. */
export const count = (description: string, extra: Extra = {}) =>
  z
    .int()
    .min(0)
    .meta({ description, ...extra });
/** A number with a fraction. */
export const number = (description: string, extra: Extra = {}) => z.number().meta({ description, ...extra });
/** A fact that holds or not. */
export const yesNo = (description: string) => z.boolean().meta({ description });
/** One of some words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T, description: string) =>
  z.enum(values).meta({ description });
