import { expect, test } from "vitest";
import { correctedInterval, correctedShare } from "../../../analysis/estimates/misclassification.ts";
import { randomFrom } from "../../../datasets/synthetic/random.ts";
import { binomialAt, spreadEvenly } from "../../../scripts/simulation/random.ts";

test("a perfect instrument needs no correction", () => {
  expect(correctedShare(0.37, 1, 1)).toBeCloseTo(0.37, 12);
});

test("false alarms are taken off, and a share stays a share", () => {
  expect(correctedShare(0.8, 0.97, 0.85)).toBeLessThan(0.8);
  expect(correctedShare(0.05, 0.9, 0.9)).toBe(0);
  expect(correctedShare(0.99, 0.9, 0.9)).toBe(1);
});

test("an instrument no better than chance tells nothing", () => {
  expect([correctedShare(0.5, 0.5, 0.5), correctedShare(0.5, 0.3, 0.6)]).toEqual([null, null]);
});

const perfect = (n: number) => ({ p: 1, n });

test("an instrument that was never seen to err in fifty cases is not taken for perfect", () => {
  const apparent = { p: 0.7, n: 200 };
  const width = (n: number) => {
    const found = correctedInterval({ apparent, sensitivity: perfect(n), specificity: perfect(n) });
    return (found?.[1] ?? 0) - (found?.[0] ?? 0);
  };
  expect(width(25)).toBeGreaterThan(width(50));
  expect(width(1e9)).toBeCloseTo(0.126, 3);
  expect(correctedInterval({ apparent, sensitivity: perfect(1), specificity: { p: 0, n: 1 } })).toBeNull();
});

test("the interval by hand: 140 of 200, 38 of 40 and 10 of 10", () => {
  // P' = 0.696231, Se' = 39/42, Sp' = 11/12, share 0.725118, shift -0.004646, half 0.112383.
  const found = correctedInterval({
    apparent: { p: 0.7, n: 200 },
    sensitivity: { p: 0.95, n: 40 },
    specificity: { p: 1, n: 10 },
  });
  expect(found?.[0]).toBeCloseTo(0.60809, 5);
  expect(found?.[1]).toBeCloseTo(0.832855, 5);
});

test("it holds the truth in about 95 of 100 audits, each with its own sheet", () => {
  const random = randomFrom("corrected share");
  const [truth, sensitivity, specificity] = [0.7, 0.96, 0.95];
  const seen = truth * sensitivity + (1 - truth) * (1 - specificity);
  const places = [0, 1, 2].map(() => spreadEvenly(2_000, random));
  const held = places[0]?.filter((place, index) => {
    const share = (of: number, n: number, p: number) => ({ p: binomialAt(of, n, p) / n, n });
    const found = correctedInterval({
      apparent: share(place, 300, seen),
      sensitivity: share(places[1]?.[index] ?? 0, 70, sensitivity),
      specificity: share(places[2]?.[index] ?? 0, 30, specificity),
    });
    return found !== null && found[0] <= truth && truth <= found[1];
  });
  expect((held?.length ?? 0) / 2_000).toBeGreaterThan(0.935);
  expect((held?.length ?? 0) / 2_000).toBeLessThan(0.985);
});
