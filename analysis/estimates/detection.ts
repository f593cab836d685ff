import { type Interval, ratio } from "./interval.ts";
import { wilson } from "./proportions.ts";

/** Found and right, found and wrong, missed. A right platform with a wrong account is one wrong and one missed. */
export interface Outcomes {
  tp: number;
  fp: number;
  fn: number;
}

/** How well accounts are detected; null where there is nothing to divide by. */
export interface Detection {
  precision: number | null;
  recall: number | null;
  f1: number | null;
  precisionInterval: Interval | null;
  recallInterval: Interval | null;
}

/** Precision, recall and F1 with Wilson intervals (M41). */
export function detectionOf({ tp, fp, fn }: Outcomes): Detection {
  return {
    precision: ratio(tp, tp + fp),
    recall: ratio(tp, tp + fn),
    f1: ratio(2 * tp, 2 * tp + fp + fn),
    precisionInterval: wilson(tp, tp + fp),
    recallInterval: wilson(tp, tp + fn),
  };
}
