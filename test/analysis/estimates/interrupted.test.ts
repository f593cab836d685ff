import { expect, test } from "vitest";
import { interruptedSeries } from "../../../analysis/estimates/interrupted.ts";

const grow = (from: number, to: number, value: (t: number) => number) =>
  Array.from({ length: to - from }, (_, index) => value(from + index));

test("a pure trend is no change of level, though a plain ratio would call it a rise", () => {
  const found = interruptedSeries(
    grow(0, 20, (t) => Math.round(5 * 1.1 ** t)),
    10,
  );
  expect(found?.levelRatio).toBeCloseTo(1, 1);
  expect(found?.levelInterval[0]).toBeLessThan(1);
  expect(found?.levelInterval[1]).toBeGreaterThan(1);
});

test("an exact log-linear series gives back its own coefficients", () => {
  const counts = grow(0, 16, (t) => (t < 8 ? 100 * 1.05 ** t : 200 * 1.05 ** t * 1.1 ** (t - 8)));
  const found = interruptedSeries(counts, 8);
  expect(found?.coefficients).toEqual([
    expect.closeTo(Math.log(100), 8),
    expect.closeTo(Math.log(1.05), 8),
    expect.closeTo(Math.log(2), 8),
    expect.closeTo(Math.log(1.1), 8),
  ]);
  expect(found).toMatchObject({
    phi: 1,
    levelRatio: expect.closeTo(2, 8),
    slopeRatio: expect.closeTo(1.1, 8),
  });
});

test("wild counts widen the interval", () => {
  const calm = interruptedSeries([8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9], 6);
  const wild = interruptedSeries([0, 17, 1, 16, 0, 17, 1, 16, 0, 17, 1, 16], 6);
  expect(wild?.phi).toBeGreaterThan(5);
  expect(wild?.standardErrors[2]).toBeGreaterThan((calm?.standardErrors[2] ?? 0) * 2);
});

test("fewer than six bins on either side are too few", () => {
  const counts = grow(0, 12, () => 5);
  expect(interruptedSeries(counts, 6)).not.toBeNull();
  expect([interruptedSeries(counts, 5), interruptedSeries(counts, 7)]).toEqual([null, null]);
});

test("a silent side cannot be fitted, and says so instead of giving a number", () => {
  expect(interruptedSeries([...grow(0, 6, () => 0), ...grow(6, 12, () => 5)], 6)).toBeNull();
});
