import { expect, test } from "vitest";
import { detectionOf } from "../../../analysis/estimates/detection.ts";

test("nothing found has a recall and no precision", () => {
  expect(detectionOf({ tp: 0, fp: 0, fn: 4 })).toEqual({
    precision: null,
    recall: 0,
    f1: 0,
    precisionInterval: null,
    recallInterval: [0, expect.closeTo(0.4899, 4)],
  });
});

test("nothing to find and nothing found has neither", () => {
  expect(detectionOf({ tp: 0, fp: 0, fn: 0 })).toMatchObject({ precision: null, recall: null, f1: null });
});

test("F1 is the harmonic mean", () => {
  const { precision, recall, f1 } = detectionOf({ tp: 6, fp: 2, fn: 6 });
  expect([precision, recall]).toEqual([0.75, 0.5]);
  expect(f1).toBeCloseTo(2 / (1 / 0.75 + 1 / 0.5), 12);
});
