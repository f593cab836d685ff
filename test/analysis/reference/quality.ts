import { z } from "zod";
import { agreementOf, krippendorffAlpha } from "../../../analysis/estimates/agreement.ts";
import { detectionOf } from "../../../analysis/estimates/detection.ts";
import { sampleSize } from "../../../analysis/estimates/finite-population.ts";
import { frameSize } from "../../../analysis/estimates/frame-size.ts";
import { correctedShare } from "../../../analysis/estimates/misclassification.ts";
import { counterRate, lifetimeRate } from "../../../analysis/estimates/rates.ts";
import { isWithin, relativeAge } from "../../../analysis/estimates/relative-dates.ts";
import { twoPhase } from "../../../analysis/estimates/strata.ts";
import { instantOfPostId } from "../../../datasets/post-ids.ts";
import { conf, type Measure, number, numbers, of, optional, rate, triple } from "./measure.ts";

/** Quality of the measurement, dates, counters and two-phase samples. */
export const quality: Readonly<Record<string, Measure>> = {
  M41: of(z.object({ tp: number, fp: number, fn: number }), (counts) => {
    const { precisionInterval, recallInterval, ...rest } = detectionOf(counts);
    return { ...rest, precision_ci: precisionInterval, recall_ci: recallInterval };
  }),
  M42: of(z.object({ table: z.array(numbers), conf }), ({ table, conf: level }) => {
    const found = agreementOf(table, level);
    return {
      po: found?.observed ?? null,
      pe: found?.expected ?? null,
      kappa: found?.kappa ?? null,
      se: found?.se ?? null,
      ci: found?.interval ?? null,
      ac1: found?.ac1 ?? null,
    };
  }),
  M43: of(z.object({ units: z.array(z.array(z.union([number, z.string()]).nullable())) }), ({ units }) => ({
    alpha: krippendorffAlpha(units),
  })),
  M44: of(
    z.object({ apparent: number, sensitivity: number, specificity: number }),
    ({ apparent, sensitivity, specificity }) => ({
      corrected: correctedShare(apparent, sensitivity, specificity),
    }),
  ),
  M45: of(
    z.object({ list1: number, list2: number, both: number, conf }),
    ({ list1, list2, both, conf: level }) => {
      const found = frameSize({ first: list1, second: list2, both }, level);
      return {
        N_hat: found?.size ?? null,
        se: found?.se ?? null,
        ci: found?.interval ?? null,
        distinct_seen: found?.seen ?? null,
        coverage: found?.coverage ?? null,
      };
    },
  ),
  M46: of(
    z.object({ p: number, half_width: number, N: optional, conf }),
    ({ p, half_width, N, conf: level }) => ({
      n: sampleSize(p, half_width, N ?? Number.POSITIVE_INFINITY, level),
      n_infinite: sampleSize(p, half_width, Number.POSITIVE_INFINITY, level),
    }),
  ),
  M47: of(z.object({ label: z.string(), threshold_days: number }), ({ label, threshold_days }) => {
    const age = relativeAge(label);
    return { age_days: age, active: age && isWithin(age, threshold_days) };
  }),
  M48: of(z.object({ platform: z.string(), id: z.string() }), ({ platform, id }) => ({
    instant: instantOfPostId(platform, id),
  })),
  M49: of(z.object({ counter: number, age_days: number, conf }), ({ counter, age_days, conf: level }) =>
    rate(lifetimeRate(counter, age_days, level)),
  ),
  M50: of(z.object({ c1: number, c2: number, days: number, conf }), ({ c1, c2, days, conf: level }) =>
    rate(counterRate(c2 - c1, days, level)),
  ),
  M51: of(
    z.object({ strata: z.array(triple), n_phase1: optional, conf }),
    ({ strata, n_phase1, conf: level }) => {
      const classes = strata.map(([size, n, x]) => ({ size, n, x }));
      const found = twoPhase(classes, n_phase1 ?? Number.POSITIVE_INFINITY, level);
      return {
        p: found?.p ?? null,
        se: found?.se ?? null,
        ci: found?.normal ?? null,
        korn_graubard: found?.kornGraubard ?? null,
      };
    },
  ),
};
