import { cadence } from "./cadence.ts";
import { change } from "./change.ts";
import { content } from "./content.ts";
import type { Measure } from "./measure.ts";
import { presence } from "./presence.ts";
import { quality } from "./quality.ts";

/** The estimator of each metric under the names of the worked examples. */
export const reference: Readonly<Record<string, Measure>> = {
  ...presence,
  ...cadence,
  ...content,
  ...change,
  ...quality,
};
