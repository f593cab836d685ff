import type { Estimate } from "../cells.ts";
import type { Findings } from "../findings.ts";

/** One published metric. Adding one is a file and a line in `index.ts`. */
export interface Metric {
  id: string;
  /** What it measures, as a heading. */
  title: string;
  unit: "share of companies" | "share of accounts" | "posts per day";
  /** Every figure of the metric, in any order; empty where there is nothing to say. */
  measure(findings: Findings): readonly Estimate[];
}
