import { z } from "zod";
import type { Estimated } from "../../../analysis/estimates/interval.ts";

/** What an estimator gives under the names of the worked examples. */
export type Measure = (inputs: unknown) => Record<string, unknown>;

/** A measure of checked inputs. */
export const of =
  <S extends z.ZodType>(schema: S, measure: (inputs: z.infer<S>) => Record<string, unknown>): Measure =>
  (inputs) =>
    measure(schema.parse(inputs));

export const number = z.number();
export const numbers = z.array(number);
export const pair = z.tuple([number, number]);
export const triple = z.tuple([number, number, number]);
export const conf = number.default(0.95);
export const optional = number.nullish().transform((value) => value ?? null);

/** A rate as the examples name its parts. */
export const rate = (found: Estimated) => ({
  rate: found.estimate,
  ci: found.interval,
  garwood: found.interval,
  reason: found.reason,
});
