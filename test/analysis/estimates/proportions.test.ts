import fc from "fast-check";
import { expect, test } from "vitest";
import { agrestiCoull, clopperPearson, wilson } from "../../../analysis/estimates/proportions.ts";

const rounded = (limits: readonly [number, number] | null) =>
  limits?.map((limit) => Number(limit.toFixed(4)));

// Newcombe 1998, Statistics in Medicine 17:857-872, table I, methods 3 and 5.
test.each([
  [81, 263, [0.2553, 0.3662], [0.2527, 0.3676]],
  [15, 148, [0.0624, 0.1605], [0.0578, 0.1617]],
  [0, 20, [0, 0.1611], [0, 0.1684]],
  [1, 29, [0.0061, 0.1718], [0.0009, 0.1776]],
])("%d of %d has the published Wilson and Clopper-Pearson intervals", (x, n, score, exact) => {
  expect(rounded(wilson(x, n))).toEqual(score);
  expect(rounded(clopperPearson(x, n))).toEqual(exact);
});

test("no units, no interval", () => {
  expect([wilson(0, 0), clopperPearson(0, 0), agrestiCoull(0, 0)]).toEqual([null, null, null]);
});

test("for no events the upper limit is near 3 / n", () => {
  expect(clopperPearson(0, 300, 0.9)?.[1]).toBeCloseTo(3 / 300, 3);
});

test("limits touch 0 and 1 exactly where nothing and everything was seen", () => {
  for (const method of [wilson, clopperPearson]) {
    expect([method(0, 7)?.[0], method(7, 7)?.[1]]).toEqual([0, 1]);
  }
});

test("every interval lies within 0 and 1, holds the share, mirrors, and widens with the level", () => {
  const counts = fc
    .integer({ min: 1, max: 400 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(counts, ([x, n]) => {
      for (const method of [wilson, clopperPearson, agrestiCoull]) {
        const [low, high] = method(x, n) ?? [1, 0];
        const [wideLow, wideHigh] = method(x, n, 0.99) ?? [1, 0];
        const [mirrorLow] = method(n - x, n) ?? [0, 0];
        expect(low).toBeLessThanOrEqual(x / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(x / n - 1e-12);
        expect([low >= 0, high <= 1, wideLow <= low + 1e-12, wideHigh >= high - 1e-12]).toEqual([
          true,
          true,
          true,
          true,
        ]);
        expect(mirrorLow).toBeCloseTo(1 - high, 10);
      }
    }),
    { numRuns: 60 },
  );
});
