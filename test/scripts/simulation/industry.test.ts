import { expect, test } from "vitest";
import { randomOf } from "../../../analysis/estimates/permutation.ts";
import { drawIndustry, trueShareOnX } from "../../../scripts/simulation/industry.ts";

test("where LinkedIn cannot be read, a share among the known misses the truth; X alone and a sample read by hand do not", () => {
  const random = randomOf(7);
  const draws = Array.from({ length: 150 }, () => drawIndustry(random));
  const share = (holds: (draw: (typeof draws)[number]) => boolean) =>
    draws.filter(holds).length / draws.length;
  expect(share(({ naiveCovers }) => naiveCovers)).toBeLessThan(0.1);
  expect(share(({ xCovers }) => xCovers)).toBeGreaterThan(0.9);
  expect(share(({ twoPhaseCovers }) => twoPhaseCovers)).toBeGreaterThan(0.9);
  expect(draws.every(({ naiveError }) => naiveError < 0)).toBe(true);
});

test("the true share on X is what the chances of its parts give", () => {
  expect(trueShareOnX).toBeCloseTo(1 - 0.55 * (0.85 * (0.6 * 0.7 + 0.4 * 0.15) + 0.15 * 0.3), 12);
});
