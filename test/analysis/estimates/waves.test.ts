import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changeBounds,
  decomposeChange,
  pairedChange,
  transitionCounts,
} from "../../../analysis/estimates/waves.ts";

test("nobody changed: no change, p 1", () => {
  const same = { activeActive: 4, activeInactive: 0, inactiveActive: 0, inactiveInactive: 6 };
  expect(pairedChange(same)).toMatchObject({ first: 0.4, second: 0.4, change: 0, se: 0, p: 1 });
  expect(pairedChange({ ...same, activeActive: 0, inactiveInactive: 0 })).toBeNull();
});

test("McNemar's p is exact and at most 1", () => {
  const table = { activeActive: 0, activeInactive: 1, inactiveActive: 9, inactiveInactive: 0 };
  // R: binom.test(1, 10)$p.value.
  expect(pairedChange(table)?.p).toBeCloseTo(0.021484375, 12);
  expect(pairedChange({ ...table, activeInactive: 5, inactiveActive: 5 })?.p).toBe(1);
});

test("units lost leave the change between bounds that need not tell its sign", () => {
  const found = changeBounds({ n: 100, firstActive: 30, secondActive: 29, secondObserved: 80 });
  expect(found).toMatchObject({ first: 0.3, second: [0.29, 0.49], completeCase: 29 / 80 - 0.3 });
  expect(found?.change[0]).toBeCloseTo(-0.01, 12);
  expect(found?.change[1]).toBeCloseTo(0.19, 12);
  expect(changeBounds({ n: 0, firstActive: 0, secondActive: 0, secondObserved: 0 })).toBeNull();
  expect(changeBounds({ n: 5, firstActive: 2, secondActive: 0, secondObserved: 0 })).toMatchObject({
    completeCase: null,
    second: [0, 1],
  });
});

test("the parts of a change add up to it, whoever came and went", () => {
  const share = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(share, share, share, share, (a, b, c, d) => {
      const found = decomposeChange({
        stayers: { firstActive: a, secondActive: b, n: 50 },
        entrants: { active: Math.min(c, d), n: d },
        leavers: { active: Math.min(b, c), n: c },
      });
      expect((found?.within ?? 0) + (found?.entry ?? 0) + (found?.exit ?? 0)).toBeCloseTo(
        found?.change ?? 9,
        12,
      );
    }),
  );
});

test("without stayers a change has no parts", () => {
  const none = { active: 0, n: 0 };
  expect(
    decomposeChange({ stayers: { firstActive: 0, secondActive: 0, n: 0 }, entrants: none, leavers: none }),
  ).toBeNull();
});

test("transitions are counted from every state to every other", () => {
  const pairs = [
    ["quiet", "active"],
    ["active", "gone"],
    ["quiet", "active"],
    ["active", "active"],
  ] as const;
  expect(transitionCounts(pairs)).toEqual([
    { first: "active", second: "active", count: 1 },
    { first: "active", second: "gone", count: 1 },
    { first: "quiet", second: "active", count: 2 },
  ]);
  expect(transitionCounts([])).toEqual([]);
});
